import { APIError, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import type { Host } from '@/payload-types'
import { underLease } from '@/platform/lease'
import { mayActForHost, ownHost } from '../own-host'
import { type FeedStatus, feedStatus } from './feed-status'
import { feedOf, refreshBusyFeed } from './refresh'

/** Longer than the time that a calendar has to answer, and to be read. */
const LEASE_SECONDS = 60

/** What the page of a host shows of their other calendar. */
export type FeedAnswer = FeedStatus & { mayCheck: boolean }

async function answer({ payload, user }: PayloadRequest, host: Host): Promise<Response> {
  const status = feedStatus(host, await feedOf(payload, host.id), new Date())
  const body: FeedAnswer = { ...status, mayCheck: mayActForHost(user, String(host.user)) }
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}

/** `GET /api/hosts/:id/busy-feed`: how the other calendar of a host is doing, for whoever may see the host. */
const statusEndpoint: Endpoint = {
  path: '/:id/busy-feed',
  method: 'get',
  async handler(req) {
    const { payload, routeParams, user } = req
    const query = { collection: 'hosts', id: String(routeParams?.id), depth: 0, disableErrors: true } as const
    const host = user && (await payload.findByID({ ...query, overrideAccess: false, user }))
    if (!host) throw new Forbidden(req.t)
    return answer(req, host)
  },
}

/**
 * `POST /api/hosts/:id/busy-feed`: reads the other calendar of a host now, for themselves and admins, and answers how it
 * is doing. One at a time is read for a host, so that nobody sends this server to another one by clicking.
 */
const checkEndpoint: Endpoint = {
  path: '/:id/busy-feed',
  method: 'post',
  async handler(req) {
    const { host } = await ownHost(req)
    const isRead = await underLease(req.payload, `busy-feed ${host.id}`, LEASE_SECONDS, async () => {
      await refreshBusyFeed(req.payload, host, new Date())
      return true
    })
    if (!isRead) throw new APIError('This calendar is being read at the moment.', 409, undefined, true)
    return answer(req, host)
  },
}

export const busyFeedEndpoints: Endpoint[] = [statusEndpoint, checkEndpoint]
