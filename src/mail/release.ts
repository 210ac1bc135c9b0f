import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type Payload, type Where } from 'payload'
import { isAdmin } from '@/access/roles'
import { wakeDeliverer } from './deliverer'

/**
 * Lets paused mails go: they are due at once.
 * @param ids which ones; all that are paused when it is left out
 * @returns how many were let go
 */
export async function releasePaused(payload: Payload, ids?: string[]): Promise<number> {
  const paused: Where = { state: { equals: 'paused' } }
  const { docs } = await payload.update({
    collection: 'emails',
    where: ids ? { and: [paused, { id: { in: ids } }] } : paused,
    data: { state: 'queued', nextAttemptAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
    disableTransaction: true,
  })
  wakeDeliverer()
  return docs.length
}

const isListOfIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string')

/** `POST /api/emails/release` with `{ ids: […] }` or `{ all: true }`, for admins. */
export const releaseEndpoint: Endpoint = {
  path: '/release',
  method: 'post',
  async handler(req) {
    if (!isAdmin(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const { all, ids } = req.data ?? {}
    if (all !== true && !isListOfIds(ids)) throw new APIError('Say which mails: { ids: […] } or { all: true }.', 400)
    return Response.json({ released: await releasePaused(req.payload, all === true ? undefined : ids) })
  },
}
