import type { Payload, Where } from 'payload'
import type { Meeting } from '@/payload-types'
import { DAY_MS } from './availability/intervals'
import type { Interval, Situation, SlotRules } from './availability/types'
import { underWay } from './claims/claims'
import { cellOf } from './claims/keys'
import { holidayDates, hostTimes } from './host-times'
import { hostsOf, timesOf } from './snapshot'

/** Limits count whole weeks, by the host's calendar. */
const MARGIN_MS = 9 * DAY_MS

/** Newest bookings that are looked at to see whose turn it is, before each host left over is asked for. */
const RECENT = 100

/** What decides which times are free, and the numbered places that meetings hold (by id of the meeting). */
export type Loaded = { situation: Situation; places: ReadonlyMap<string, readonly string[]> }

const STANDS: Where = { status: { not_equals: 'cancelled' } }

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: true } as const

/** When each host was last booked, in epoch milliseconds. */
async function lastBookings(payload: Payload, hosts: readonly string[]): Promise<Map<string, number>> {
  const latest = new Map<string, number>()
  const note = ({ bookedAt, ...meeting }: Pick<Meeting, 'bookedAt' | 'hosts'>) => {
    for (const host of hostsOf(meeting)) latest.set(host, Math.max(latest.get(host) ?? 0, Date.parse(bookedAt)))
  }
  const newest = { ...ALL, collection: 'meetings', sort: '-bookedAt', select: { hosts: true, bookedAt: true } } as const
  for (const meeting of (await payload.find({ ...newest, where: STANDS, limit: RECENT })).docs) note(meeting)
  for (const host of hosts.filter((id) => !latest.has(id))) {
    const where: Where = { and: [STANDS, { host: { equals: host } }] }
    for (const meeting of (await payload.find({ ...newest, where, limit: 1 })).docs) note(meeting)
  }
  return latest
}

/** Times that bookings under way have claimed: they are as good as taken while those live. */
async function claimedTimes(payload: Payload, now: number): Promise<Map<string, Interval[]>> {
  const times = new Map<string, Interval[]>()
  for (const { key } of await underWay(payload, now)) {
    const held = cellOf(key)
    if (held) times.set(held.host, [...(times.get(held.host) ?? []), held.cell])
  }
  return times
}

/**
 * Reads what the rules need to know about a range of times, in a handful of queries.
 * @param hosts ids, in the order of the type
 * @param withTurns whether it matters whose turn it is; a list of times does not show it
 */
export async function loadSituation(
  payload: Payload,
  {
    rules,
    hosts,
    range,
    now,
    withTurns,
  }: { rules: SlotRules; hosts: readonly string[]; range: Interval; now: number; withTurns: boolean },
): Promise<Loaded> {
  const around: Where = {
    and: [
      STANDS,
      { start: { greater_than: new Date(range.from - MARGIN_MS).toISOString() } },
      { start: { less_than: new Date(range.to + MARGIN_MS).toISOString() } },
    ],
  }
  const select = { start: true, end: true, hosts: true, snapshot: true, places: true } as const
  const [times, { docs: meetings }, claimed, holidays, turns] = await Promise.all([
    hostTimes(payload, hosts),
    payload.find({ ...ALL, collection: 'meetings', where: around, select }),
    claimedTimes(payload, now),
    holidayDates(payload),
    withTurns && rules.hostsMode === 'any' ? lastBookings(payload, hosts) : new Map<string, number>(),
  ])
  const calendars = times.map(({ id, busy, ...hours }) => {
    const own = meetings.filter((meeting) => hostsOf(meeting).includes(id))
    return {
      ...hours,
      id,
      meetings: own.map(timesOf),
      busy: [...busy, ...(claimed.get(id) ?? [])],
      ...(turns.has(id) ? { lastBookedAt: turns.get(id) } : {}),
    }
  })
  return {
    situation: { rules, hosts: calendars, holidays, now },
    places: new Map(meetings.map(({ id, places }) => [id, (places ?? []) as string[]])),
  }
}
