import type { Payload } from 'payload'
import type { Email } from '@/payload-types'
import { unlessAborted } from '@/platform/unless-aborted'
import { type DeliveryOutcome, outcomeOf } from './delivery-outcome'
import { sender } from './sender'
import type { MailTransport } from './transport'

/** Hands one row of the outbox over, and says how that ended. It does not throw, and ends soon after the signal. */
export type HandOver = (email: Email, ending?: AbortSignal) => Promise<DeliveryOutcome>

/** No attempt takes longer, whatever a server does. */
export const ATTEMPT_LIMIT_MS = 5 * 60_000

/**
 * Header text that no reader decodes: nodemailer sends what is ASCII as it stands, and `=?utf-8?Q?…?=` somebody typed
 * would be read as other words (RFC 2047). With a word joiner in it, it is encoded, and looks the same.
 */
const undecoded = (text: string) => text.replaceAll('=?', '=\u2060?')

/** A mail as nodemailer wants it: mailboxes as objects, so that nothing in a name can become another header. */
async function compose(payload: Payload, email: Email) {
  const { to, replyTo, subject, text, html, calendar, calendarMethod, messageId, inReplyTo, references, kind } = email
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
    inReplyTo: inReplyTo ?? undefined,
    references: references ?? undefined,
    // RFC 3834: keeps out-of-office messages from answering us. What a colleague wrote is theirs to be answered.
    headers: email.author
      ? {}
      : { 'Auto-Submitted': kind.endsWith('acknowledgement') ? 'auto-replied' : 'auto-generated' },
  }
}

/** Hands mail to the server. */
export const byMail =
  (payload: Payload, transport: MailTransport): HandOver =>
  (email) =>
    compose(payload, email)
      .then((mail) => transport.send(mail))
      .then((reply): DeliveryOutcome => ({ outcome: 'sent', reply }), outcomeOf)

/**
 * Tries once, for a limited time.
 * @param ending gives the attempt up when it aborts. Whether the server took the mail is unknown then, so it is put off:
 * the repeat is the same mail by its Message-ID.
 */
export async function attempt(email: Email, handOver: HandOver, ending?: AbortSignal): Promise<DeliveryOutcome> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<DeliveryOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'error', reply: 'The attempt took too long' }), ATTEMPT_LIMIT_MS)
  })
  try {
    return await unlessAborted(ending, Promise.race([handOver(email, ending), limit]), {
      outcome: 'deferred',
      reply: 'The site was stopped before the server answered',
    })
  } finally {
    clearTimeout(timer)
  }
}
