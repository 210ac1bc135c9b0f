import type { PayloadRequest, Where } from 'payload'
import type { Host, Meeting } from '@/payload-types'
import { openStretches } from '../availability/open-hours'
import type { Interval } from '../availability/types'
import { offsetSpans } from '../availability/zone'
import { dateOf, hoursOf } from '../host-calendar'
import { hostsOf } from '../queries'
import { type WeekLayout, weekLayout } from './layout'
import { localDays } from './local-days'

const DAYS = 7

export type Week = {
  layout: WeekLayout
  meetings: Meeting[]
  /** Everybody who can be chosen. */
  hosts: Host[]
}

type Asked = {
  /** The Monday, `2027-01-11`. */
  monday: string
  /** IANA name of the zone whose days these are. */
  zone: string
  /** Id of the host whose meetings are shown; those of all if left out. */
  host?: string
}

function hoursOfHosts(hosts: readonly Host[], holidays: ReadonlySet<string>, week: Interval): Interval[] {
  return hosts
    .filter(({ active }) => active !== false)
    .flatMap((host) => openStretches(hoursOf(host), holidays, offsetSpans(host.timeZone, week)))
}

/** The meetings of a week that stand, and where each is drawn; read with the rights of whoever asks. */
export async function readWeek(req: PayloadRequest, { monday, zone, host }: Asked): Promise<Week> {
  const { payload } = req
  const days = localDays(monday, DAYS, zone)
  const week = { from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 }
  const within: Where = {
    and: [
      { status: { not_equals: 'cancelled' } },
      { start: { less_than: new Date(week.to).toISOString() } },
      { end: { greater_than: new Date(week.from).toISOString() } },
    ],
  }
  const all = { pagination: false, limit: 0, depth: 0, overrideAccess: false, req } as const
  const [meetings, hosts, { holidays }] = await Promise.all([
    payload.find({ collection: 'meetings', where: within, sort: 'start', ...all }),
    payload.find({ collection: 'hosts', sort: 'name', ...all }),
    payload.findGlobal({ slug: 'booking', depth: 0, req }),
  ])
  const shown = meetings.docs.filter((meeting) => !host || hostsOf(meeting).includes(host))
  const dates = new Set((holidays ?? []).map(({ date }) => dateOf(date)))
  const at = shown.map(({ id, start, end }) => ({ id, from: Date.parse(start), to: Date.parse(end) }))
  const working = hosts.docs.filter((one) => !host || one.id === host)
  return {
    layout: weekLayout({ days, zone, meetings: at, open: hoursOfHosts(working, dates, week) }),
    meetings: shown,
    hosts: hosts.docs,
  }
}
