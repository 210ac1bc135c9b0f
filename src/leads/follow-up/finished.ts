import type { Payload } from 'payload'
import { withheldAmong } from './acknowledgement-claim'

/** Key of the last mail that a message may owe. */
export const acknowledgementKey = (submission: string) => `contact:${submission}:ack`

/**
 * The messages for which nothing is left to do. Last of all, a message's acknowledgement is written to the outbox, or
 * it is noted that it gets none.
 */
export async function finishedAmong(payload: Payload, submissions: string[]): Promise<Set<string>> {
  if (submissions.length === 0) return new Set()
  const keys = new Map(submissions.map((id) => [acknowledgementKey(id), id]))
  const { docs: emails } = await payload.find({
    collection: 'emails',
    where: { key: { in: [...keys.keys()] } },
    select: { key: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    joins: false,
  })
  const acknowledged = new Set(emails.map(({ key }) => key))
  const others = submissions.filter((id) => !acknowledged.has(acknowledgementKey(id)))
  const withheld = others.length > 0 ? await withheldAmong(payload, others) : new Set<string>()
  return new Set(submissions.filter((id) => acknowledged.has(acknowledgementKey(id)) || withheld.has(id)))
}
