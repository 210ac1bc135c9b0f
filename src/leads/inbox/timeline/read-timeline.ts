import { type Endpoint, Forbidden, type Payload } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { staffNames } from '../lead-words'
import { type TimelineEntry, timelineOf } from './timeline'

/** The newest so many of each kind; a lead of which there is more is looked at in the lists. */
const MOST = 200

/** Everything that happened with a lead, the newest first. */
export async function readTimeline(payload: Payload, lead: string): Promise<TimelineEntry[]> {
  const where = { lead: { equals: lead } }
  const newest = { where, limit: MOST, pagination: false, depth: 0, overrideAccess: true } as const
  const [events, submissions, emails] = await Promise.all([
    payload.find({ collection: 'lead-events', sort: '-at', ...newest }),
    payload.find({ collection: 'contact-submissions', sort: '-receivedAt', ...newest }),
    payload.find({ collection: 'emails', sort: '-createdAt', joins: false, ...newest }),
  ])
  const authors = [...events.docs, ...emails.docs].map(({ author }) =>
    typeof author === 'object' ? author?.id : author,
  )
  const names = await staffNames(payload, authors)
  return timelineOf({ events: events.docs, submissions: submissions.docs, emails: emails.docs }, names)
}

/** `GET /api/leads/:id/timeline`, for whoever works with leads. */
export const timelineEndpoint: Endpoint = {
  path: '/:id/timeline',
  method: 'get',
  async handler(req) {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    return Response.json({ entries: await readTimeline(req.payload, String(req.routeParams?.id)) })
  },
}
