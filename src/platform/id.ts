import type { Field } from 'payload'
import { v7 } from 'uuid'

/**
 * The id of every collection: a UUIDv7 as text (RFC 9562), made by us, so that it is the same on both databases,
 * safe to show, and sorts by creation time. The factory gives each collection a field object of its own.
 */
export const idField = (): Field => ({
  name: 'id',
  type: 'text',
  defaultValue: () => v7(),
  admin: { hidden: true },
})
