import { APIError, type Endpoint, Forbidden, type Payload } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { wakeDeliverer } from './deliverer'

/**
 * Owes a failed mail again, at once.
 * @returns false if there is no failed mail with this id
 */
export async function sendAgain(payload: Payload, id: string): Promise<boolean> {
  const { docs } = await payload.update({
    collection: 'emails',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] },
    data: { state: 'queued', nextAttemptAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
  })
  wakeDeliverer()
  return docs.length > 0
}

/** `POST /api/emails/:id/send-again`, for whoever works with leads. */
export const sendAgainEndpoint: Endpoint = {
  path: '/:id/send-again',
  method: 'post',
  async handler(req) {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    const found = await sendAgain(req.payload, String(req.routeParams?.id))
    if (!found) throw new APIError('There is no failed mail with this id.', 409)
    return Response.json({ state: 'queued' })
  },
}
