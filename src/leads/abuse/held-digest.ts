import type { Payload, Where } from 'payload'
import { withoutAutolinks } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import { owe } from '@/mail/outbox'
import type { ContactSubmission, Setting } from '@/payload-types'
import { zoneOrUtc } from '@/platform/time-zone'
import { formatMoment } from '@/site/dates'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'
import { absoluteUrl, adminUrl } from '@/site/urls'
import { listUrl } from '@/ui/admin/list-url'
import { every } from '../every'
import { responsibleFor } from '../follow-up/recipients'
import { mailLinkUrl } from '../links/mail-link-url'

/** So many in one mail, which counts the others; they stand in the next one, and in the admin at any time. */
const MOST_LISTED = 50

/** What is read of each held message. */
const LISTED = {
  name: true,
  email: true,
  enquiryType: true,
  enquiryLabel: true,
  receivedAt: true,
  message: true,
} as const

/** The beginning of a message, enough to tell a person from a machine. */
const EXCERPT_LENGTH = 280

type DigestSettings = { locale: string; timeZone: string }

/** What one address is told: messages to list, and how many there are besides. */
type Held = { listed: ContactSubmission[]; more: number }

/** What the recipients of enquiry types read once a day about held messages. */
export async function digestMail({ listed, more }: Held, { locale, timeZone }: DigestSettings) {
  const { fields, mails } = messages(locale).contact
  const blocks = listed.flatMap((submission): MailBlock[] => [
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
  const heldView = absoluteUrl(listUrl('contact-submissions', [{ field: 'state', value: 'held' }]))
  const rest: MailBlock[] =
    more > 0 ? [{ paragraph: mails.digestMore(more) }, { links: [{ label: mails.openHeld, url: heldView }] }] : []
  return {
    subject: mails.digestSubject(listed.length + more),
    ...(await renderMail([{ paragraph: mails.digestIntro }, ...blocks, ...rest], locale)),
  }
}

/** Notes that a message was listed to a person: until then it is never removed. */
async function noteListed(payload: Payload, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await payload.update({
    collection: 'contact-submissions',
    where: { and: [{ id: { in: ids } }, { listedAt: { exists: false } }] },
    data: { listedAt: now.toISOString() },
    depth: 0,
    overrideAccess: true,
  })
}

/** The held messages that were listed to nobody yet, the longest waiting first, by whom they are to be listed to. */
async function unlisted(payload: Payload, settings: Setting, now: Date): Promise<Map<string, Held>> {
  const notifications = await payload.findGlobal({ slug: 'notifications', depth: 0 })
  const where: Where = { and: [{ state: { equals: 'held' } }, { listedAt: { exists: false } }] }
  const heldFor = new Map<string, Held>()
  // All of them: those of a type that has nobody stay, and must not take the places of the others.
  for await (const submission of every(payload, 'contact-submissions', where, LISTED)) {
    for (const address of responsibleFor(submission.enquiryType, notifications, settings, now)) {
      const held = heldFor.get(address) ?? { listed: [], more: 0 }
      if (held.listed.length < MOST_LISTED) held.listed.push(submission)
      else held.more += 1
      heldFor.set(address, held)
    }
  }
  return heldFor
}

/**
 * Owes the digest of a day: tells the recipients of each enquiry type which of its messages are held and were not
 * listed to anybody yet, the longest waiting first. A message that nobody is to be mailed about counts as listed to
 * nobody, as does one that a mail only counts.
 * @param day of the site's calendar; each address gets one digest for it, however often this is called
 */
export async function oweDigests(payload: Payload, day: string, now = new Date()): Promise<void> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const words = { locale: settings.defaultLocale ?? DEFAULT_LOCALE, timeZone: zoneOrUtc(settings.timeZone) }
  const listed = new Set<string>()
  for (const [address, held] of await unlisted(payload, settings, now)) {
    const mail = await digestMail(held, words)
    const owed = await owe(payload, { key: `held:${day}:${address}`, kind: 'held-digest', to: { address }, ...mail })
    if (owed) for (const { id } of held.listed) listed.add(id)
  }
  // Last of all: a crash in between lists a message twice, and to nobody never.
  await noteListed(payload, [...listed], now)
}
