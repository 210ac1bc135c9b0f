import type { CollectionBeforeChangeHook } from 'payload'

/** Whoever creates a document owns it, unless a publisher named somebody else. */
export const setOwner: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create' && !data.owner && req.user) data.owner = req.user.id
  return data
}
