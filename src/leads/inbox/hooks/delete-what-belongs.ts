import type { CollectionBeforeDeleteHook } from 'payload'

/**
 * Takes a lead's contact points and timeline along when it is deleted: they mean nothing without it, and SQLite refuses
 * to leave them behind. Its messages, mails and meetings stay, as what was said, and name it no longer: MongoDB would keep the id.
 */
export const deleteWhatBelongs: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Leads that were merged into it are the same person, and go with it.
  const merged = { mergedInto: { equals: id } }
  await req.payload.delete({ collection: 'leads', where: merged, overrideAccess: true, req })
  const where = { lead: { equals: id } }
  await req.payload.delete({ collection: 'contact-points', where, overrideAccess: true, req })
  // Without the request, and so without its user: the audit log tells of the lead, not of each entry of its timeline.
  await req.payload.delete({ collection: 'lead-events', where, overrideAccess: true })
  for (const collection of ['contact-submissions', 'emails', 'meetings'] as const) {
    await req.payload.update({ collection, where, data: { lead: null }, overrideAccess: true, req })
  }
}
