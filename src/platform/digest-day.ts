import { Temporal } from 'temporal-polyfill'

/** Digests go out when people begin to work, by the clock of the site. */
const FROM_HOUR = 8

/**
 * The day, by the calendar of the site, whose digest is due: `2026-03-02`.
 * @param timeZone an IANA name
 * @returns undefined while it is too early in the day
 */
export function digestDay(now: Date, timeZone: string): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return local.hour >= FROM_HOUR ? local.toPlainDate().toString() : undefined
}

/** The moment from which the digest of a day is due, which is also where it divides what is old from what is new. */
export function digestTime(day: string, timeZone: string): Date {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour: FROM_HOUR } })
  return new Date(local.epochMilliseconds)
}
