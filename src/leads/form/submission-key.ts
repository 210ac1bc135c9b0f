import { createHash } from 'node:crypto'
import type { TicketReading } from '@/forms/ticket'

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
