import type { Holiday } from '../calendar/holidays'

/** A calendar of holidays has tens of kilobytes; a larger one is somebody's appointments. */
export const HOLIDAY_FILE_LIMIT_BYTES = 1024 * 1024

/** What a calendar file says of the days to come, and the last year of which it was asked. */
export type FoundHolidays = { holidays: Holiday[]; lastYear: number }

const isoDate = (value: string) => (Number.isNaN(Date.parse(value)) ? '' : new Date(value).toISOString().slice(0, 10))

/**
 * Those of the found holidays whose dates are not in a list yet: what somebody entered keeps its name.
 * @param listed the dates of the list as its form holds them, ISO 8601 or nothing
 */
export function newHolidays(listed: readonly (string | null | undefined)[], found: readonly Holiday[]): Holiday[] {
  const dates = new Set(listed.map((value) => isoDate(value ?? '')))
  return found.filter(({ date }) => !dates.has(date))
}

const days = (count: number) => (count === 1 ? 'one day' : `${count} days`)

/** What came of an import, for the person who made it. */
export function importWords({ holidays, lastYear }: FoundHolidays, added: number): string {
  const span = `until the end of ${lastYear}`
  if (holidays.length === 0) return `This calendar has no event that lasts all day from today ${span}.`
  const known = holidays.length - added
  if (added === 0) return `Nothing is new: ${days(known)} ${span} stood in the list already.`
  const others = known > 0 ? `; ${days(known)} stood there already` : ''
  return `Added ${days(added)} ${span}${others}. Save to keep them.`
}
