import { APIError, type CollectionBeforeDeleteHook } from 'payload'

/** Refuses to delete a host of meetings, which name them; takes along what was read of another's calendar. */
export const keepMetHosts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { host: { equals: id } }
  const { totalDocs } = await req.payload.count({ collection: 'meetings', where, overrideAccess: true, req })
  if (totalDocs > 0) throw new APIError('Meetings name this host. Deactivate them instead.', 409)
  await req.payload.delete({ collection: 'busy-feeds', where, overrideAccess: true, req })
}
