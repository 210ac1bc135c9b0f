import type { Payload, Where } from 'payload'
import type { Stop } from '@/platform/background'
import { repeat } from '@/platform/repeat'
import { doDailyWork } from '../abuse/daily'
import { every } from '../every'
import { sweepMerges } from '../merge/merge-leads'
import { sweepReplies } from '../reply/answered'
import { completeSubmission } from './complete'
import { finishedAmong } from './finished'
import { forgetUnfinished, noteUnfinished } from './unfinished'

const INTERVAL_MS = 60_000
const DAY_MS = 24 * 3_600_000

/** How far back replies are looked at: the process may have been down. */
const REPLIES_MS = 30 * DAY_MS

/** So many messages are asked about at a time: SQLite takes no list without end. */
const BATCH = 500

/** Messages that were taken in and not followed up to the end, among those that changed since. */
async function unfinished(payload: Payload, since: Date): Promise<string[]> {
  const where: Where = {
    and: [{ state: { in: ['accepted', 'released'] } }, { updatedAt: { greater_than: since.toISOString() } }],
  }
  const ids: string[] = []
  for await (const { id } of every(payload, 'contact-submissions', where, { key: true })) ids.push(id)
  const found: string[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const finished = await finishedAmong(payload, batch)
    found.push(...batch.filter((id) => !finished.has(id)))
  }
  return found
}

/**
 * Completes the messages that a crash left half done: without a lead, or without the mails they owe.
 * @returns how many there were
 */
export async function sweep(payload: Payload, since: Date): Promise<number> {
  const ids = await unfinished(payload, since)
  for (const id of ids) {
    try {
      await completeSubmission(payload, id)
      await forgetUnfinished(payload, id)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Completing a message failed', submission: id })
      await noteUnfinished(payload, id).catch((failure) => payload.logger.error({ err: failure }))
    }
  }
  return ids.length
}

/**
 * Sweeps at once and every minute, and once a day tells what is held and removes old spam.
 * @returns a function that stops it, once what is under way is over
 */
export function startSweeper(payload: Payload): Stop {
  // At the start all there are, however long the process was down; then a day's, once nothing of before is left.
  let everything = true
  const stops = [
    repeat(payload, 'Sweeping messages', INTERVAL_MS, async () => {
      const since = new Date(everything ? 0 : Date.now() - DAY_MS)
      const found = await sweep(payload, since)
      await sweepReplies(payload, new Date(Date.now() - REPLIES_MS))
      // What cannot be completed is looked for at any age until it could be.
      everything = found > 0
    }),
    repeat(payload, 'The daily work on held messages', INTERVAL_MS, () => doDailyWork(payload)),
    repeat(payload, 'Finishing merges', INTERVAL_MS, () => sweepMerges(payload)),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
