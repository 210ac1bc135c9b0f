import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { type BookingRequest, book } from '@/booking/actions'
import { keysOf } from '@/booking/claims/keys'
import { availability } from '@/booking/queries'
import type { Meeting } from '@/payload-types'
import { createHost, createMeetingType } from './booking'

/** A request that is complete, of somebody else each time. */
export function bookingRequest(
  type: string,
  start: string | number,
  extra: Partial<BookingRequest> = {},
): BookingRequest {
  const address = `${randomUUID()}@example.com`
  return {
    type,
    start: typeof start === 'number' ? start : Date.parse(start),
    occasion: randomUUID(),
    name: 'Ann Lee',
    email: { address, identity: address },
    timeZone: 'Asia/Kolkata',
    locale: 'en',
    ...extra,
  }
}

const ALL = { limit: 0, pagination: false, depth: 0 } as const

/** What is wrong with the meetings of hosts: time shared, time not held, time held for nothing. Empty if all is well. */
export async function flawsOf(payload: Payload, hosts: readonly string[]): Promise<string[]> {
  const meetings = (await payload.find({ collection: 'meetings', ...ALL })).docs.filter(
    ({ hosts: own, status }) => status !== 'cancelled' && (own as string[]).some((id) => hosts.includes(id)),
  )
  const claims = (await payload.find({ collection: 'meeting-claims', ...ALL })).docs.filter(({ key }) =>
    hosts.some((id) => key.startsWith(`${id}/`)),
  )
  const holder = new Map(claims.map(({ key, meeting }) => [key, meeting]))
  const flaws: string[] = []
  const wanted = new Map<string, Meeting>()
  for (const meeting of meetings) {
    for (const key of keysOf(meeting)) {
      if (wanted.has(key)) flaws.push(`${key} is of two meetings`)
      wanted.set(key, meeting)
      if (holder.get(key) !== meeting.id) flaws.push(`${key} is not held by its meeting`)
    }
  }
  for (const { key, expiresAt } of claims) {
    if (!wanted.has(key)) flaws.push(`${key} is held for nothing`)
    else if (!expiresAt.startsWith('9999')) flaws.push(`${key} will end`)
  }
  return flaws
}

/** Meetings of a type that stand. */
export const meetingsOf = async (payload: Payload, type: string): Promise<Meeting[]> =>
  (
    await payload.find({
      collection: 'meetings',
      where: { and: [{ type: { equals: type } }, { status: { not_equals: 'cancelled' } }] },
      sort: 'start',
      ...ALL,
    })
  ).docs

export const NOW = new Date('2027-01-11T00:00:00Z')
export const DAY = { from: Date.parse('2027-01-14T00:00Z'), to: Date.parse('2027-01-15T00:00Z') }

/** `09:30` of an instant, in UTC. */
export const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16)

/** What tests of bookings do again and again, as of `NOW`. */
export const bookingTools = (payload: Payload) => ({
  /** A meeting type with that many hosts of its own. */
  async typeWith(hosts: number, extra: Parameters<typeof createMeetingType>[2] = {}) {
    const made = await Promise.all(Array.from({ length: hosts }, () => createHost(payload)))
    const ids = made.map(({ id }) => id)
    const type = await createMeetingType(payload, ids, extra)
    return { type, slug: type.slug ?? '', hosts: ids }
  },

  /** A meeting that is booked. @throws Error if its time is not free */
  async booked(slug: string, start: string): Promise<Meeting> {
    const result = await book(payload, bookingRequest(slug, start), NOW)
    if (result.state !== 'booked') throw new Error(`${start} is ${result.state}`)
    return result.meeting
  },

  /** The free times of `DAY` in UTC, as `09:30`. */
  async times(slug: string) {
    return (await availability(payload, slug, DAY, NOW))?.map(({ start }) => clock(start))
  },
})
