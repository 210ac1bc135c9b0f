import type { CollectionAfterDeleteHook } from 'payload'

/** Frees the time of a meeting that was deleted. */
export const releaseClaims: CollectionAfterDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'meeting-claims', where: { meeting: { equals: id } } })
}
