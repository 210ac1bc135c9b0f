import type { Payload } from 'payload'
import type { SlotRules, StandingMeeting } from '../availability/types'
import type { Loaded } from '../load-situation'
import { type Claimant, giveBack, takeClaim } from './claims'
import { placePrefixes } from './keys'

/** A limit that a meeting comes under: what the keys of its places begin with, and how many may still be taken. */
type Limited = { prefix: string; free: number }

/**
 * The limits that a meeting comes under, in an order that all bookings share.
 *
 * Places are numbered up to the limit, so that as many as the limit says get one. A meeting that has none of these
 * numbers (of a type without a limit, or of a time when the limit was higher) takes one away from the end.
 */
function limitsOf(
  loaded: Loaded,
  rules: SlotRules,
  hosts: readonly string[],
  start: number,
  except: string,
): Limited[] {
  return hosts.toSorted().flatMap((id) => {
    const host = loaded.situation.hosts.find((one) => one.id === id)
    if (!host) return []
    const own = placePrefixes(id, host.timeZone, start)
    const limited = (kind: 'day' | 'week', limit: number | undefined): Limited[] => {
      if (limit === undefined) return []
      const prefix = own[kind]
      const numbered = new Set(Array.from({ length: limit }, (_, index) => `${prefix}${index + 1}`))
      const isWithout = (meeting: StandingMeeting) =>
        meeting.id !== except &&
        placePrefixes(id, host.timeZone, meeting.start)[kind] === prefix &&
        !loaded.places.get(meeting.id)?.some((key) => numbered.has(key))
      return [{ prefix, free: limit - host.meetings.filter(isWithout).length }]
    }
    return [...limited('day', rules.limitPerDay), ...limited('week', rules.limitPerWeek)]
  })
}

async function takePlace(payload: Payload, { prefix, free }: Limited, by: Claimant) {
  for (let number = 1; number <= free; number++) {
    const key = `${prefix}${number}`
    const id = await takeClaim(payload, key, by)
    if (id) return { key, id }
  }
  return undefined
}

/**
 * Takes a numbered place of each limit, or none.
 * @param kept keys of places that the meeting has already, which stay its own on the same day and in the same week
 * @returns all keys, and the ids of the claims that were made for them; undefined when a limit is reached
 */
export async function takePlaces(
  payload: Payload,
  {
    loaded,
    rules,
    hosts,
    start,
    by,
    kept = [],
  }: {
    loaded: Loaded
    rules: SlotRules
    hosts: readonly string[]
    start: number
    by: Claimant
    kept?: readonly string[]
  },
): Promise<{ keys: string[]; ids: string[] } | undefined> {
  const keys: string[] = []
  const ids: string[] = []
  for (const limit of limitsOf(loaded, rules, hosts, start, by.meeting)) {
    const own = kept.find((key) => key.startsWith(limit.prefix))
    const place = own ? { key: own } : await takePlace(payload, limit, by)
    if (!place) {
      await giveBack(payload, ids)
      return undefined
    }
    keys.push(place.key)
    if ('id' in place) ids.push(place.id)
  }
  return { keys, ids }
}
