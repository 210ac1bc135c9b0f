import type { Payload } from 'payload'
import type { SlotRules, StandingMeeting } from '../availability/types'
import type { Loaded } from '../load-situation'
import { type Claimant, giveBack, takeClaim } from './claims'
import { placePrefixes } from './keys'

/** A limit that a meeting comes under: what the keys of its places begin with, and the numbers that may be tried. */
type Limited = { prefix: string; numbers: number[] }

/**
 * The limits that a meeting comes under, in an order that all bookings share.
 *
 * Places are numbered up to the limit, so that as many as the limit says get one. A meeting that has none of these
 * numbers (of a type without a limit, or of a time when the limit was higher) takes one away from the end. A number of
 * this day that a meeting of another day has, since its host has moved to another zone, is passed over.
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
      const others = host.meetings.filter((meeting) => meeting.id !== except)
      const isOfIt = (meeting: StandingMeeting) => placePrefixes(id, host.timeZone, meeting.start)[kind] === prefix
      const placesOf = (meeting: StandingMeeting) => loaded.places.get(meeting.id) ?? []
      const passed = new Set(others.filter((meeting) => !isOfIt(meeting)).flatMap(placesOf))
      const all = Array.from({ length: limit + passed.size }, (_, index) => index + 1)
      const numbers = all.filter((number) => !passed.has(`${prefix}${number}`)).slice(0, limit)
      const numbered = new Set(numbers.map((number) => `${prefix}${number}`))
      const isWithout = (meeting: StandingMeeting) => !placesOf(meeting).some((key) => numbered.has(key))
      const without = others.filter((meeting) => isOfIt(meeting) && isWithout(meeting)).length
      return [{ prefix, numbers: numbers.slice(0, Math.max(0, limit - without)) }]
    }
    return [...limited('day', rules.limitPerDay), ...limited('week', rules.limitPerWeek)]
  })
}

async function takePlace(payload: Payload, { prefix, numbers }: Limited, by: Claimant) {
  for (const number of numbers) {
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
