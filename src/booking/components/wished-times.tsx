import { Link } from '@payloadcms/ui'
import type { UIFieldServerComponent } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { AdminAction } from '@/ui/admin-action'
import { MINUTE_MS } from '../availability/intervals'
import { momentLabel } from '../page/days'
import { zoneWords } from '../page/time-zones'
import { availability, bookableType } from '../queries'
import { meetingOfWish } from '../staff/book-wish'
import { zoneOfViewer } from '../staff/viewer-zone'
import { wishOf } from '../staff/wish'

/** On a message that asks for a meeting: the times that would suit its sender, each booked by one press if it is free. */
export const WishedTimes: UIFieldServerComponent = async ({ id, req }) => {
  const { payload, user } = req
  if (!id || !user || !mayServeLeads(user)) return null
  const query = { collection: 'contact-submissions', id: String(id), depth: 0, overrideAccess: true } as const
  const message = await payload.findByID({ ...query, disableErrors: true })
  const wish = message && wishOf(message)
  if (!message || !wish || message.state === 'held' || message.state === 'spam') return null
  const [found, meeting, zone] = await Promise.all([
    bookableType(payload, wish.type),
    meetingOfWish(payload, message),
    zoneOfViewer(payload, user),
  ])
  const length = (found?.snapshot.length ?? 30) * MINUTE_MS
  const label = (start: string) => momentLabel(start, new Date(Date.parse(start) + length).toISOString(), 'en', zone)
  const times = await Promise.all(
    wish.times.map(async (start) => {
      const from = Date.parse(start)
      const slots = await availability(payload, wish.type, { from, to: from + 1 })
      return { start, isFree: Boolean(slots?.length) }
    }),
  )
  return (
    <section aria-label="Times that would suit" className="meeting-panel">
      <p>
        {found ? `Asks for: ${found.type.name}.` : 'Asks for a kind of meeting that is not offered any more.'} Times are
        those of {zoneWords(zone, 'en', Date.now())}.
      </p>
      {meeting ? (
        <p>
          Booked for {label(meeting.start)}.{' '}
          <Link href={`${payload.config.routes.admin}/collections/meetings/${meeting.id}`}>Open the meeting</Link>
        </p>
      ) : (
        times.map(({ start, isFree }) =>
          isFree ? (
            <AdminAction
              body={{ message: message.id, start, zone }}
              key={start}
              label={`Book ${label(start)}`}
              path="/meetings/book-wish"
            />
          ) : (
            <p key={start}>{label(start)} is not free.</p>
          ),
        )
      )}
    </section>
  )
}
