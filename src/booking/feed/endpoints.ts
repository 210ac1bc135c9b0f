import { type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { type Actor, hasRole, isAdmin, ROLES } from '@/access/roles'
import { recordAudit } from '@/audit/record'
import { absoluteUrl, hostFeedPath } from '@/site/urls'
import { renewFeed, stopFeed } from './host-feed'

/** Whether somebody may hand out the calendar of a host: their own, or an admin any. */
export const mayShareCalendar = (actor: Actor | null | undefined, owner: string) =>
  isAdmin(actor) || (hasRole(actor, ...ROLES) && actor?.id === owner)

/** The host of a request, if its sender may hand out their calendar. @throws Forbidden, also where there is no such host */
async function ownHost(req: PayloadRequest) {
  const { payload, user } = req
  const query = { collection: 'hosts', id: String(req.routeParams?.id), depth: 0, overrideAccess: true } as const
  const host = await payload.findByID({ ...query, disableErrors: true })
  if (!host || !user || !mayShareCalendar(user, String(host.user))) throw new Forbidden(req.t)
  return { host, user }
}

/** `POST /api/hosts/:id/calendar`: a new address to subscribe to, which is shown this once; the one before is over. */
const renewEndpoint: Endpoint = {
  path: '/:id/calendar',
  method: 'post',
  async handler(req) {
    const { host, user } = await ownHost(req)
    const url = absoluteUrl(hostFeedPath(await renewFeed(req.payload, host.id)))
    await recordAudit(req.payload, user, {
      action: 'update',
      entity: 'hosts',
      document: host.id,
      fields: ['feedTokenHash'],
    })
    return Response.json({ url }, { status: 201, headers: { 'cache-control': 'no-store' } })
  },
}

/** `POST /api/hosts/:id/calendar/stop`: the address opens nothing any more. */
const stopEndpoint: Endpoint = {
  path: '/:id/calendar/stop',
  method: 'post',
  async handler(req) {
    const { host, user } = await ownHost(req)
    await stopFeed(req.payload, host.id)
    await recordAudit(req.payload, user, {
      action: 'update',
      entity: 'hosts',
      document: host.id,
      fields: ['feedTokenHash'],
    })
    return Response.json({ state: 'stopped' })
  },
}

export const hostFeedEndpoints: Endpoint[] = [renewEndpoint, stopEndpoint]
