import { Link } from '@payloadcms/ui'
import type { UIFieldServerComponent } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { idOf } from '@/leads/actions'
import { dateIn } from '../page/days'
import { hostNames } from '../queries'
import { MeetingActions } from './meeting-actions'
import { meetingFacts } from './meeting-facts'
import { zoneOfViewer } from './viewer-zone'

const STATES = {
  confirmed: 'Confirmed',
  held: 'Took place',
  'no-show': 'Guest did not come',
  cancelled: 'Cancelled',
} as const

/** At the top of a meeting: when, who and where in words, and what can be done about it. */
export const MeetingPanel: UIFieldServerComponent = async ({ id, req }) => {
  const { payload, user } = req
  if (!id || !user || !mayServeLeads(user)) return null
  const meeting = await payload.findByID({
    collection: 'meetings',
    id: String(id),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!meeting) return null
  const [zone, hosts] = await Promise.all([zoneOfViewer(payload, user), hostNames(payload, meeting)])
  const { status, start, end, lead } = meeting
  const now = Date.now()
  return (
    <section aria-label="The meeting" className="meeting-panel">
      <p className="meeting-state" data-state={status}>
        {status === 'confirmed' && Date.parse(end) <= now ? 'Over, not noted yet' : STATES[status]}
      </p>
      <dl>
        {meetingFacts({ meeting, hosts, zone }).map(({ label, text, href }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{href ? <a href={href}>{text}</a> : text}</dd>
          </div>
        ))}
        {lead && (
          <div>
            <dt>Lead</dt>
            <dd>
              <Link href={`${payload.config.routes.admin}/collections/leads/${idOf(lead)}`}>Open the lead</Link>
            </dd>
          </div>
        )}
      </dl>
      <MeetingActions
        day={dateIn(zone)(Date.parse(start))}
        hasBegun={Date.parse(start) <= now}
        id={meeting.id}
        status={status}
        zone={zone}
      />
    </section>
  )
}
