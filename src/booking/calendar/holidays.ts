import { DAY_MS } from '../availability/intervals'
import { readCalendarFile } from './calendar-file'
import { occurrencesOf } from './occurrences'

/** A day on which nobody works: its date (`2027-01-01`) in whatever zone somebody is in. */
export type Holiday = { date: string; name: string }

/** Nobody closes for longer; an event of years would fill the list. */
const LONGEST_DAYS = 60

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
const isoDate = (day: number) => new Date(day).toISOString().slice(0, 10)

/**
 * The holidays of a calendar file: each day of its all-day events, in order and each date once, named after the first
 * event that has it. Events with a time, and those called off, are none.
 * @param from first date that counts, and `until` the last: yearly ones have no end
 * @throws CalendarFileError for a file that cannot be read, or holds too much
 */
export function holidaysIn(file: string, { from, until }: { from: string; until: string }): Holiday[] {
  // A date is the same everywhere, so it is read as one of UTC.
  const range = { from: dayOf(from), to: dayOf(until) + DAY_MS }
  return readCalendarFile(file, (calendars) => {
    const names = new Map<string, string>()
    for (const event of calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))) {
      if (event.getFirstPropertyValue('status') === 'CANCELLED') continue
      const name = String(event.getFirstPropertyValue('summary') ?? '').trim()
      for (const { from: start, to: end, isAllDay } of occurrencesOf(event, range, 'UTC')) {
        if (!isAllDay) continue
        const last = Math.min(end, start + LONGEST_DAYS * DAY_MS, range.to)
        for (let day = Math.max(start, range.from); day < last; day += DAY_MS) {
          if (!names.has(isoDate(day))) names.set(isoDate(day), name)
        }
      }
    }
    return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1))
  })
}
