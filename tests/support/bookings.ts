import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { BookingRequest } from '@/booking/actions'
import { keysOf } from '@/booking/claims/keys'
import type { Meeting } from '@/payload-types'

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
