import type { Payload } from 'payload'
import { oweDigests } from '../abuse/held-digest'
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

/** Sweeps at once and every minute, and tells once a day what is held. @returns a function that stops it */
export function startSweeper(payload: Payload): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  async function run(windowMs: number): Promise<void> {
    await sweep(payload, new Date(Date.now() - windowMs)).catch((error) =>
      payload.logger.error({ err: error, msg: 'Sweeping messages failed' }),
    )
    await oweDigests(payload).catch((error) =>
      payload.logger.error({ err: error, msg: 'The digest of held messages failed' }),
    )
    if (!stopped) timer = setTimeout(() => run(WINDOW_MS), INTERVAL_MS)
  }
  void run(FIRST_WINDOW_MS)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
