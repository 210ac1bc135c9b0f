import { APIError, type Endpoint, Forbidden, type PayloadRequest, type Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { isAdmin, mayServeLeads } from '@/access/roles'
import { recordAudit } from '@/audit/record'
import { eraseLead } from './erase'
import { exportPerson } from './export-person'
import { leadsCsv } from './leads-csv'

/** Headers of a file that the browser saves; its name is of ours alone. */
const download = (name: string, type: string): HeadersInit => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** Whether a meeting with this lead is still to come. */
async function hasMeetingToCome({ payload }: PayloadRequest, lead: string): Promise<boolean> {
  const now = new Date().toISOString()
  const where: Where = {
    and: [{ lead: { equals: lead } }, { status: { equals: 'confirmed' } }, { end: { greater_than: now } }],
  }
  return (await payload.count({ collection: 'meetings', where, overrideAccess: true })).totalDocs > 0
}

const idOf = (req: PayloadRequest) => String(req.routeParams?.id)

/** `GET /api/leads/:id/export`, for whoever works with leads: everything of a person, as JSON. */
const exportEndpoint: Endpoint = {
  path: '/:id/export',
  method: 'get',
  async handler(req) {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    const id = idOf(req)
    const person = await exportPerson(req, id)
    const counts = Object.fromEntries(
      Object.entries(person).flatMap(([kind, docs]) => (Array.isArray(docs) ? [[kind, docs.length]] : [])),
    )
    await recordAudit(req.payload, req.user, { action: 'export', entity: 'leads', document: id, counts })
    const body = `${JSON.stringify(person, null, 2)}\n`
    return new Response(body, { headers: download(`lead-${id}.json`, 'application/json; charset=utf-8') })
  },
}

/** `POST /api/leads/:id/erase` with `{ name }`, for admins: erases the person, if the name is the lead's. */
const eraseEndpoint: Endpoint = {
  path: '/:id/erase',
  method: 'post',
  async handler(req) {
    if (!isAdmin(req.user) || !req.user) throw new Forbidden(req.t)
    const id = idOf(req)
    const lead = await req.payload.findByID({
      collection: 'leads',
      id,
      depth: 0,
      overrideAccess: false,
      user: req.user,
    })
    const typed: unknown = (await req.json?.().catch(() => undefined))?.name
    if (typeof typed !== 'string' || typed.trim() !== lead.name.trim()) {
      throw new APIError('Type the name of the lead as it stands there: erasing cannot be undone.', 400)
    }
    // Nobody could tell the host afterwards: the guest's name and address are gone.
    if (await hasMeetingToCome(req, id)) {
      throw new APIError(
        'There is a meeting with this lead to come. Cancel it first: then host and guest are told.',
        409,
      )
    }
    return Response.json({ removed: await eraseLead(req.payload, id, req.user) })
  },
}

/** `GET /api/leads/csv`, for whoever works with leads: those that the list shows, by its `where` and `search`. */
const csvEndpoint: Endpoint = {
  path: '/csv',
  method: 'get',
  async handler(req) {
    const { payload, user } = req
    if (!mayServeLeads(user)) throw new Forbidden(req.t)
    const { config } = payload.collections.leads
    const asked = (req.query.where ?? {}) as Where
    const search = typeof req.query.search === 'string' ? req.query.search : ''
    const base = await config.admin.baseFilter?.({ limit: 0, page: 1, req, sort: 'id' })
    const where = mergeListSearchAndWhere({
      collectionConfig: config,
      search,
      where: base ? { and: [base, asked] } : asked,
    })
    // A question that cannot be answered is refused here, before anything is sent.
    const { totalDocs } = await payload.count({ collection: 'leads', where, overrideAccess: false, user })
    await recordAudit(payload, user, { action: 'export', entity: 'leads', counts: { leads: totalDocs } })
    return new Response(leadsCsv(req, where), { headers: download('leads.csv', 'text/csv; charset=utf-8') })
  },
}

export const privacyEndpoints: Endpoint[] = [csvEndpoint, exportEndpoint, eraseEndpoint]
