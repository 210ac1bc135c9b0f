import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Lead } from '@/payload-types'
import { LEAD_STATUSES } from '../../statuses'
import { leadChanges } from '../lead-changes'

const idOf = (relation: Lead['owner']) => (typeof relation === 'object' ? relation?.id : relation)

async function namesOf(ids: (string | undefined)[], req: PayloadRequest): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== undefined)
  if (known.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: known } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

/** Writes what a change did to a lead into its timeline, with who did it. */
export const logLeadChanges: CollectionAfterChangeHook<Lead> = async ({ doc, operation, previousDoc, req }) => {
  if (operation !== 'update') return
  const [before, after] = [previousDoc, doc].map((lead) => ({ ...lead, owner: idOf(lead.owner) ?? undefined }))
  if (!before || !after) return
  const names =
    before.owner === after.owner ? new Map<string, string>() : await namesOf([before.owner, after.owner], req)
  const changes = leadChanges(before, after, (field, value) => {
    if (field === 'status') return LEAD_STATUSES.find((status) => status.value === value)?.label ?? value
    return field === 'owner' ? (names.get(value) ?? 'a former colleague') : value
  })
  for (const { kind, text, data } of changes) {
    const event = { lead: doc.id, kind, text, data, at: new Date().toISOString(), author: req.user?.id }
    const context = { writesTimeline: true }
    await req.payload.create({ collection: 'lead-events', data: event, req, context, overrideAccess: true, depth: 0 })
  }
}
