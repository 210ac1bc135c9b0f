import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { mergeLeads } from './merge-leads'

async function exists(req: PayloadRequest, id: string): Promise<boolean> {
  const where = { id: { equals: id } }
  return (await req.payload.count({ collection: 'leads', where, overrideAccess: true })).totalDocs > 0
}

/** `POST /api/leads/:id/merge` with `{ into }`, for whoever works with leads: answers `{ into }`, the lead that stays. */
export const mergeEndpoint: Endpoint = {
  path: '/:id/merge',
  method: 'post',
  async handler(req) {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const from = String(req.routeParams?.id)
    const into = typeof req.data?.into === 'string' ? req.data.into : ''
    if (from === into) throw new APIError('A lead cannot be merged into itself.', 400, undefined, true)
    const known = await Promise.all([from, into].map((id) => exists(req, id)))
    if (!known.every(Boolean)) throw new APIError('There is no lead with this id.', 404, undefined, true)
    return Response.json({ into: await mergeLeads(req.payload, { from, into, author: String(req.user?.id) }) })
  },
}
