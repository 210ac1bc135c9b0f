import type { Payload, Where } from 'payload'
import type { Meeting, MeetingType } from '@/payload-types'
import { listSlots } from './availability/slots'
import type { Interval, Slot } from './availability/types'
import { loadSituation } from './load-situation'
import { hashOfToken } from './manage-token'
import { hostsOf, type MeetingSnapshot, snapshotOf, takeSnapshot } from './snapshot'

export { hostsOf, type MeetingSnapshot, snapshotOf } from './snapshot'
export { meetingsThatNoLongerFit } from './unfit/find-unfit'

const idOf = (relation: string | { id: string }) => (typeof relation === 'string' ? relation : relation.id)

/** A type that can be booked, the rules it has at the moment, and the ids of its hosts in their order. */
export type BookableType = { type: MeetingType; snapshot: MeetingSnapshot; hosts: string[] }

/** The active meeting type of that address. */
export async function bookableType(payload: Payload, slug: string): Promise<BookableType | undefined> {
  const where: Where = { and: [{ slug: { equals: slug } }, { active: { equals: true } }] }
  const [{ docs }, common] = await Promise.all([
    payload.find({ collection: 'meeting-types', where, limit: 1, pagination: false, depth: 0, overrideAccess: true }),
    payload.findGlobal({ slug: 'booking', depth: 0 }),
  ])
  const [type] = docs
  return type && { type, snapshot: takeSnapshot(type, common), hosts: type.hosts.map(idOf) }
}

/**
 * Who could take a meeting when it is moved: the hosts of its type as it is now, so that others take over from one who left.
 * Those who were to come anyway, once the type is gone, or chooses in another way: all of "any of" need not come.
 */
export async function hostsToMove(payload: Payload, meeting: Meeting): Promise<string[]> {
  const { hostsMode } = snapshotOf(meeting)
  if (!meeting.type) return hostsOf(meeting)
  const id = idOf(meeting.type)
  const type = await payload.findByID({
    collection: 'meeting-types',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  return type && (hostsMode === 'any' || type.hostsMode === hostsMode) ? type.hosts.map(idOf) : hostsOf(meeting)
}

/**
 * The times at which a meeting of a type may begin, in order.
 * @param range epoch milliseconds
 * @returns undefined if there is no such type, or it is not active
 */
export async function availability(
  payload: Payload,
  typeSlug: string,
  range: Interval,
  now = new Date(),
): Promise<Slot[] | undefined> {
  const found = await bookableType(payload, typeSlug)
  if (!found) return undefined
  const { snapshot: rules, hosts } = found
  const { situation } = await loadSituation(payload, { rules, hosts, range, now: now.getTime(), withTurns: false })
  return listSlots(situation, range)
}

/** The times to which a meeting may be moved, by the rules it was booked with; its own time counts as free. */
export async function availabilityToMove(
  payload: Payload,
  meeting: Meeting,
  range: Interval,
  now = new Date(),
): Promise<Slot[]> {
  const hosts = await hostsToMove(payload, meeting)
  const rules = snapshotOf(meeting)
  const { situation } = await loadSituation(payload, { rules, hosts, range, now: now.getTime(), withTurns: false })
  return listSlots(situation, range, meeting.id)
}

const MOST_AN_HOUR = 5
const HOUR_MS = 3_600_000

/** Whether so many meetings were booked for an address within an hour that a person should look at the next one. */
export async function isBookedALot(payload: Payload, email: string, now = new Date()): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR_MS).toISOString()
  const where: Where = { and: [{ email: { equals: email } }, { bookedAt: { greater_than: since } }] }
  return (await payload.count({ collection: 'meetings', where, overrideAccess: true })).totalDocs >= MOST_AN_HOUR
}

/** Whether all who were to come to a meeting can come at a time. */
export const canAllCome = (meeting: Meeting, slot: Slot): boolean =>
  hostsOf(meeting).every((host) => slot.hosts.includes(host))

/** The meeting of a manage link; undefined if there is none or the link has expired. */
export async function meetingOfToken(payload: Payload, token: string, now = new Date()): Promise<Meeting | undefined> {
  const where: Where = {
    and: [
      { manageTokenHash: { equals: hashOfToken(token) } },
      { manageExpiresAt: { greater_than: now.toISOString() } },
    ],
  }
  const query = { collection: 'meetings', where, limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
  return (await payload.find(query)).docs[0]
}

/** The names of those who come to a meeting, in their order. */
export async function hostNames(payload: Payload, meeting: Meeting): Promise<string[]> {
  const ids = hostsOf(meeting)
  const where: Where = { id: { in: ids } }
  const { docs } = await payload.find({
    collection: 'hosts',
    where,
    select: { name: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  return ids.flatMap((id) => docs.find((host) => host.id === id)?.name ?? [])
}
