import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type Payload, type Where } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { wakeDeliverer } from './deliverer'

const trusted = { depth: 0, overrideAccess: true } as const

/** Owes the mails of a query again, at once and with all their attempts. @returns how many they are */
async function oweAgain(payload: Payload, where: Where): Promise<number> {
  const { docs } = await payload.find({ collection: 'emails', where, pagination: false, joins: false, ...trusted })
  for (const { id, attempts } of docs) {
    const again = { state: 'queued' as const, nextAttemptAt: new Date().toISOString() }
    // What failed before does not count against it.
    const data = { ...again, attemptsBefore: attempts, outages: 0 }
    await payload.update({ collection: 'emails', id, data, disableTransaction: true, ...trusted })
  }
  wakeDeliverer()
  return docs.length
}

/**
 * Owes a failed mail again.
 * @returns false if there is no failed mail with this id
 */
export const sendAgain = async (payload: Payload, id: string): Promise<boolean> =>
  (await oweAgain(payload, { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] })) > 0

/**
 * Owes those of the mails again that failed, or that were sent and did not reach anybody. The others are on their way
 * or paused, and stay as they are.
 * @returns how many are owed again
 */
export const sendAllAgain = (payload: Payload, ids: string[]): Promise<number> =>
  oweAgain(payload, { and: [{ id: { in: ids } }, { state: { in: ['failed', 'sent'] } }] })

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

/** No page of the list shows more. */
const MOST_SELECTED = 1000

const isSelection = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MOST_SELECTED && value.every((id) => typeof id === 'string')

/** `POST /api/emails/send-again` with `{ ids: […] }`, for whoever works with leads. */
export const sendAllAgainEndpoint: Endpoint = {
  path: '/send-again',
  method: 'post',
  async handler(req) {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const ids = req.data?.ids
    if (!isSelection(ids)) throw new APIError(`Say which mails: { ids: […] }, ${MOST_SELECTED} at most.`, 400)
    return Response.json({ queued: await sendAllAgain(req.payload, ids) })
  },
}
