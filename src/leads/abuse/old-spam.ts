import type { Payload, Where } from 'payload'
import type { ContactSubmission } from '@/payload-types'

const DAY_MS = 24 * 3_600_000

/** How long a person's "spam" can be taken back. */
const KEPT_DAYS = 90

/** Until when spam must have been decided to be removed now. */
export const spamCutoff = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY_MS)

/**
 * Whether a message may be removed: a person decided that it is spam, and 90 days have passed since. A held message is
 * never removed here, however old: a machine held it, and nobody has said anything about it yet.
 */
export function isOldSpam({ state, decidedAt }: Pick<ContactSubmission, 'state' | 'decidedAt'>, now: Date): boolean {
  return state === 'spam' && Boolean(decidedAt) && Date.parse(decidedAt ?? '') <= spamCutoff(now).getTime()
}

/**
 * Removes old spam. What is left of it is a number in the log.
 * @returns how many messages were removed
 */
export async function removeOldSpam(payload: Payload, now = new Date()): Promise<number> {
  const { docs } = await payload.find({
    collection: 'contact-submissions',
    where: { and: [{ state: { equals: 'spam' } }, { decidedAt: { less_than_equal: spamCutoff(now).toISOString() } }] },
    select: { state: true, decidedAt: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  const ids = docs.filter((submission) => isOldSpam(submission, now)).map(({ id }) => id)
  if (ids.length === 0) return 0
  // The state is asked again: somebody may be releasing one of them.
  const where: Where = { and: [{ id: { in: ids } }, { state: { equals: 'spam' } }] }
  const { docs: removed } = await payload.delete({ collection: 'contact-submissions', where, overrideAccess: true })
  payload.logger.info({ msg: 'Spam was removed after 90 days', messages: removed.length })
  return removed.length
}
