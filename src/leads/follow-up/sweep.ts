import type { Payload } from 'payload'
import type { Stop } from '@/platform/background'
import { repeat } from '@/platform/repeat'
import { doDailyWork } from '../abuse/daily'
import { sweepMerges } from '../merge/merge-leads'
import { sweepReplies } from '../reply/answered'
import { completeSubmission } from './complete'
import { finishedAmong } from './finished'

const INTERVAL_MS = 60_000
const DAY_MS = 24 * 3_600_000

/** How far back to look: at the start a month, since the process may have been down; then a day. */
const FIRST_WINDOW_MS = 30 * DAY_MS
const WINDOW_MS = DAY_MS

/** Messages that were taken in and not followed up to the end, among those that changed since. */
async function unfinished(payload: Payload, since: Date): Promise<string[]> {
  const { docs: submissions } = await payload.find({
    collection: 'contact-submissions',
    where: { and: [{ state: { in: ['accepted', 'released'] } }, { updatedAt: { greater_than: since.toISOString() } }] },
    select: { key: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  const ids = submissions.map(({ id }) => id)
  const finished = await finishedAmong(payload, ids)
  return ids.filter((id) => !finished.has(id))
}

/**
 * Completes the messages that a crash left half done: without a lead, or without the mails they owe.
 * @returns how many there were
 */
export async function sweep(payload: Payload, since: Date): Promise<number> {
  const ids = await unfinished(payload, since)
  for (const id of ids) {
    await completeSubmission(payload, id).catch((error) =>
      payload.logger.error({ err: error, msg: 'Completing a message failed', submission: id }),
    )
  }
  return ids.length
}

/**
 * Sweeps at once and every minute, and once a day tells what is held and removes old spam.
 * @returns a function that stops it, once what is under way is over
 */
export function startSweeper(payload: Payload): Stop {
  let windowMs = FIRST_WINDOW_MS
  const stops = [
    repeat(payload, 'Sweeping messages', INTERVAL_MS, async () => {
      const since = new Date(Date.now() - windowMs)
      windowMs = WINDOW_MS
      await sweep(payload, since)
      await sweepReplies(payload, since)
    }),
    repeat(payload, 'The daily work on held messages', INTERVAL_MS, () => doDailyWork(payload)),
    repeat(payload, 'Finishing merges', INTERVAL_MS, () => sweepMerges(payload)),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
