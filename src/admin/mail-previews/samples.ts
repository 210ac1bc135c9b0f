import type { Payload } from 'payload'
import { leadMailSamples } from '@/leads/mail-samples'
import { failedDigestMail } from '@/mail/emails/failed-digest'
import type { MailSample } from '@/mail/sample'
import { zoneOrUtc } from '@/platform/time-zone'
import { DEFAULT_LOCALE } from '@/site/locales'

const FAILED = {
  id: 'sample',
  subject: 'A new project: Ann Lee (SAMPL-EMAIL)',
  to: { address: 'sales@example.com' },
  updatedAt: '2026-03-02T09:30:00.000Z',
  reply: '550 5.1.1 <sales@example.com>: Recipient address rejected: User unknown',
}

/** One of each mail that the site sends. */
export async function mailSamples(payload: Payload): Promise<MailSample[]> {
  const { defaultLocale, timeZone } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const place = { locale: defaultLocale ?? DEFAULT_LOCALE, timeZone: zoneOrUtc(timeZone) }
  const [leads, failed] = await Promise.all([leadMailSamples(payload), failedDigestMail([FAILED], place)])
  return [...leads, { title: 'Failed mail', whenSent: 'To every admin, on days after a failure', ...failed }]
}
