import { Temporal } from 'temporal-polyfill'
import type { Interval } from '../availability/types'

/** A date (`2027-01-14`) of a zone, from its first instant to that of the next date, in epoch milliseconds. */
export type LocalDay = Interval & { date: string }

const startOf = (date: Temporal.PlainDate, zone: string) => date.toZonedDateTime(zone).epochMilliseconds

/**
 * Days of a calendar on the wall, which have 23, 24 or 25 hours.
 * @param first the first of them, `2027-01-14`
 * @param zone IANA name
 * @throws RangeError if there is no such date or zone
 */
export function localDays(first: string, count: number, zone: string): LocalDay[] {
  const begin = Temporal.PlainDate.from(first)
  return Array.from({ length: count }, (_, index) => {
    const date = begin.add({ days: index })
    return { date: date.toString(), from: startOf(date, zone), to: startOf(date.add({ days: 1 }), zone) }
  })
}

/** The Monday of the week of a date. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** A date some days later, or earlier. */
export const dateAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** True for `2027-01-14`, and not for `2027-02-30`. */
export function isDate(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(text)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}
