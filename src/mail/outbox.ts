import type { Payload } from 'payload'
import { v7 } from 'uuid'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import type { Mailbox } from './transport'

/** A mail that is owed to somebody. Its key makes it owed once, however often this is said. */
export type OwedMail = {
  key: string
  kind: string
  to: Mailbox
  replyTo?: Mailbox
  subject: string
  text: string
  html: string
  /** An iCalendar file (RFC 5545): with its method, mail programs show the mail as an invitation. */
  calendar?: string
  calendarMethod?: 'REQUEST' | 'CANCEL'
  /** Message-IDs of earlier mails that this one follows (RFC 5322, section 3.6.4). */
  inReplyTo?: string
  references?: string
  /** The colleague who wrote it; mail of the site itself has none. */
  author?: string
  /** ISO 8601; a mail that could not be sent until then is of no use any more, and is not. */
  notAfter?: string
  /** Not sent before an admin has released it, nor before this time (ISO 8601). */
  pausedUntil?: string
  submission?: string
  meeting?: string
  lead?: string
}

/**
 * Writes a mail to the outbox, from where the deliverer sends it. The Message-ID is made here, once: a repeat after a
 * crash is the same mail to every mail program.
 * @returns false if a mail with this key is owed already; that one stands
 */
export const owe = (payload: Payload, mail: OwedMail): Promise<boolean> => insert(payload, { ...mail, channel: 'mail' })

/** A call of a webhook that is owed: `text` is its body, in JSON. */
export type OwedCall = Pick<OwedMail, 'key' | 'kind' | 'subject' | 'text' | 'submission' | 'lead'> & { url: string }

/** Writes a call of a webhook to the outbox, where it is retried as a mail is. @returns as `owe` does */
export const oweCall = (payload: Payload, call: OwedCall): Promise<boolean> =>
  insert(payload, { ...call, channel: 'webhook' })

type Row = (OwedMail & { channel: 'mail' }) | (OwedCall & { channel: 'webhook' })

async function insert(
  payload: Payload,
  { pausedUntil, ...row }: Row & Pick<OwedMail, 'pausedUntil'>,
): Promise<boolean> {
  const messageId = `<${v7()}@${new URL(env().SITE_URL).hostname}>`
  const state = pausedUntil ? ('paused' as const) : ('queued' as const)
  const data = { ...row, messageId, state, attempts: 0, nextAttemptAt: pausedUntil ?? new Date().toISOString() }
  return (await insertOnce(payload, 'emails', data, 'key')).inserted
}
