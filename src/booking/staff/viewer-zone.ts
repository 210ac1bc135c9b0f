import type { Payload } from 'payload'
import { zoneOrUtc } from '@/platform/time-zone'

/** The zone in which a colleague reads times: their own as a host, or that of the site. */
export async function zoneOfViewer(payload: Payload, user: { id: string }): Promise<string> {
  const where = { user: { equals: user.id } }
  const [{ docs }, settings] = await Promise.all([
    payload.find({ collection: 'hosts', where, limit: 1, pagination: false, depth: 0, overrideAccess: true }),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  return docs[0]?.timeZone ?? zoneOrUtc(settings.timeZone)
}
