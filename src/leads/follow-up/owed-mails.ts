import type { Payload } from 'payload'
import { parseEmailAddress } from '@/forms/email-address'
import { type OwedMail, owe, oweCall } from '@/mail/outbox'
import type { ContactSubmission, Setting } from '@/payload-types'
import { env, isStaging } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { adminUrl } from '@/site/urls'
import { claimAcknowledgement, withholdAcknowledgement } from './acknowledgement-claim'
import { asCorrected } from './as-corrected'
import { acknowledgementMail, greetedName } from './emails/acknowledgement'
import { correctionMail } from './emails/correction'
import { mailSettings } from './emails/mail-settings'
import { type OtherMessage, salesMail } from './emails/sales'
import { acknowledgementKey, finishedAmong } from './finished'
import { recipientsOf } from './recipients'
import { contactEvent } from './webhook-event'

/** So many other messages are named in a mail; the lead shows the rest. */
const OTHERS = 3

/** Whether a message is acknowledged: an address gets one mail in an hour, whoever writes in its name. */
function mayAcknowledge(payload: Payload, { email }: ContactSubmission, holder: string): Promise<boolean> {
  const identity = parseEmailAddress(email)?.identity ?? email.toLowerCase()
  return claimAcknowledgement(payload, { secret: env().PAYLOAD_SECRET, identity, submission: holder })
}

async function acknowledgement(
  submission: ContactSubmission,
  settings: Setting,
  { key, lead }: { key: string; lead: string },
): Promise<OwedMail> {
  const { id, name, email, locale } = submission
  return {
    key,
    kind: 'contact-acknowledgement',
    to: { name: greetedName(name), address: email },
    ...(settings.email ? { replyTo: { name: settings.companyName ?? '', address: settings.email } } : {}),
    ...(await acknowledgementMail(submission, mailSettings(settings, locale))),
    submission: id,
    lead,
  }
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
  const { id, enquiryType } = submission
  const recipients = recipientsOf(enquiryType, notifications, settings, new Date())
  if (recipients.length === 0) payload.logger.warn({ msg: 'Nobody is mailed about new messages', submission: id })

  // Sales reads the language of the agency, the sender that of the page they wrote on.
  const forSales = await salesMail(submission, mailSettings(settings, settings.defaultLocale ?? DEFAULT_LOCALE), {
    lead,
    others: await otherMessages(payload, submission, lead),
  })
  const owed: OwedMail[] = recipients.map((address) => ({
    // Not by position: the list may change before a message that a crash left half done is finished.
    key: `contact:${id}:sales:${address.toLowerCase()}`,
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
  if (!(await mayAcknowledge(payload, submission, id))) return withholdAcknowledgement(payload, id)
  await owe(payload, await acknowledgement(submission, settings, { key: acknowledgementKey(id), lead }))
}

/**
 * Writes the mails that follow from the correction of an address: word of it to sales, whose answers go there from now
 * on, and the acknowledgement, unless the address had one a short while ago.
 * @param number of the correction, from 1
 */
export async function oweCorrectionMails(
  payload: Payload,
  stored: ContactSubmission,
  lead: string,
  number: number,
): Promise<void> {
  const [settings, notifications] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'notifications', depth: 0 }),
  ])
  const submission = asCorrected(stored)
  const { id, enquiryType } = submission
  const words = mailSettings(settings, settings.defaultLocale ?? DEFAULT_LOCALE)
  const forSales = await correctionMail(stored, words, lead)
  for (const address of recipientsOf(enquiryType, notifications, settings, new Date())) {
    const key = `contact:${id}:corrected:${number}:${address.toLowerCase()}`
    await owe(payload, { key, kind: 'contact-correction', to: { address }, ...forSales, submission: id, lead })
  }
  // An acknowledgement that was taken back in time is owed anew, to the right address.
  if (!(await finishedAmong(payload, [id])).has(id)) return oweMails(payload, submission, lead)
  if (!(await mayAcknowledge(payload, submission, `${id}:${number}`))) return
  const key = `${acknowledgementKey(id)}:${number}`
  await owe(payload, await acknowledgement(submission, settings, { key, lead }))
}
