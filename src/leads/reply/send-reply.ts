import { APIError, type Payload, type TypedUser } from 'payload'
import { cleanLine, cleanParagraphs } from '@/forms/clean-text'
import { parseEmailAddress } from '@/forms/email-address'
import { wakeDeliverer } from '@/mail/deliverer'
import { renderMail } from '@/mail/layout'
import { owe } from '@/mail/outbox'
import { greetedName } from '../follow-up/emails/acknowledgement'
import { mailSettings } from '../follow-up/emails/mail-settings'
import { type Answerable, readAnswerable } from './answerable'
import { markContacted, type RevisionStep } from './answered'
import { replyBlocks, withoutQuote } from './reply-text'
import { replySubject, threadHeaders } from './thread'

const LONGEST_TEXT = 20_000
const LONGEST_SUBJECT = 300

/** What a colleague answers. */
export type Reply = {
  /** A UUID made when the box opened: sent twice it is the same reply. */
  key: string
  /** Id of the message that it answers. */
  submission: string
  to: string
  subject: string
  text: string
}

/** `step` is there when the status of the lead changed by it. */
export type AcceptedReply = { state: 'accepted'; step?: RevisionStep }

const refusal = (message: string, status = 400) => new APIError(message, status, undefined, true)

/** The lead, if it can be answered. @throws APIError that says what became of it */
export async function answerableLead(payload: Payload, id: string): Promise<Answerable> {
  const found = await readAnswerable(payload, id)
  if (!found) throw refusal('There is no such lead any more: it was erased or deleted. Nothing was sent.', 404)
  if (found.lead.mergedInto) {
    throw refusal('This lead was merged into another one. Nothing was sent: answer from the lead that stays.', 409)
  }
  return found
}

function checked(reply: Reply, { addresses, messages }: Answerable) {
  const subject = cleanLine(reply.subject).replace(/\s+/g, ' ')
  const text = cleanParagraphs(reply.text)
  if (!text) throw refusal('Write the reply.')
  if (text.length > LONGEST_TEXT) throw refusal(`A reply has at most ${LONGEST_TEXT} characters.`)
  if (subject.length > LONGEST_SUBJECT) throw refusal(`A subject has at most ${LONGEST_SUBJECT} characters.`)
  const message = messages.find(({ submission }) => submission.id === reply.submission)
  if (!message) throw refusal('The message is not among those of this lead. Reload the page and choose another.')
  const identity = parseEmailAddress(reply.to.trim())?.identity
  const to = addresses.find((address) => address.toLowerCase() === identity)
  if (!to) throw refusal('This is no address of this lead. Add it to the lead first.')
  return { ...message, subject: subject || defaultSubject(message), text, to }
}

/** The subject that a reply has unless its author writes another. */
export function defaultSubject({ submission, thread }: Answerable['messages'][number]): string {
  return replySubject(thread.at(-1)?.subject ?? `${submission.enquiryLabel} (${submission.reference})`)
}

/** Whether a mail with this key says the same: only then is sending it again a repeat. */
async function refuseAnother(payload: Payload, key: string, lead: string, text: string, to: string): Promise<void> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: true,
  })
  const [sent] = docs
  if (sent?.lead === lead && sent.to?.address === to && withoutQuote(sent.text) === text) return
  throw refusal('This reply was sent before, with another text: see the timeline. Send once more to write again.', 409)
}

/**
 * Writes a reply to the outbox. That insert accepts it; on the timeline it stands from there, with what became of it.
 * The lead is marked as contacted afterwards, which the sweeper does if a crash comes between.
 * @param author whose name stands beside it, and to whom answers go
 * @throws APIError 400 for what cannot be sent, 404 and 409 when the lead is gone, and 409 for a key that sent another text
 */
export async function sendReply(
  payload: Payload,
  lead: string,
  reply: Reply,
  author: TypedUser,
): Promise<AcceptedReply> {
  const { submission, subject, text, to, thread } = checked(reply, await answerableLead(payload, lead))
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const words = mailSettings(settings, submission.locale)
  const key = `reply:${reply.key}`
  const inserted = await owe(payload, {
    key,
    kind: 'reply',
    to: { name: greetedName(submission.name), address: to },
    replyTo: { name: author.name, address: author.email ?? '' },
    subject,
    ...(await renderMail(replyBlocks(text, submission, words), submission.locale)),
    ...threadHeaders(thread),
    author: author.id,
    submission: submission.id,
    lead,
  })
  if (!inserted) await refuseAnother(payload, key, lead, text, to)
  // Who was erased in between gets nothing.
  if (!(await readAnswerable(payload, lead))) {
    await payload.delete({ collection: 'emails', where: { key: { equals: key } }, depth: 0, overrideAccess: true })
    await answerableLead(payload, lead)
  }
  wakeDeliverer()
  return { state: 'accepted', step: await markContacted(payload, lead, { at: new Date(), author }) }
}
