import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * One rendering of the form: a key that makes its repeats recognisable, and when it was made (epoch milliseconds).
 * It is signed with a key made from the site's secret, so it outlives builds and restarts and nobody can make one.
 */
export type Ticket = { key: string; issuedAt: number }

/** A ticket as it came back. Only `valid` carries its content: the others prove nothing. */
export type TicketReading = { state: 'valid'; ticket: Ticket } | { state: 'missing' | 'expired' | 'broken' }

/** A form that stayed open longer than this is taken without its ticket. */
const LIFETIME_MS = 7 * 24 * 3_600_000

const FORMAT = /^([\w-]{22})\.([0-9a-z]{1,11})\.([\w-]{43})$/

const signature = (secret: string, content: string) => {
  const key = createHmac('sha256', secret).update('form ticket').digest()
  return createHmac('sha256', key).update(content).digest('base64url')
}

/** A new ticket as text for a hidden field: `key.issuedAt.signature`. */
export function issueTicket(secret: string, now: Date): string {
  const content = `${randomBytes(16).toString('base64url')}.${now.getTime().toString(36)}`
  return `${content}.${signature(secret, content)}`
}

/** Reads a ticket back. It never throws: a person whose ticket is gone is still a person. */
export function readTicket(secret: string, text: string, now: Date): TicketReading {
  if (text === '') return { state: 'missing' }
  const [, key = '', issued = '', signed = ''] = FORMAT.exec(text) ?? []
  const expected = signature(secret, `${key}.${issued}`)
  if (signed.length !== expected.length || !timingSafeEqual(Buffer.from(signed), Buffer.from(expected))) {
    return { state: 'broken' }
  }
  const issuedAt = Number.parseInt(issued, 36)
  return now.getTime() - issuedAt > LIFETIME_MS ? { state: 'expired' } : { state: 'valid', ticket: { key, issuedAt } }
}

/** True if the ticket is one of ours, and not too old. */
export const hasTicket = (secret: string, text: string, now: Date): boolean =>
  readTicket(secret, text, now).state === 'valid'

/** The ticket of a form to show: the one it came back with while that is valid, else a new one. */
export function formTicket(secret: string, previous: string, now: Date): string {
  return hasTicket(secret, previous, now) ? previous : issueTicket(secret, now)
}
