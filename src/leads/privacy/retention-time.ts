import { Temporal } from 'temporal-polyfill'

/** The night's work is done from this hour on, by the clock of the site. */
const FROM_HOUR = 3

/**
 * The moment before which something has been kept long enough. Months are those of the calendar: what is not in the
 * shorter one is its last day, so that a month before 31 March is 28 February.
 * @param months how many months things are kept
 */
export function keptSince(now: Date, months: number): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC')
  return new Date(moment.subtract({ months }).epochMilliseconds)
}

/**
 * The day, by the calendar of the site, whose night's work is due: `2026-03-02`.
 * @returns undefined while it is too early in the day
 */
export function nightOf(now: Date, timeZone: string): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return local.hour >= FROM_HOUR ? local.toPlainDate().toString() : undefined
}
