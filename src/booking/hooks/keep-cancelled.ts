import { APIError, type CollectionBeforeChangeHook } from 'payload'
import type { Meeting } from '@/payload-types'

/**
 * Refuses to cancel a meeting, or to bring one back, by typing over its status: its time would stay taken, or would be
 * somebody else's by now. The commands write to the database itself.
 */
export const keepCancelled: CollectionBeforeChangeHook<Meeting> = ({ data, operation, originalDoc }) => {
  if (operation !== 'update' || data.status === undefined || data.status === originalDoc?.status) return data
  if (data.status === 'cancelled') throw new APIError('Use “Cancel meeting”: the guest must be told, too.', 400)
  if (originalDoc?.status === 'cancelled')
    throw new APIError('A cancelled meeting stays cancelled. Book a new one.', 400)
  return data
}
