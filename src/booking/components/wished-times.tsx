import { Link } from '@payloadcms/ui'
import type { UIFieldServerComponent } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { bookForCallerPath } from '@/site/urls'
import { AdminAction } from '@/ui/admin-action'
import { MINUTE_MS } from '../availability/intervals'
import { momentLabel } from '../page/days'
import { zoneWords } from '../page/time-zones'
import { availability, bookableType } from '../queries'
import { askingMessage, meetingOfWish } from '../staff/asking-message'
import { zoneOfViewer } from '../staff/viewer-zone'

/**
 * On a message that asks for a meeting: the times that would suit its sender, each booked by one press if it is free,
 * and the way to another one.
 */
export const WishedTimes: UIFieldServerComponent = async ({ id, req }) => {
  const { payload, user } = req
  if (!id || !user || !mayServeLeads(user)) return null
  const asking = await askingMessage(payload, String(id))
  if (!asking || asking.isHeld) return null
  const { message, wish } = asking
  const [found, meeting, zone] = await Promise.all([
    bookableType(payload, wish.type),
    meetingOfWish(payload, asking),
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
          Booked for {momentLabel(meeting.start, meeting.end, 'en', zone)}.{' '}
          <Link href={`${payload.config.routes.admin}/collections/meetings/${meeting.id}`}>Open the meeting</Link>
        </p>
      ) : (
        <>
          {times.map(({ start, isFree }) =>
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
          )}
          <p>
            <Link href={bookForCallerPath({ message: message.id })}>Book another time for them</Link>
          </p>
        </>
      )}
    </section>
  )
}
