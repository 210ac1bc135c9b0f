import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type Payload, type Where } from 'payload'
import { isAdmin } from '@/access/roles'
import type { Email } from '@/payload-types'
import { wakeDeliverer } from './deliverer'

/**
 * Lets paused mails go: they are due at once, but for those whose own time has not come yet, as that of a reminder.
 * @param ids which ones; all that are paused when it is left out
 * @returns how many were let go
 */
export async function releasePaused(payload: Payload, ids?: string[]): Promise<number> {
  const now = new Date().toISOString()
  const paused: Where[] = [{ state: { equals: 'paused' } }, ...(ids ? [{ id: { in: ids } }] : [])]
  const release = async (which: Where[], data: Partial<Email>) =>
    (
      await payload.update({
        collection: 'emails',
        where: { and: [...paused, ...which] },
        data: { state: 'queued', ...data },
        depth: 0,
        overrideAccess: true,
        disableTransaction: true,
      })
    ).docs.length
  const later = await release([{ attempts: { equals: 0 } }, { nextAttemptAt: { greater_than: now } }], {})
  const atOnce = await release([], { nextAttemptAt: now })
  wakeDeliverer()
  return later + atOnce
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
