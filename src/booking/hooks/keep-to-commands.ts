import type { CollectionBeforeChangeHook } from 'payload'
import type { Meeting } from '@/payload-types'

/** What commands write to the database themselves. */
const OF_COMMANDS = [
  'status',
  'start',
  'end',
  'host',
  'hosts',
  'places',
  'sequence',
  'manageExpiresAt',
  'idempotencyKey',
  'keptDespite',
] as const

/**
 * Keeps what a person saves apart from what commands write. A save writes the whole document, as it was when the form
 * was sent: a guest who moved the meeting meanwhile would be moved back, to a time that is no longer held, and one who
 * cancelled it would have it again, at a time that may be somebody else's by now.
 */
export const keepToCommands: CollectionBeforeChangeHook<Meeting> = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !originalDoc) return data
  const where = { id: { equals: originalDoc.id } }
  const live = await req.payload.db.findOne<Meeting>({ collection: 'meetings', where })
  if (!live) return data
  return { ...data, ...Object.fromEntries(OF_COMMANDS.map((name) => [name, live[name]])) }
}
