import type { Payload } from 'payload'
import type { Email } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import { type DeliveryOutcome, outcomeOf } from './delivery-outcome'
import { nextAttempt } from './retry-schedule'
import { sender } from './sender'
import type { MailTransport } from './transport'

/** An attempt that is not over after this belongs to a process that died. Longer than any attempt may take. */
const LEASE_MS = 10 * 60_000
const ATTEMPT_LIMIT_MS = 5 * 60_000

/** Mails handed over at the same time, so that one slow server answer does not hold up all. */
const BATCH = 5

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/**
 * Header text that no reader decodes: nodemailer sends what is ASCII as it stands, and `=?utf-8?Q?…?=` somebody typed
 * would be read as other words (RFC 2047). With a word joiner in it, it is encoded, and looks the same.
 */
const undecoded = (text: string) => text.replaceAll('=?', '=\u2060?')

/** A mail as nodemailer wants it: mailboxes as objects, so that nothing in a name can become another header. */
async function compose(payload: Payload, email: Email) {
  const { to, replyTo, subject, text, html, calendar, calendarMethod, messageId, kind } = email
  return {
    from: await sender(payload),
    to: { name: undecoded(to?.name ?? ''), address: to?.address ?? '' },
    ...(replyTo?.address ? { replyTo: { name: undecoded(replyTo.name ?? ''), address: replyTo.address } } : {}),
    subject: undecoded(subject),
    text,
    html: html ?? undefined,
    // An alternative of the text, which Gmail and Outlook read, and a file, which Apple Mail opens; the method must
    // stand in the type of the part as well as in the file (RFC 6047, section 2.4).
    ...(calendar && calendarMethod ? { icalEvent: { method: calendarMethod, content: calendar } } : {}),
    messageId,
    // RFC 3834: keeps out-of-office messages from answering us.
    headers: { 'Auto-Submitted': kind.endsWith('acknowledgement') ? 'auto-replied' : 'auto-generated' },
  }
}

/**
 * Hands one mail over.
 * @param ending gives the attempt up when it aborts. Whether the server took the mail is unknown then, so it is put off:
 * the repeat is the same mail by its Message-ID.
 */
async function attempt(
  payload: Payload,
  transport: MailTransport,
  email: Email,
  ending?: AbortSignal,
): Promise<DeliveryOutcome> {
  let timer: NodeJS.Timeout | undefined
  let giveUp = () => {}
  const ended = new Promise<DeliveryOutcome>((resolve) => {
    giveUp = () => resolve({ outcome: 'deferred', reply: 'The site was stopped before the server answered' })
    ending?.addEventListener('abort', giveUp)
  })
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The attempt took too long')), ATTEMPT_LIMIT_MS)
  })
  try {
    const sent = compose(payload, email)
      .then((mail) => transport.send(mail))
      .then((reply): DeliveryOutcome => ({ outcome: 'sent', reply }))
    return await Promise.race([sent, limit, ended])
  } catch (error) {
    return outcomeOf(error as Error)
  } finally {
    clearTimeout(timer)
    ending?.removeEventListener('abort', giveUp)
  }
}

/** What an outcome makes of the mail: sent, owed for later, or failed where everybody sees it. */
function stateAfter({ outcome }: DeliveryOutcome, attempts: number): Partial<Email> {
  const now = new Date()
  if (outcome === 'sent') return { state: 'sent', sentAt: now.toISOString(), nextAttemptAt: null }
  const next = outcome === 'refused' ? undefined : nextAttempt(attempts, now, Math.random())
  return next ? { state: 'queued', nextAttemptAt: next.toISOString() } : { state: 'failed', nextAttemptAt: null }
}

/**
 * Tries one mail, unless another process is at it. The lease is a row with a unique name per attempt. A process that
 * died after it took the lease leaves a mail that is due again when the lease is over; one that died before it said so
 * on the mail leaves a lease that stands in the way, and that number is skipped.
 * @returns false if another process is at it
 */
async function deliver(
  payload: Payload,
  transport: MailTransport,
  email: Email,
  ending?: AbortSignal,
): Promise<boolean> {
  const { id } = email
  const number = email.attempts + 1
  const startedAt = new Date()
  const update = (data: Partial<Email>) => payload.update({ collection: 'emails', id, data, ...trusted })

  const lease = { lease: `${id}:${number}`, email: id, number, startedAt: startedAt.toISOString() }
  const { document, inserted } = await insertOnce(payload, 'email-attempts', lease, 'lease')
  if (!inserted) {
    const isAbandoned = startedAt.getTime() - Date.parse(document.startedAt) > LEASE_MS
    if (isAbandoned) await update({ attempts: number })
    return isAbandoned
  }
  await update({
    state: 'sending',
    attempts: number,
    nextAttemptAt: new Date(startedAt.getTime() + LEASE_MS).toISOString(),
  })
  const result = await attempt(payload, transport, email, ending)
  await update(stateAfter(result, number))
  const finished = { finishedAt: new Date().toISOString(), ...result }
  await payload.update({ collection: 'email-attempts', id: document.id, data: finished, ...trusted })
  const { outcome, reply } = result
  // The reply itself stands with the attempt, for those who may read mail: it names the recipient.
  const code = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(reply)?.[0]
  if (outcome !== 'sent') payload.logger.warn({ msg: 'A mail was not taken', email: id, number, outcome, code })
  return true
}

/**
 * Tries the mails that are due, the longest waiting first.
 * @param ending gives up the attempts under way when it aborts
 * @returns how many this process tried; zero means that there is nothing to do for it now
 */
export async function deliverDue(payload: Payload, transport: MailTransport, ending?: AbortSignal): Promise<number> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: {
      and: [{ state: { in: ['queued', 'sending'] } }, { nextAttemptAt: { less_than_equal: new Date().toISOString() } }],
    },
    sort: 'nextAttemptAt',
    limit: BATCH,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    joins: false,
  })
  const tried = await Promise.all(docs.map((email) => deliver(payload, transport, email, ending)))
  return tried.filter(Boolean).length
}
