import type { PayloadRequest } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { zoneOrUtc } from '@/platform/time-zone'
import { figuresSince, type LeadFigures, leadFigures } from './lead-figures'

/** A flood of messages must not fill the memory for a chart: of more leads than this, the newest are counted. */
const MOST_LEADS = 10_000

/**
 * The figures of the last weeks' leads, as far as the person who asks may read them.
 * @returns undefined for whoever has no business with leads
 */
export async function readLeadFigures(req: PayloadRequest, now = new Date()): Promise<LeadFigures | undefined> {
  if (!mayServeLeads(req.user)) return undefined
  const { timeZone } = await req.payload.findGlobal({ slug: 'settings', depth: 0, select: { timeZone: true } })
  const zone = zoneOrUtc(timeZone)
  const { docs } = await req.payload.find({
    collection: 'leads',
    // One that was merged counts as the lead it became.
    where: {
      and: [
        { createdAt: { greater_than_equal: figuresSince(now, zone).toISOString() } },
        { mergedInto: { exists: false } },
      ],
    },
    select: { createdAt: true, firstAnsweredAt: true, status: true, firstTouch: { article: true, at: true } },
    sort: '-createdAt',
    limit: MOST_LEADS,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return leadFigures(docs, now, zone)
}
