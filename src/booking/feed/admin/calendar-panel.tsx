import type { UIFieldServerComponent } from 'payload'
import { mayActForHost } from '../../own-host'
import { CalendarAddress } from './calendar-address'

/** On a host, for themselves and admins: their meetings as a calendar to subscribe to. */
export const CalendarPanel: UIFieldServerComponent = async ({ id, req }) => {
  if (!id) return null
  const query = { collection: 'hosts', id: String(id), depth: 0, overrideAccess: true, disableErrors: true } as const
  const host = await req.payload.findByID(query)
  if (!host || !mayActForHost(req.user, String(host.user))) return null
  return (
    <section aria-labelledby="calendar-panel" className="calendar-panel">
      <h3 id="calendar-panel">Your meetings in your own calendar</h3>
      <CalendarAddress id={host.id} shared={Boolean(host.feedTokenHash)} />
    </section>
  )
}
