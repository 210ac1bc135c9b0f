import type { Payload } from 'payload'
import type { Meeting } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { changeMeeting } from './change-meeting'
import { release } from './claims/claims'
import { completeMeeting } from './follow-up/complete'

/** `closed`: the meeting has begun or does not exist. */
export type CancelResult = { state: 'cancelled'; meeting: Meeting } | { state: 'closed' }

/**
 * Cancels a meeting and frees its time. One that is cancelled already stays as it is.
 * @throws what the database threw
 */
export function cancel(
  payload: Payload,
  id: string,
  { by, reason = '' }: { by: 'guest' | 'staff'; reason?: string },
  now = new Date(),
): Promise<CancelResult> {
  const attempt = async (): Promise<CancelResult | undefined> => {
    const query = { collection: 'meetings', id, depth: 0, overrideAccess: true, disableErrors: true } as const
    const meeting = await payload.findByID(query)
    if (meeting?.status === 'cancelled') return { state: 'cancelled', meeting }
    if (meeting?.status !== 'confirmed' || Date.parse(meeting.start) <= now.getTime()) return { state: 'closed' }
    const cancelled = await changeMeeting(payload, meeting, {
      status: 'cancelled',
      cancelledBy: by,
      cancelReason: reason,
      // Whoever cancels may book the same time again from the same page.
      idempotencyKey: `cancelled:${id}`,
    })
    if (!cancelled) return undefined
    await release(payload, id)
    await completeMeeting(payload, id).catch((error) =>
      payload.logger.error({ err: error, msg: 'Completing a cancellation failed', meeting: id }),
    )
    return { state: 'cancelled', meeting: cancelled }
  }
  return inTurn(`meeting ${id}`, async () => {
    // Another process may have changed the meeting since it was read: it is cancelled as it is by then.
    const result = (await attempt()) ?? (await attempt())
    if (!result) throw new Error(`Meeting ${id} changes too fast to be cancelled`)
    return result
  })
}
