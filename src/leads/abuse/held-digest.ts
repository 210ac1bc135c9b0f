import type { Payload } from 'payload'
import { withoutAutolinks } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import { owe } from '@/mail/outbox'
import type { ContactSubmission } from '@/payload-types'
import { formatMoment } from '@/site/dates'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'
import { adminUrl } from '@/site/urls'
import { responsibleFor } from '../follow-up/recipients'
import { digestDay } from './digest-day'

/** More than these is a flood, which a person looks at in the admin. */
const MOST_LISTED = 50

/** The beginning of a message, enough to tell a person from a machine. */
const EXCERPT_LENGTH = 280

type DigestSettings = { locale: string; timeZone: string }

async function digestMail(held: ContactSubmission[], { locale, timeZone }: DigestSettings) {
  const { fields, mails } = messages(locale).contact
  const blocks = held.flatMap((submission): MailBlock[] => [
    {
      facts: [
        [fields.name, withoutAutolinks(submission.name)],
        [fields.email, submission.email],
        [fields.topic, submission.enquiryLabel],
        [mails.received, formatMoment(submission.receivedAt, locale, timeZone)],
      ],
    },
    { quote: withoutAutolinks(submission.message.slice(0, EXCERPT_LENGTH)) },
    { link: { label: mails.openToRelease, url: adminUrl('contact-submissions', submission.id) } },
  ])
  return {
    subject: mails.digestSubject(held.length),
    ...(await renderMail([{ paragraph: mails.digestIntro }, ...blocks], locale)),
  }
}

/**
 * Once a day, tells the recipients of each enquiry type which of its messages are held. The link leads to the message
 * in the admin, where a click releases it: a link that acts by being opened would be followed by mail scanners.
 */
export async function oweDigests(payload: Payload, now = new Date()): Promise<void> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const timeZone = settings.timeZone || 'UTC'
  const day = digestDay(now, timeZone)
  if (!day) return
  const { docs } = await payload.find({
    collection: 'contact-submissions',
    where: { state: { equals: 'held' } },
    sort: '-receivedAt',
    limit: MOST_LISTED,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  if (docs.length === 0) return
  const notifications = await payload.findGlobal({ slug: 'notifications', depth: 0 })
  const heldFor = new Map<string, ContactSubmission[]>()
  for (const submission of docs) {
    for (const address of responsibleFor(submission.enquiryType, notifications, settings, now)) {
      heldFor.set(address, [...(heldFor.get(address) ?? []), submission])
    }
  }
  const locale = settings.defaultLocale ?? DEFAULT_LOCALE
  for (const [address, held] of heldFor) {
    const mail = await digestMail(held, { locale, timeZone })
    await owe(payload, { key: `held:${day}:${address}`, kind: 'held-digest', to: { address }, ...mail })
  }
}
