import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { hostsOf } from '../snapshot'

/** Refuses to delete a host of meetings, which name them; takes along what was read of another's calendar. */
export const keepMetHosts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Read whole: `host` is only the first who comes, and the databases search a list in JSON differently.
  const { docs } = await req.payload.find({
    collection: 'meetings',
    select: { hosts: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (docs.some((meeting) => hostsOf(meeting).includes(String(id)))) {
    throw new APIError('Meetings name this host. Deactivate them instead.', 409)
  }
  await req.payload.delete({ collection: 'busy-feeds', where: { host: { equals: id } }, overrideAccess: true, req })
}
