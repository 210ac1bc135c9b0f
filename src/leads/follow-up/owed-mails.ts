import type { Payload } from 'payload'
import { parseEmailAddress } from '@/forms/email-address'
import { type OwedMail, owe } from '@/mail/outbox'
import type { ContactSubmission } from '@/payload-types'
import { env } from '@/platform/env'
import { formatMoment } from '@/site/dates'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'
import { adminUrl } from '@/site/urls'
import { claimAcknowledgement, withholdAcknowledgement } from './acknowledgement-claim'
import { acknowledgementMail } from './emails/acknowledgement'
import { salesMail } from './emails/sales'
import { acknowledgementKey, finishedAmong } from './finished'
import { recipientsOf } from './recipients'

/** Whether a message is acknowledged: an address gets one mail in an hour, whoever writes in its name. */
async function mayAcknowledge(payload: Payload, { id, email }: ContactSubmission): Promise<boolean> {
  const identity = parseEmailAddress(email)?.identity ?? email.toLowerCase()
  return claimAcknowledgement(payload, { secret: env().PAYLOAD_SECRET, identity, submission: id })
}

/**
 * Writes the mails that a message owes to the outbox: one to each recipient in sales, always, and then the
 * acknowledgement, unless its address had one a short while ago.
 */
export async function oweMails(payload: Payload, submission: ContactSubmission, lead: string): Promise<void> {
  const [settings, notifications] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'notifications', depth: 0 }),
  ])
  const { id, name, email, enquiryType } = submission
  // Sales reads the language of the agency, the sender that of the page they wrote on.
  const mailSettings = (locale: string) => ({
    texts: messages(locale).contact,
    received: formatMoment(submission.receivedAt, locale, settings.timeZone || 'UTC'),
    company: settings.companyName ?? '',
  })
  const recipients = recipientsOf(enquiryType, notifications, settings, new Date())
  if (recipients.length === 0) payload.logger.warn({ msg: 'Nobody is mailed about new messages', submission: id })

  const forSales = salesMail(
    submission,
    mailSettings(settings.defaultLocale ?? DEFAULT_LOCALE),
    adminUrl('contact-submissions', id),
  )
  const owed: OwedMail[] = recipients.map((address, index) => ({
    key: index === 0 ? `contact:${id}:sales` : `contact:${id}:sales:${index + 1}`,
    kind: 'contact-sales',
    to: { address },
    ...forSales,
    submission: id,
    lead,
  }))
  for (const mail of owed) await owe(payload, mail)
  // A finished message claims nothing again: it would take the acknowledgement of the next one.
  if ((await finishedAmong(payload, [id])).has(id)) return
  if (!(await mayAcknowledge(payload, submission))) return withholdAcknowledgement(payload, id)
  await owe(payload, {
    key: acknowledgementKey(id),
    kind: 'contact-acknowledgement',
    to: { name, address: email },
    ...(settings.email ? { replyTo: { name: settings.companyName ?? '', address: settings.email } } : {}),
    ...acknowledgementMail(submission, mailSettings(submission.locale)),
    submission: id,
    lead,
  })
}
