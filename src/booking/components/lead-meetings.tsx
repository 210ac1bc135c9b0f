import { Link } from '@payloadcms/ui'
import type { UIFieldServerComponent } from 'payload'
import { mayServeLeads } from '@/access/roles'
import type { Meeting } from '@/payload-types'
import { bookForCallerPath } from '@/site/urls'
import { momentLabel } from '../page/days'
import { zoneOfViewer } from '../staff/viewer-zone'

const isAhead = ({ status, end }: Meeting, now: number) => status === 'confirmed' && Date.parse(end) > now

/** How the meetings of a lead are told apart: those to come first. */
const GROUPS: readonly [title: string, belongs: (meeting: Meeting, now: number) => boolean][] = [
  ['Upcoming', isAhead],
  ['Over, not noted yet', (meeting, now) => meeting.status === 'confirmed' && !isAhead(meeting, now)],
  ['Took place', ({ status }) => status === 'held'],
  ['Did not come', ({ status }) => status === 'no-show'],
  ['Cancelled', ({ status }) => status === 'cancelled'],
]

/** The meetings of a lead, and the way to book one for them. */
export const LeadMeetings: UIFieldServerComponent = async ({ id, req }) => {
  const { payload, user } = req
  if (!id || !user || !mayServeLeads(user)) return null
  const lead = String(id)
  const [zone, { docs }] = await Promise.all([
    zoneOfViewer(payload, user),
    payload.find({
      collection: 'meetings',
      where: { lead: { equals: lead } },
      sort: '-start',
      pagination: false,
      limit: 0,
      depth: 0,
      overrideAccess: false,
      req,
    }),
  ])
  const now = Date.now()
  return (
    <section aria-label="Meetings" className="lead-meetings">
      <p>
        <Link href={bookForCallerPath({ lead })}>Book a meeting</Link>
      </p>
      {docs.length === 0 && <p>No meetings yet.</p>}
      {GROUPS.map(([title, belongs]) => {
        const meetings = docs.filter((meeting) => belongs(meeting, now))
        if (meetings.length === 0) return null
        return (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {meetings.map(({ id: meeting, typeName, start, end, outcome }) => (
                <li key={meeting}>
                  <Link href={`${payload.config.routes.admin}/collections/meetings/${meeting}`}>
                    {momentLabel(start, end, 'en', zone)}
                  </Link>
                  : {[typeName, outcome].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
