import type { CollectionBeforeDeleteHook } from 'payload'

/**
 * Takes a lead's contact points and timeline along when it is deleted: they mean nothing without it, and SQLite refuses
 * to leave them behind. Its messages and mails stay, as what was said.
 */
export const deleteWhatBelongs: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ['contact-points', 'lead-events'] as const) {
    await req.payload.delete({ collection, where: { lead: { equals: id } }, overrideAccess: true, req })
  }
}
