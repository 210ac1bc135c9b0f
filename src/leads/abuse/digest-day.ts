/** The digest goes out when people begin to work, by the clock of the site. */
const FROM_HOUR = 8

/**
 * The day, by the calendar of the site, whose digest is due: `2026-03-02`.
 * @returns undefined while it is too early in the day
 */
export function digestDay(now: Date, timeZone: string): string | undefined {
  const format = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return Number(part.hour) >= FROM_HOUR ? `${part.year}-${part.month}-${part.day}` : undefined
}
