import type { Payload, Where } from 'payload'
import type { Email } from '@/payload-types'
import { env } from '@/platform/env'
import { isOutage } from './outage'

async function count(payload: Payload, ...states: Email['state'][]): Promise<number> {
  return (await payload.count({ collection: 'emails', where: { state: { in: states } }, overrideAccess: true }))
    .totalDocs
}

/** How many mails wait for an admin to release them. */
export const pausedMails = (payload: Payload): Promise<number> => count(payload, 'paused')

/** Mail that was due so long ago has nobody who sends it: no worker runs, or it is stuck. */
const OVERDUE_MS = 15 * 60_000

async function isOverdue(payload: Payload): Promise<boolean> {
  const since = new Date(Date.now() - OVERDUE_MS).toISOString()
  const where: Where = { and: [{ state: { in: ['queued', 'sending'] } }, { nextAttemptAt: { less_than: since } }] }
  return (await payload.count({ collection: 'emails', where, overrideAccess: true })).totalDocs > 0
}

/**
 * How the outbox is: `failed` needs a person, `waiting` is on its way, and none is while the server is away, or while
 * mail that is due is not tried (`isStuck`).
 */
export type MailStatus = {
  mode: 'smtp' | 'files'
  failed: number
  waiting: number
  isServerAway: boolean
  isStuck: boolean
}

export async function mailStatus(payload: Payload): Promise<MailStatus> {
  const [failed, waiting, isServerAway, isStuck] = await Promise.all([
    count(payload, 'failed'),
    count(payload, 'queued', 'sending'),
    isOutage(payload),
    isOverdue(payload),
  ])
  return { mode: env().SMTP_URL ? 'smtp' : 'files', failed, waiting, isServerAway, isStuck }
}

/** The outbox in figures: mails by state, and the age in seconds of the one that waits longest (0 while none does). */
export async function outboxFigures(
  payload: Payload,
): Promise<{ mails: Record<Email['state'], number>; oldestWaitingSeconds: number }> {
  const oldest = payload.find({
    collection: 'emails',
    where: { state: { in: ['queued', 'sending'] } },
    select: { createdAt: true },
    sort: 'createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: true,
  })
  const [queued, sending, sent, failed, paused, late] = await Promise.all([
    count(payload, 'queued'),
    count(payload, 'sending'),
    count(payload, 'sent'),
    count(payload, 'failed'),
    count(payload, 'paused'),
    count(payload, 'late'),
  ])
  const since = (await oldest).docs[0]?.createdAt
  const oldestWaitingSeconds = since ? Math.max(0, Date.now() - Date.parse(since)) / 1000 : 0
  return { mails: { queued, sending, sent, failed, paused, late }, oldestWaitingSeconds }
}
