import type { Payload } from 'payload'
import { parseEmailAddress } from '@/forms/email-address'
import { type OwedMail, owe, oweCall } from '@/mail/outbox'
import type { ContactSubmission } from '@/payload-types'
import { env, isStaging } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { adminUrl } from '@/site/urls'
import { claimAcknowledgement, withholdAcknowledgement } from './acknowledgement-claim'
import { acknowledgementMail, greetedName } from './emails/acknowledgement'
import { mailSettings } from './emails/mail-settings'
import { type OtherMessage, salesMail } from './emails/sales'
import { acknowledgementKey, finishedAmong } from './finished'
import { recipientsOf } from './recipients'
import { contactEvent } from './webhook-event'

/** So many other messages are named in a mail; the lead shows the rest. */
const OTHERS = 3

/** Whether a message is acknowledged: an address gets one mail in an hour, whoever writes in its name. */
async function mayAcknowledge(payload: Payload, { id, email }: ContactSubmission): Promise<boolean> {
  const identity = parseEmailAddress(email)?.identity ?? email.toLowerCase()
  return claimAcknowledgement(payload, { secret: env().PAYLOAD_SECRET, identity, submission: id })
}

/** The latest of what the same person wrote besides. */
async function otherMessages(payload: Payload, { id }: ContactSubmission, lead: string): Promise<OtherMessage[]> {
  const { docs } = await payload.find({
    collection: 'contact-submissions',
    where: { and: [{ lead: { equals: lead } }, { id: { not_equals: id } }] },
    select: { enquiryLabel: true, receivedAt: true },
    sort: '-receivedAt',
    limit: OTHERS,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

function oweWebhook(payload: Payload, submission: ContactSubmission, lead: string, url: string): Promise<boolean> {
  const { id, enquiryLabel, reference } = submission
  return oweCall(payload, {
    key: `contact:${id}:webhook`,
    kind: 'contact-webhook',
    url,
    subject: `${enquiryLabel} (${reference})`,
    text: contactEvent(submission, adminUrl('contact-submissions', id)),
    submission: id,
    lead,
  })
}

/**
 * Writes what a message owes to the outbox: a mail to each recipient in sales, always, the call of the webhook where
 * there is one, and then the acknowledgement, unless its address had one a short while ago.
 */
export async function oweMails(payload: Payload, submission: ContactSubmission, lead: string): Promise<void> {
  const [settings, notifications] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'notifications', depth: 0 }),
  ])
  const { id, name, email, enquiryType } = submission
  const recipients = recipientsOf(enquiryType, notifications, settings, new Date())
  if (recipients.length === 0) payload.logger.warn({ msg: 'Nobody is mailed about new messages', submission: id })

  // Sales reads the language of the agency, the sender that of the page they wrote on.
  const forSales = await salesMail(submission, mailSettings(settings, settings.defaultLocale ?? DEFAULT_LOCALE), {
    lead,
    others: await otherMessages(payload, submission, lead),
  })
  const owed: OwedMail[] = recipients.map((address, index) => ({
    key: index === 0 ? `contact:${id}:sales` : `contact:${id}:sales:${index + 1}`,
    kind: 'contact-sales',
    to: { address },
    ...forSales,
    submission: id,
    lead,
  }))
  for (const mail of owed) await owe(payload, mail)
  const { webhookUrl } = notifications
  if (webhookUrl && !isStaging(env())) await oweWebhook(payload, submission, lead, webhookUrl)
  // A finished message claims nothing again: it would take the acknowledgement of the next one.
  if ((await finishedAmong(payload, [id])).has(id)) return
  if (!(await mayAcknowledge(payload, submission))) return withholdAcknowledgement(payload, id)
  await owe(payload, {
    key: acknowledgementKey(id),
    kind: 'contact-acknowledgement',
    to: { name: greetedName(name), address: email },
    ...(settings.email ? { replyTo: { name: settings.companyName ?? '', address: settings.email } } : {}),
    ...(await acknowledgementMail(submission, mailSettings(settings, submission.locale))),
    submission: id,
    lead,
  })
}
