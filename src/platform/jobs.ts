import type { Payload } from 'payload'
import { forgetInvalidations } from './invalidation-tail'
import { underLease } from './lease'

const INTERVAL_MS = 5_000
const LEASE_SECONDS = 300
const STUCK_MS = 5 * 60 * 1000

/** A job killed in the middle keeps `processing: true` for ever. */
async function freeStuckJobs(payload: Payload): Promise<void> {
  const before = new Date(Date.now() - STUCK_MS).toISOString()
  await payload.update({
    collection: 'payload-jobs',
    where: { and: [{ processing: { equals: true } }, { updatedAt: { less_than: before } }] },
    data: { processing: false },
    overrideAccess: true,
  })
}

/** Does the jobs that are due (scheduled publishing), in one process at a time: Payload's runner does a job twice. */
export async function runDueJobs(payload: Payload): Promise<void> {
  await underLease(payload, 'jobs', LEASE_SECONDS, async () => {
    await freeStuckJobs(payload)
    await payload.jobs.run({ limit: 50, overrideAccess: true })
    await forgetInvalidations(payload)
  })
}

/** Runs due jobs every few seconds. @returns a function that stops */
export function startJobs(payload: Payload): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  async function tick(): Promise<void> {
    await runDueJobs(payload).catch((error) => payload.logger.error({ err: error, msg: 'Running jobs failed' }))
    if (!stopped) timer = setTimeout(tick, INTERVAL_MS)
  }
  void tick()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
