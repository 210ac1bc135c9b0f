import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { isTimeZone } from '@/platform/time-zone'
import { CalendarFileError } from './calendar-file'
import { WINDOWS_ZONES } from './windows-zones'

/** Tells at which moment (epoch milliseconds) the clocks of a zone show a time. */
export type WallClock = (time: ICAL.Time) => number

/** The time as if it were UTC: near enough to leave out what is days away, and much faster than the truth. */
export const roughly = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** No clock is further from UTC than this (+14:00, Kiribati). */
export const FARTHEST_MS = 14 * 3_600_000

const known = new Map<string, boolean>()

/** `isTimeZone`, asked once for each name. */
function isZone(name: string): boolean {
  const answer = known.get(name) ?? isTimeZone(name)
  // Names come from files of others.
  if (known.size < 1000) known.set(name, answer)
  return answer
}

/** A time that a clock leaves out counts from before the change, one that it shows twice is the first (RFC 5545, 3.3.5). */
export const clockOf =
  (zone: string): WallClock =>
  ({ year, month, day, hour, minute, second }) =>
    new Temporal.PlainDateTime(year, month, day, hour, minute, Math.min(second, 59)).toZonedDateTime(zone)
      .epochMilliseconds

/**
 * The zone that a TZID means. Names of the zone database are believed over the rules in the file, which are often cut
 * short; some programs put a path before them, and those of Microsoft have names of their own.
 */
export function zoneNamed(tzid: string): string | undefined {
  if (isZone(tzid)) return tzid
  const [path] = /[A-Za-z_]+\/[\w+-]+(?:\/[\w+-]+)?$/.exec(tzid) ?? []
  const shorter = path?.slice(path.indexOf('/') + 1)
  const windows = WINDOWS_ZONES.get(tzid)
  return [path, shorter, windows].find((name) => name && name.includes('/') && isZone(name))
}

/**
 * The clock that the times of a property are read by.
 * @param hostZone for times without a zone, and dates
 * @throws CalendarFileError for the name of a zone that nobody knows and the file does not define
 */
export function wallClock(property: ICAL.Property, hostZone: string): WallClock {
  const [first] = property.getValues()
  const time: ICAL.Time = first instanceof ICAL.Period ? first.start : first
  if (time.zone === ICAL.Timezone.utcTimezone) return clockOf('UTC')
  const tzid = property.getFirstParameter('tzid')
  if (!tzid || time.isDate) return clockOf(hostZone)
  if (isZone(tzid)) return clockOf(tzid)
  const { zone } = time
  if (zone && zone.tzid === tzid) {
    return (at) => {
      const inZone = at.clone()
      inZone.zone = zone
      return inZone.toUnixTime() * 1000
    }
  }
  const name = zoneNamed(tzid)
  if (!name) throw new CalendarFileError(`The calendar uses the time zone “${tzid}”, and does not define it.`)
  return clockOf(name)
}
