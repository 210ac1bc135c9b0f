import { APIError, type CollectionBeforeDeleteHook, type Where } from 'payload'

/**
 * Refuses to let a colleague delete a meeting to come: it would stay in the calendars of all who are invited. What the
 * site itself removes, as a person who is erased, comes without a user.
 */
export const keepStanding: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!req.user) return
  const where: Where = {
    and: [
      { id: { equals: id } },
      { status: { equals: 'confirmed' } },
      { end: { greater_than: new Date().toISOString() } },
    ],
  }
  const { totalDocs } = await req.payload.count({ collection: 'meetings', where, overrideAccess: true, req })
  if (totalDocs > 0) throw new APIError('Cancel the meeting first, so that everybody who is invited hears of it.', 409)
}
