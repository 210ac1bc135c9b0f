import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

/**
 * Does a piece of work unless another process is at it: the lease is a document with a unique name, so that the
 * first insert wins on every database. A lease past its end belongs to a dead process and may be taken.
 * @param seconds how long the work may take; it must end or be bounded before that
 * @returns what the work gave, or undefined when another process holds the lease
 */
export async function underLease<T>(
  payload: Payload,
  name: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const holder = randomUUID()
  const { db } = payload
  const now = new Date()
  await db.deleteMany({
    collection: 'leases',
    where: { and: [{ name: { equals: name } }, { expiresAt: { less_than: now.toISOString() } }] },
  })
  try {
    const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString()
    const data = { name, holder, expiresAt }
    // Outside a transaction MongoDB tells the loser of a race that the name is taken; within one, of a write conflict.
    await payload.create({ collection: 'leases', data, overrideAccess: true, disableTransaction: true })
  } catch (error) {
    // Payload tells a broken unique index as a ValidationError on both databases. By its status: the production build
    // shortens names of classes, and `name` with them.
    if (error instanceof Error && 'status' in error && error.status === 400) return undefined
    throw error
  }
  try {
    return await work()
  } finally {
    await db.deleteMany({ collection: 'leases', where: { holder: { equals: holder } } })
  }
}

/** A lease that ended this long ago is of no use to a process whose clock is slow either. */
const KEEP_MS = 24 * 60 * 60 * 1000

/** Removes the leases that dead processes and one-time claims left behind, a day after their end. */
export async function forgetLeases(payload: Payload, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS).toISOString()
  await payload.db.deleteMany({ collection: 'leases', where: { expiresAt: { less_than: before } } })
}
