import type { Payload, Where } from 'payload'
import { insertOnce } from '@/platform/insert-once'

/** Marks that all processes see, one for each message. */
const HOLDER = 'the sweeper'

/** The sweeper tries again every minute, or whenever it is through; what nobody tries any more is nobody's trouble. */
const LASTS_MS = 5 * 60_000

const nameOf = (submission: string) => `unfinished message ${submission}`

/** Notes that what follows from a message could not be done. */
export async function noteUnfinished(payload: Payload, submission: string, now = new Date()): Promise<void> {
  const expiresAt = new Date(now.getTime() + LASTS_MS).toISOString()
  const { document, inserted } = await insertOnce(
    payload,
    'leases',
    { name: nameOf(submission), holder: HOLDER, expiresAt },
    'name',
  )
  if (inserted) return
  const { id } = document
  await payload.db.updateOne({ collection: 'leases', id, data: { expiresAt }, returning: false })
}

export async function forgetUnfinished(payload: Payload, submission: string): Promise<void> {
  await payload.db.deleteMany({ collection: 'leases', where: { name: { equals: nameOf(submission) } } })
}

/** How many messages are stored whose lead or mails could not be made, however often it was tried. */
export async function unfinishedMessages(payload: Payload, now = new Date()): Promise<number> {
  const where: Where = {
    and: [{ holder: { equals: HOLDER } }, { expiresAt: { greater_than: now.toISOString() } }],
  }
  return (await payload.count({ collection: 'leases', where, overrideAccess: true })).totalDocs
}
