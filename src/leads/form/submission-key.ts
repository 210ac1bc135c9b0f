import { createHash, createHmac } from 'node:crypto'
import type { TicketReading } from './ticket'

/** What makes two messages the same one: who writes, and what. */
export function fingerprint(identity: string, message: string): string {
  return createHash('sha256').update(`${identity}\0${message}`).digest('hex')
}

/**
 * The idempotency key of a submission. A double click, a reload and a replay have the same ticket and fingerprint;
 * Back, edit and send has the same ticket and another fingerprint, and is a new message. Without a ticket the same
 * message on the same day (UTC) counts as a repeat.
 */
export function submissionKey(reading: TicketReading, print: string, now: Date): string {
  const occasion = reading.state === 'valid' ? `ticket:${reading.ticket.key}` : `day:${now.toISOString().slice(0, 10)}`
  return `${occasion}:${print}`
}

/** Crockford's base 32: no letter that is mistaken for a digit on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The form of a reference, for addresses. */
export const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/**
 * What a sender quotes on the telephone: `7K3QM-9TZ2V`. Made from the key, so that a repeat gets the same one, and
 * keyed with the secret, so that nobody guesses another's (50 bits).
 */
export function referenceOf(secret: string, key: string): string {
  const digest = createHmac('sha256', secret).update(`reference ${key}`).digest()
  const characters = [...digest.subarray(0, 10)].map((byte) => ALPHABET[byte % 32]).join('')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}
