import type { Payload, Where } from 'payload'
import { underLease } from './lease'

/** The day's work has to be over by then; another process may begin it again. */
const LIMIT_S = 600

/** The mark of a day is replaced by that of the next; the date has to be one. */
const FOR_GOOD = '9999-12-31T00:00:00.000Z'

/**
 * Does a piece of work once for a day, in one of all processes. Work that throws is not done: the next call tries again.
 * @param name of the work, unique in the product
 * @param day any name of the day, such as `2026-03-02`
 */
export async function oncePerDay(
  payload: Payload,
  name: string,
  day: string,
  work: () => Promise<void>,
): Promise<void> {
  const mark = `done daily: ${name}`
  const isDone = async () => {
    const where: Where = { and: [{ name: { equals: mark } }, { holder: { equals: day } }] }
    return (await payload.count({ collection: 'leases', where, overrideAccess: true })).totalDocs > 0
  }
  if (await isDone()) return
  await underLease(payload, `daily: ${name}`, LIMIT_S, async () => {
    // Asked again: another process may have done it between the question and the lease.
    if (await isDone()) return
    await work()
    await payload.db.deleteMany({ collection: 'leases', where: { name: { equals: mark } } })
    const data = { name: mark, holder: day, expiresAt: FOR_GOOD }
    await payload.create({ collection: 'leases', data, overrideAccess: true, disableTransaction: true })
  })
}
