import type { Email } from '@/payload-types'
import { formatMoment } from '@/site/dates'
import { messages } from '@/site/messages'
import { absoluteUrl, adminUrl } from '@/site/urls'
import { listUrl } from '@/ui/admin/list-url'
import { withoutAutolinks } from '../autolinks'
import { type MailBlock, renderMail } from '../layout'
import type { OwedMail } from '../outbox'

/** More than these is an outage, which the list in the admin shows better. */
const MOST_LISTED = 20

/** A mail that failed, and what the server said last. */
export type FailedMail = Pick<Email, 'id' | 'subject' | 'to' | 'updatedAt'> & { reply?: string | null }

/** What admins read once a day about mail that failed. */
export async function failedDigestMail(
  failed: FailedMail[],
  { locale, timeZone }: { locale: string; timeZone: string },
): Promise<Pick<OwedMail, 'subject' | 'text' | 'html'>> {
  const { mail } = messages(locale)
  const listed = failed.slice(0, MOST_LISTED)
  const more = failed.length - listed.length
  const blocks = listed.flatMap(({ id, subject, to, updatedAt, reply }): MailBlock[] => [
    { heading: subject },
    {
      facts: [
        ...(to?.address ? [[mail.to, to.address] as const] : []),
        [mail.failedAt, formatMoment(updatedAt, locale, timeZone)],
        ...(reply ? [[mail.answer, withoutAutolinks(reply)] as const] : []),
      ],
    },
    { links: [{ label: mail.openMail, url: adminUrl('emails', id) }] },
  ])
  const parts = await renderMail(
    [
      { paragraph: mail.failedIntro },
      { link: { label: mail.openFailed, url: absoluteUrl(listUrl('emails', [{ field: 'state', value: 'failed' }])) } },
      ...blocks,
      ...(more > 0 ? [{ paragraph: mail.failedMore(more) }] : []),
    ],
    locale,
  )
  return { subject: mail.failedSubject(failed.length), ...parts }
}
