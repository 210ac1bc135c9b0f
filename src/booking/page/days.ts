import { dateLocale } from '@/site/dates'
import { isoDate, localDay, offsetAt, offsetSpans } from '../availability/zone'

/** A time to choose. */
export type ShownTime = {
  /** The instant, as ISO 8601 in UTC: what the form sends. */
  start: string
  /** By the visitor's clock: `09:30`, and with the distance from UTC where the clock shows it twice that day. */
  label: string
}

/** A day on which something is free, by the visitor's calendar. */
export type ShownDay = { date: string; label: string; times: ShownTime[] }

/** What a page holds: so many days, or fewer if they have many times, so that a phone's screen is left after a few strokes. */
const MOST_DAYS = 5
const MOST_TIMES = 60

const timeFormat = (locale: string, timeZone: string, format: Intl.DateTimeFormatOptions = {}) =>
  new Intl.DateTimeFormat(dateLocale(locale), { hour: '2-digit', minute: '2-digit', timeZone, ...format })

/** The date (`2027-01-14`) by a calendar on the wall of that zone. */
export const dateIn = (timeZone: string) => {
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
  return (instant: number) => format.format(instant)
}

/** `Thursday 14 January 2027`. */
function dayLabel(instant: number, locale: string, timeZone: string): string {
  const format: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
  return new Intl.DateTimeFormat(dateLocale(locale), { ...format, timeZone }).format(instant).replaceAll(',', '')
}

/** A date (`2027-01-14`) as a day is called: `Thursday 14 January 2027`. */
export const dateLabel = (date: string, locale: string): string => dayLabel(Date.parse(date), locale, 'UTC')

/** A stretch of time on a day: `Thursday 14 January 2027, 09:30–10:00`. */
export function momentLabel(start: string, end: string, locale: string, timeZone: string): string {
  const format = timeFormat(locale, timeZone)
  return `${dayLabel(Date.parse(start), locale, timeZone)}, ${format.format(new Date(start))}–${format.format(new Date(end))}`
}

/** When the clock goes back, an hour comes twice: those times say which of the two they are. */
function timesOf(starts: number[], locale: string, timeZone: string): ShownTime[] {
  const plain = timeFormat(locale, timeZone)
  const precise = timeFormat(locale, timeZone, { timeZoneName: 'shortOffset' })
  const labels = starts.map((start) => plain.format(start))
  return starts.map((start, index) => {
    const label = labels[index] ?? ''
    const isTwice = labels.indexOf(label) !== labels.lastIndexOf(label)
    return { start: new Date(start).toISOString(), label: isTwice ? precise.format(start) : label }
  })
}

/** Free times (epoch milliseconds, in order) of a day of the visitor's calendar. */
export type FreeDay = { date: string; starts: number[] }

/**
 * Free times by the days of a visitor's calendar: of a whole year, so that nothing is formatted here.
 * @param starts epoch milliseconds, in order
 * @param timeZone IANA name of the visitor's zone
 */
export function freeDays(starts: readonly number[], timeZone: string): FreeDay[] {
  const [first = 0] = starts
  const spans = offsetSpans(timeZone, { from: first, to: (starts.at(-1) ?? first) + 1 })
  const days: (FreeDay & { day: number })[] = []
  for (const start of starts) {
    const day = localDay(start, offsetAt(spans, start))
    const latest = days.at(-1)
    if (latest?.day === day) latest.starts.push(start)
    else days.push({ day, date: isoDate(day), starts: [start] })
  }
  return days
}

/** A day in words. */
const shownDay = ({ date, starts }: FreeDay, locale: string, timeZone: string): ShownDay => ({
  date,
  label: dateLabel(date, locale),
  times: timesOf(starts, locale, timeZone),
})

/** Free times (epoch milliseconds, in order) by the days of a visitor's calendar, each in words. */
export const daysOf = (starts: readonly number[], locale: string, timeZone: string): ShownDay[] =>
  freeDays(starts, timeZone).map((day) => shownDay(day, locale, timeZone))

/** Some of the days, and the dates at which the pages before and after begin. */
export type DaysPage = {
  days: ShownDay[]
  earlier?: string
  later?: string
  /** Nothing is free on the date asked for: the first day shown is the next free one, or the last ones are shown. */
  jump?: 'ahead' | 'back'
}

/**
 * The days to show from a date on. Where nothing is free on it, the next free day comes first; past the last one, the
 * last ones are shown.
 * @param timeZone IANA name of the zone whose days these are
 * @param from `2027-01-14`; the first free day if left out
 */
export function pageOfDays(
  days: readonly FreeDay[],
  { locale, timeZone, from }: { locale: string; timeZone: string; from?: string },
): DaysPage {
  // The same for every page of a list, so that they lead back and forth without leaving out a day.
  const busiest = Math.max(...days.map(({ starts }) => starts.length), 1)
  const shown = Math.min(MOST_DAYS, Math.max(1, Math.floor(MOST_TIMES / busiest)))
  const wanted = from ? days.findIndex(({ date }) => date >= from) : 0
  const first = wanted === -1 ? Math.max(0, days.length - shown) : wanted
  const before = days[Math.max(0, first - shown)]
  return {
    days: days.slice(first, first + shown).map((day) => shownDay(day, locale, timeZone)),
    earlier: first > 0 ? before?.date : undefined,
    later: days[first + shown]?.date,
    jump: wanted === -1 ? 'back' : from !== undefined && days[first]?.date !== from ? 'ahead' : undefined,
  }
}
