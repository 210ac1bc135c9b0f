import type { Payload } from 'payload'
import { readAttribution } from '@/forms/attribution'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { takeSlot } from '@/forms/rate-limit'
import { referenceOf } from '@/forms/reference'
import { readTicket } from '@/forms/ticket'
import type { ContactSubmission } from '@/payload-types'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import { processState } from '@/platform/process-state'
import { messages } from '@/site/messages'
import { holdAsOneOfMany, type Verdict, verdict } from './abuse/verdict'
import { receiptToken } from './correction/receipt-token'
import { completeSubmission } from './follow-up/complete'
import { CONTACT_FIELDS, type ContactMessage, type TypedForm } from './form/contact-form'
import { fingerprint, submissionKey } from './form/submission-key'
import type { ContactOffer } from './queries'

export { derivedId, idOf, upsertLead } from './follow-up/upsert-lead'
export { addAddress } from './inbox/add-address'

/** A contact form that passed its checks, and what was around it. */
export type ContactDelivery = {
  message: ContactMessage
  typed: TypedForm
  offer: ContactOffer
  /** Address of the sender's machine, as the door saw it. */
  address: string
  /** What another form asked besides. */
  answers?: { key: string; label: string; value: string }[]
}

/** `received`: stored, now or before, be it held. `limited`: not stored, in a flood; the sender may try again after so many seconds. */
export type ContactReceipt =
  | { state: 'received'; reference: string; token: string }
  | { state: 'limited'; retryAfterSeconds: number }

type NewSubmission = Omit<ContactSubmission, 'id' | 'createdAt' | 'updatedAt' | keyof Verdict> & Verdict

/** What is stored of a message: what was asked, with the labels as shown, and what was answered. */
function record({ message, typed, offer, answers = [] }: ContactDelivery, now: Date): NewSubmission {
  const { name, email, company, phone, topic } = message
  const { contact } = messages(offer.locale)
  const ticket = readTicket(env().PAYLOAD_SECRET, typed.ticket ?? '', now)
  const print = fingerprint(email.identity, message.message)
  const key = submissionKey(ticket, print, now)
  const topicLabel = offer.topics.find((offered) => offered.key === topic)?.label ?? contact.mails.defaultTopic
  const values = {
    name,
    email: email.address,
    company,
    phone: phone.raw,
    topic: topicLabel,
    message: message.message,
    consent: offer.consent?.text ?? '',
  }
  const signs = { ticket, name, company, message: message.message, receivedAt: now }
  return {
    ...verdict({ ...signs, honeypot: typed[HONEYPOT_FIELD] ?? '', scripted: Boolean(typed.attribution) }),
    key,
    fingerprint: print,
    reference: referenceOf(env().PAYLOAD_SECRET, key),
    receivedAt: now.toISOString(),
    enquiryType: topic || 'general',
    enquiryLabel: topicLabel,
    name,
    email: email.address,
    company,
    phone: phone.raw,
    message: message.message,
    answers: [
      ...CONTACT_FIELDS.map((field) => ({ key: field, label: contact.fields[field], value: values[field] })),
      ...answers,
    ],
    ...(offer.consent ? { consent: { ...offer.consent, at: now.toISOString() } } : {}),
    attribution: readAttribution(typed.attribution ?? '', typed.from ?? ''),
    locale: offer.locale,
  }
}

/** Stores a message and does what follows from it; only the insert can fail. */
async function store(payload: Payload, address: string, submission: NewSubmission): Promise<ContactReceipt> {
  const { reference, key } = submission
  const { docs } = await payload.find({
    collection: 'contact-submissions',
    where: { key: { equals: key } },
    select: { receivedAt: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  if (docs[0]) return { state: 'received', reference, token: receiptToken(docs[0]) }

  const slot = await takeSlot(address)
  if (slot.state === 'flood') return { state: 'limited', retryAfterSeconds: slot.retryAfterSeconds }

  const judged = slot.state === 'many' ? { ...submission, ...holdAsOneOfMany(submission) } : submission
  const { document } = await insertOnce(payload, 'contact-submissions', judged, 'key')
  // From here on the message is ours. What goes wrong now is made good by the sweeper, and is not the sender's matter.
  await completeSubmission(payload, document.id).catch((error) =>
    payload.logger.error({ err: error, msg: 'Completing a message failed', submission: document.id }),
  )
  return { state: 'received', reference, token: receiptToken(document) }
}

/**
 * Takes a message from the contact form. A single insert acknowledges it; a repeat (double click, reload, replay) gets
 * the receipt of the first and does nothing else.
 * @throws what the database threw, if the message could not be stored
 */
export function submitContact(payload: Payload, delivery: ContactDelivery, now = new Date()): Promise<ContactReceipt> {
  const submission = record(delivery, now)
  // Repeats that arrive together wait for the first: each would take a slot of the sender's limit otherwise.
  const underWay = processState('leads.underWay', () => new Map<string, Promise<ContactReceipt>>())
  const first = underWay.get(submission.key)
  if (first) return first
  const receipt = store(payload, delivery.address, submission).finally(() => underWay.delete(submission.key))
  underWay.set(submission.key, receipt)
  return receipt
}
