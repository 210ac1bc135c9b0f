import type { Payload, Where } from 'payload'
import type { Interval } from './availability/types'
import type { HostTimes } from './availability/unfit'
import { dateOf, hoursOf } from './host-calendar'

/** A host who was deleted since the meeting was booked comes to none. */
const NOBODY = { active: false, timeZone: 'UTC', weeklyHours: [], overrides: {}, busy: [] }

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: true } as const

/**
 * The hours of hosts as they are now, and what their other calendars take of them.
 * @param ids in the order in which the hosts are wanted
 */
export async function hostTimes(payload: Payload, ids: readonly string[]): Promise<HostTimes[]> {
  const closedAccounts: Where = { and: [{ id: { in: [...ids] } }, { 'user.active': { equals: false } }] }
  const [{ docs: hosts }, { docs: left }, { docs: feeds }] = await Promise.all([
    payload.find({ ...ALL, collection: 'hosts', where: { id: { in: [...ids] } } }),
    payload.find({ ...ALL, collection: 'hosts', where: closedAccounts, select: {} }),
    payload.find({
      ...ALL,
      collection: 'busy-feeds',
      where: { host: { in: [...ids] } },
      select: { host: true, busy: true },
    }),
  ])
  const byId = new Map(hosts.map((host) => [host.id, host]))
  const busyOf = new Map(
    feeds.map(({ host, busy }) => [typeof host === 'string' ? host : host.id, (busy ?? []) as Interval[]]),
  )
  const hasLeft = new Set(left.map(({ id }) => id))
  return ids.map((id) => {
    const host = byId.get(id)
    // Nobody reads the mails of an account that is closed.
    const hours = host && { ...hoursOf(host), ...(hasLeft.has(id) ? { active: false } : {}) }
    return hours ? { ...hours, busy: busyOf.get(id) ?? [] } : { ...NOBODY, id }
  })
}

/** Dates (`2027-01-01`) on which nobody works. */
export async function holidayDates(payload: Payload): Promise<string[]> {
  const { holidays } = await payload.findGlobal({ slug: 'booking', depth: 0 })
  return (holidays ?? []).map(({ date }) => dateOf(date))
}
