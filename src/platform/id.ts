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
  hooks: {
    // While Payload restores a version it fills in no defaults, in documents neither that hooks create on the way.
    beforeChange: [({ operation, value }) => (operation === 'create' ? (value ?? v7()) : value)],
  },
  admin: { hidden: true },
})
