import type { CollectionAfterChangeHook, TextField } from 'payload'
import { readContactPoint, takenBy } from './known-contact-point'

/**
 * Asked once, when a colleague enters a caller: a phone number is enough for a lead. Not a column of its own but the
 * lead's first contact point, which `addFirstContact` writes.
 */
export const firstContactField = (): TextField => ({
  name: 'firstContact',
  label: 'Phone or e-mail',
  type: 'text',
  virtual: true,
  maxLength: 320,
  validate: async (value: unknown, { operation, req, event }) => {
    // While somebody types, half a number is no mistake.
    if (operation !== 'create' || typeof value !== 'string' || !value.trim() || event === 'onChange') return true
    const read = await readContactPoint(value, req)
    return typeof read === 'string' ? read : ((await takenBy(read.value, req)) ?? true)
  },
  admin: {
    // Payload makes a field without a column of its own read-only.
    readOnly: false,
    condition: (_data, _siblings, { operation }) => operation === 'create',
    description: 'How to reach them; a phone number alone will do. More can be added afterwards.',
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
  },
})

/** Writes the contact point that was typed into the form of a new lead. */
export const addFirstContact: CollectionAfterChangeHook = async ({ data, doc, operation, req }) => {
  const raw: unknown = data?.firstContact
  if (operation !== 'create' || typeof raw !== 'string' || !raw.trim()) return
  const read = await readContactPoint(raw, req)
  if (typeof read === 'string') return
  await req.payload.create({ collection: 'contact-points', data: { raw, ...read, lead: doc.id }, req })
}
