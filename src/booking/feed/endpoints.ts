import type { Endpoint } from 'payload'
import { recordAudit } from '@/audit/record'
import { absoluteUrl, hostFeedPath } from '@/site/urls'
import { ownHost } from '../own-host'
import { renewFeed, stopFeed } from './host-feed'

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
