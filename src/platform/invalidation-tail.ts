import type { Payload } from 'payload'
import type { Stop } from './background'
import { clearPages, invalidatePages } from './render-context'
import { repeat } from './repeat'

/** Rows are looked at again for this long: a row can become visible after a younger one, when its transaction ends. */
const WINDOW_MS = 60_000
const INTERVAL_MS = 500
const KEEP_MS = 24 * 60 * 60 * 1000
const BATCH = 500

/**
 * Follows the `invalidations` of all processes and drops the pages they name from this one's memory.
 *
 * Ids are UUIDv7, so they sort by time; rows of the last minute are read again and remembered, since a transaction
 * makes a row visible only when it commits. After a gap longer than the window (a sleeping machine, a database that was
 * away) or more rows than one batch, what was missed is unknown, so every page goes.
 * @returns a function that stops following
 */
export function followInvalidations(payload: Payload): Stop {
  const seen = new Map<string, number>()
  let lastRead = Date.now()

  const rowsSince = (since: number) =>
    payload.find({
      collection: 'invalidations',
      where: { createdAt: { greater_than_equal: new Date(since).toISOString() } },
      sort: 'createdAt',
      limit: BATCH,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })

  async function read(): Promise<void> {
    const startedAt = Date.now()
    const { docs } = await rowsSince(startedAt - WINDOW_MS)
    if (startedAt - lastRead > WINDOW_MS || docs.length >= BATCH) clearPages()
    lastRead = startedAt
    for (const { id, tags } of docs) {
      if (!seen.has(id)) invalidatePages(tags as string[])
      seen.set(id, startedAt)
    }
    for (const [id, at] of seen) if (at < startedAt - 2 * WINDOW_MS) seen.delete(id)
  }

  return repeat(payload, 'Reading invalidations', INTERVAL_MS, read)
}

/** Removes rows that every living process has read long ago. */
export async function forgetInvalidations(payload: Payload): Promise<void> {
  const before = new Date(Date.now() - KEEP_MS).toISOString()
  await payload.db.deleteMany({ collection: 'invalidations', where: { createdAt: { less_than: before } } })
}
