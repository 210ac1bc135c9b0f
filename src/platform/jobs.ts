import type { Payload } from 'payload'
import type { Stop } from './background'
import { forgetInvalidations } from './invalidation-tail'
import { forgetLeases, underLease } from './lease'
import { repeat } from './repeat'

const LEASE_SECONDS = 300
const STUCK_MS = 5 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

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

/** True if a job waits whose time has come, or one hangs: a look, so that an idle site writes nothing. */
async function isAnyDue(payload: Payload): Promise<boolean> {
  const now = new Date().toISOString()
  const { totalDocs } = await payload.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than_equal: now } }] },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/** How many jobs are not done, those whose time has not come too. */
export async function waitingJobs(payload: Payload): Promise<number> {
  const where = { completedAt: { exists: false } }
  return (await payload.count({ collection: 'payload-jobs', where, overrideAccess: true })).totalDocs
}

/** Does the jobs that are due (scheduled publishing), in one process at a time: Payload's runner does a job twice. */
export async function runDueJobs(payload: Payload): Promise<void> {
  if (!(await isAnyDue(payload))) return
  await underLease(payload, 'jobs', LEASE_SECONDS, async () => {
    await freeStuckJobs(payload)
    await payload.jobs.run({ limit: 50, overrideAccess: true })
  })
}

/** Starts what a process does by the clock. @returns a function that stops it, once what is under way is over */
export function startJobs(payload: Payload): Stop {
  const stops = [
    repeat(payload, 'Running jobs', 5_000, () => runDueJobs(payload)),
    repeat(payload, 'Forgetting invalidations', HOUR_MS, () => forgetInvalidations(payload)),
    repeat(payload, 'Forgetting leases', HOUR_MS, () => forgetLeases(payload)),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
