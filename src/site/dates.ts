/** A moment as a calendar date in the words of a language, in the zone of the site: `5 March 2024`. */
export function formatDate(date: string | Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'long', timeZone }).format(new Date(date))
}

/** A moment to the minute, with its zone, for mails: `5 March 2024 at 17:04 GMT+7`. */
export function formatMoment(date: string | Date, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  return format.format(new Date(date))
}

export type AsOf = { asOf: string; asOfPrecision: 'year' | 'month' | 'day' }

/**
 * The date of a figure, no more precise than it is known: `2024`, `March 2024` or `5 March 2024`. Stored at midnight
 * UTC and read in UTC, since it is a date and not a moment.
 */
export function formatAsOf({ asOf, asOfPrecision }: AsOf, locale: string): string {
  const format: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(asOfPrecision !== 'year' ? { month: 'long' } : {}),
    ...(asOfPrecision === 'day' ? { day: 'numeric' } : {}),
  }
  return new Intl.DateTimeFormat(dateLocale(locale), { ...format, timeZone: 'UTC' }).format(new Date(asOf))
}

/** English without a country writes the month first; ours is read all over the world, where the day comes first. */
export const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

/** From when until when, with the day of the week and the distance of the zone from UTC: `Thursday 14 January 2027, 09:00–09:30 GMT+7`. */
export function formatPeriod(start: string | Date, end: string | Date, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  const offset = (at: string | Date) =>
    format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value
  // A range names the zone once, which would be wrong for one of its ends in the night when the clock changes.
  if (offset(start) !== offset(end)) return `${format.format(new Date(start))} – ${format.format(new Date(end))}`
  return format.formatRange(new Date(start), new Date(end))
}
