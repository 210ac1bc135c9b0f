import type { Payload } from 'payload'
import type { Meeting } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { completeMeeting } from './follow-up/complete'

/** `closed`: the meeting has not begun, was cancelled or does not exist. */
export type AttendanceResult = { state: 'noted'; meeting: Meeting } | { state: 'closed' }

/**
 * Notes whether a meeting took place, once it has begun; a slip is put right by saying the other. Its time stays taken,
 * it counts against limits as before, and no calendar is told: its sequence stays.
 */
export function noteAttendance(
  payload: Payload,
  id: string,
  status: 'held' | 'no-show',
  now = new Date(),
): Promise<AttendanceResult> {
  return inTurn(`meeting ${id}`, async () => {
    const noted: unknown = await payload.db.updateOne({
      collection: 'meetings',
      where: {
        and: [
          { id: { equals: id } },
          { status: { in: ['confirmed', 'held', 'no-show'] } },
          { start: { less_than_equal: now.toISOString() } },
        ],
      },
      data: { status, updatedAt: new Date().toISOString() },
      options: { atomic: true },
    })
    if (!noted) return { state: 'closed' }
    await completeMeeting(payload, id).catch((error) =>
      payload.logger.error({ err: error, msg: 'Completing a note of attendance failed', meeting: id }),
    )
    return { state: 'noted', meeting: noted as Meeting }
  })
}
