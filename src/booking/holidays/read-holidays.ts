import { cleanLine } from '@/forms/clean-text'
import { DAY_MS } from '../availability/intervals'
import { holidaysIn } from '../calendar/holidays'
import type { FoundHolidays } from './new-holidays'

/** As long as the field of the list takes. */
export const LONGEST_NAME = 120

/** How many years are read of calendars that may have no end: meetings are booked a year ahead at most. */
const YEARS = 3

/**
 * The holidays of a calendar file from today to the end of the year after next, with names as the list keeps them.
 * @throws CalendarFileError for a file that cannot be read
 */
export function readHolidays(file: string, now: Date): FoundHolidays {
  // The day before: somewhere it is still today.
  const from = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10)
  const lastYear = now.getUTCFullYear() + YEARS - 1
  const found = holidaysIn(file, { from, until: `${lastYear}-12-31` })
  const nameOf = (name: string) => cleanLine(name.replace(/\s+/g, ' ').slice(0, LONGEST_NAME)) || 'Holiday'
  return { holidays: found.map(({ date, name }) => ({ date, name: nameOf(name) })), lastYear }
}
