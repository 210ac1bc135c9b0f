import type { Payload } from 'payload'
import type { Meeting } from '@/payload-types'

/**
 * Changes a confirmed meeting as it was read: one write, of nothing but these fields, that finds nothing when somebody
 * else has changed the meeting meanwhile. The sequence rises with it (RFC 5545, section 3.8.7.4).
 * @returns the meeting as it is now, or undefined
 */
export async function changeMeeting(
  payload: Payload,
  { id, sequence }: Meeting,
  data: Partial<Omit<Meeting, 'id' | 'sequence'>>,
): Promise<Meeting | undefined> {
  const changed: unknown = await payload.db.updateOne({
    collection: 'meetings',
    where: {
      and: [{ id: { equals: id } }, { sequence: { equals: sequence } }, { status: { equals: 'confirmed' } }],
    },
    data: { ...data, sequence: sequence + 1, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })
  return (changed as Meeting | null) ?? undefined
}
