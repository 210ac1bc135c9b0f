import ICAL from 'ical.js'
import { DAY_MS } from '../availability/intervals'
import type { Interval } from '../availability/types'
import { CalendarFileError } from './calendar-file'
import { FARTHEST_MS, roughly, type WallClock, wallClock } from './wall-clock'

/** One time at which an event takes place, in epoch milliseconds; `date` is that of its zone (`2027-01-14`). */
export type Occurrence = Interval & { date: string; isAllDay: boolean }

/** A rule that repeats more often within the range is a mistake, or means to do harm. */
const REPETITIONS_LIMIT = 10_000

const isDaily = ({ freq }: ICAL.Recur) => freq === 'DAILY' || freq === 'WEEKLY'
const dateOf = (time: ICAL.Time) => time.toString().slice(0, 10)

/** All values of all properties of this name, each with the clock that it is read by. */
function timesOf(event: ICAL.Component, name: string, hostZone: string) {
  return event.getAllProperties(name).flatMap((property) => {
    const clock = wallClock(property, hostZone)
    return property.getValues().map((value: ICAL.Time | ICAL.Period) => ({ value, clock }))
  })
}

/**
 * Where to begin to repeat, so that years of daily meetings need not be gone through. A whole number of intervals on,
 * a rule without a count gives the same days; only those by day and week are worth it.
 */
function nearStart(start: ICAL.Time, rule: ICAL.Recur, from: number): ICAL.Time {
  if (!isDaily(rule) || rule.count) return start
  const days = (rule.freq === 'WEEKLY' ? 7 : 1) * Math.max(1, rule.interval)
  const intervals = Math.floor((from - 2 * DAY_MS - roughly(start)) / DAY_MS / days)
  if (intervals <= 0) return start
  const near = start.clone()
  near.adjust(intervals * days, 0, 0, 0)
  return near
}

/** The last moment of a rule with an end; a date lasts until it is over. */
function endOf(rule: ICAL.Recur, clock: WallClock): number {
  const { until } = rule
  if (!until) return Number.POSITIVE_INFINITY
  if (until.isDate) return clock(until) + DAY_MS - 1
  return until.zone === ICAL.Timezone.utcTimezone ? until.toUnixTime() * 1000 : clock(until)
}

/** The times that a rule gives, by the clock of the event: at ten every Monday stays at ten when the clock changes. */
function* repetitions(start: ICAL.Time, written: ICAL.Recur, clock: WallClock, range: Interval): Generator<ICAL.Time> {
  const last = endOf(written, clock)
  if (last < range.from) return
  const rule = written.clone()
  // Compared here instead: the library would compare a time by the clock with one in UTC.
  rule.until = null
  const iterator = rule.iterator(nearStart(start, rule, range.from))
  let given = 0
  for (let time = iterator.next(); time; time = iterator.next()) {
    const about = roughly(time)
    if (about - FARTHEST_MS > Math.min(range.to, last)) return
    if (about + FARTHEST_MS < range.from) continue
    if (clock(time) > last) return
    given += 1
    if (given > REPETITIONS_LIMIT) throw new CalendarFileError('An event of the calendar repeats too often.')
    yield time.clone()
  }
}

/** How an event lasts: so many days, or milliseconds; none for one without an end, which takes no time (RFC 5545, 3.6.1). */
function lengthOf(event: ICAL.Component, start: ICAL.Time, startsAt: number, hostZone: string) {
  const [end] = timesOf(event, 'dtend', hostZone)
  const seconds = (event.getFirstPropertyValue('duration') as ICAL.Duration | null)?.toSeconds() ?? 0
  if (start.isDate) {
    const last = end?.value as ICAL.Time | undefined
    const days = last ? Math.round((roughly(last) - roughly(start)) / DAY_MS) : Math.floor(seconds / 86_400)
    return { days: Math.max(1, days), milliseconds: 0 }
  }
  return { days: 0, milliseconds: end ? end.clock(end.value as ICAL.Time) - startsAt : seconds * 1000 }
}

/**
 * When an event takes place within a range: its own time and, if it repeats, those of its rules and dates without
 * those that are excepted.
 * @param hostZone for times without a zone, and whole days
 * @param isReplaced true for the moment of a repetition that another event of the file stands for
 */
export function occurrencesOf(
  event: ICAL.Component,
  range: Interval,
  hostZone: string,
  isReplaced: (at: number) => boolean = () => false,
): Occurrence[] {
  const property = event.getFirstProperty('dtstart')
  if (!property) throw new CalendarFileError('An event of the calendar has no beginning.')
  const start = property.getFirstValue() as ICAL.Time
  const rules = event.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur)
  const repeats = rules.length > 0 || event.getFirstProperty('rdate') !== null
  if (!repeats && isLongBefore(event, start, range)) return []
  if (roughly(start) - FARTHEST_MS > range.to) return []

  const clock = wallClock(property, hostZone)
  const startsAt = clock(start)
  const length = lengthOf(event, start, startsAt, hostZone)
  const endAfter = (time: ICAL.Time): number => {
    if (length.days === 0) return clock(time) + length.milliseconds
    const end = time.clone()
    end.adjust(length.days, 0, 0, 0)
    return clock(end)
  }
  const reach = { from: range.from - length.milliseconds - length.days * DAY_MS, to: range.to }
  const times = [start, ...rules.flatMap((rule) => [...repetitions(start, rule, clock, reach)])]
  const found = new Map<number, Occurrence>()
  const add = (time: ICAL.Time, from: number, to: number) =>
    found.set(from, { from, to, date: dateOf(time), isAllDay: start.isDate })
  for (const time of times) add(time, clock(time), endAfter(time))
  for (const { value, clock: read } of timesOf(event, 'rdate', hostZone)) {
    if (value instanceof ICAL.Period) add(value.start, read(value.start), read(value.getEnd()))
    else add(value, read(value), read(value) + endAfter(start) - startsAt)
  }
  const excepted = timesOf(event, 'exdate', hostZone).map(({ value, clock: read }) => ({
    time: value as ICAL.Time,
    read,
  }))
  const moments = new Set(excepted.map(({ time, read }) => read(time)))
  // Some programs except the date of a repetition that has a time.
  const days = new Set(excepted.filter(({ time }) => time.isDate).map(({ time }) => dateOf(time)))
  return [...found.values()].filter(
    ({ from, to, date }) =>
      from < to && from < range.to && to > range.from && !moments.has(from) && !days.has(date) && !isReplaced(from),
  )
}

/** True for a single event that ended days before the range: most of a calendar, and not worth a look at its zone. */
function isLongBefore(event: ICAL.Component, start: ICAL.Time, range: Interval): boolean {
  const end = event.getFirstPropertyValue('dtend') as ICAL.Time | null
  const duration = event.getFirstPropertyValue('duration') as ICAL.Duration | null
  const until = end ? roughly(end) : roughly(start) + (duration?.toSeconds() ?? 0) * 1000
  return until + FARTHEST_MS + DAY_MS < range.from
}
