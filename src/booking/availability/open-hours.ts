import { DAY_MS, MINUTE_MS } from './intervals'
import type { HostCalendar, Interval } from './types'
import { isoDate, localDay, type OffsetSpan, weekdayOf } from './zone'

/** Open time of one date, and the instant at which the clock showed or would have shown midnight. */
export type OpenStretch = Interval & { midnight: number }

type Hours = Pick<HostCalendar, 'weeklyHours' | 'overrides'>

function hoursOf(day: number, { weeklyHours, overrides }: Hours, holidays: ReadonlySet<string>): readonly Interval[] {
  const date = isoDate(day)
  const own = overrides[date]
  if (own) return own
  return holidays.has(date) ? [] : (weeklyHours[weekdayOf(day)] ?? [])
}

/**
 * The hours of a host as instants, in order.
 *
 * Hours are what a clock on the host's wall shows. Between two changes of the clock that is a fixed distance from UTC, so
 * each date is looked at once for every offset that it has: an hour that the clock leaves out has no instants, and one
 * that it shows twice has two stretches of them.
 */
export function openStretches(
  hours: Hours,
  holidays: ReadonlySet<string>,
  spans: readonly OffsetSpan[],
): OpenStretch[] {
  const stretches: OpenStretch[] = []
  for (const span of spans) {
    const last = localDay(span.to - 1, span.offset)
    for (let day = localDay(span.from, span.offset); day <= last; day++) {
      const midnight = day * DAY_MS - span.offset
      for (const { from, to } of hoursOf(day, hours, holidays)) {
        const start = Math.max(midnight + from * MINUTE_MS, span.from)
        const end = Math.min(midnight + to * MINUTE_MS, span.to)
        if (start < end) stretches.push({ from: start, to: end, midnight })
      }
    }
  }
  return stretches
}
