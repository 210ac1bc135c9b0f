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
import { mailLinkUrl } from '../links/mail-link-url'

/** So many in one mail; the others stand in the next one, and in the admin at any time. */
const MOST_LISTED = 50

/** The beginning of a message, enough to tell a person from a machine. */
const EXCERPT_LENGTH = 280

type DigestSettings = { locale: string; timeZone: string }

/** What the recipients of enquiry types read once a day about held messages. */
export async function digestMail(held: ContactSubmission[], { locale, timeZone }: DigestSettings) {
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
    { link: { label: mails.release, url: mailLinkUrl('release', submission.id) } },
    { links: [{ label: mails.openToRelease, url: adminUrl('contact-submissions', submission.id) }] },
  ])
  return {
    subject: mails.digestSubject(held.length),
    ...(await renderMail([{ paragraph: mails.digestIntro }, ...blocks], locale)),
  }
}

/** Notes that a message was listed to a person: until then it is never removed. */
async function noteListed(payload: Payload, ids: string[], now: Date): Promise<void> {
  await payload.update({
    collection: 'contact-submissions',
    where: { and: [{ id: { in: ids } }, { listedAt: { exists: false } }] },
    data: { listedAt: now.toISOString() },
    depth: 0,
    overrideAccess: true,
  })
}

/**
 * Owes the digest of a day: tells the recipients of each enquiry type which of its messages are held and were not
 * listed to anybody yet, the longest waiting first. A message that nobody is to be mailed about counts as listed to
 * nobody.
 * @param day of the site's calendar; each address gets one digest for it, however often this is called
 */
export async function oweDigests(payload: Payload, day: string, now = new Date()): Promise<void> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const timeZone = settings.timeZone || 'UTC'
  const { docs } = await payload.find({
    collection: 'contact-submissions',
    where: { and: [{ state: { equals: 'held' } }, { listedAt: { exists: false } }] },
    sort: 'receivedAt',
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
    const owed = await owe(payload, { key: `held:${day}:${address}`, kind: 'held-digest', to: { address }, ...mail })
    // Only then: a crash in between lists a message twice, and not never.
    const ids = held.map(({ id }) => id)
    if (owed) await noteListed(payload, ids, now)
  }
}
