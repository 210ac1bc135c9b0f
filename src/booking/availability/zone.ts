import { Temporal } from 'temporal-polyfill'
import { DAY_MS } from './intervals'
import type { Interval } from './types'

/** A stretch of time in which a zone keeps one distance from UTC. All in milliseconds; local time is UTC plus `offset`. */
export type OffsetSpan = Interval & { offset: number }

const yearOf = (instant: number) => new Date(instant).getUTCFullYear()

/** Looking up the changes of a zone takes milliseconds, so the years that were asked for are kept. */
const known = new Map<string, OffsetSpan[]>()

function spansOfYears(timeZone: string, first: number, last: number): OffsetSpan[] {
  const end = Date.UTC(last + 1, 0)
  const spans: OffsetSpan[] = []
  let from = Temporal.Instant.fromEpochMilliseconds(Date.UTC(first, 0)).toZonedDateTimeISO(timeZone)
  while (from.epochMilliseconds < end) {
    const next = from.getTimeZoneTransition('next')
    const to = Math.min(next?.epochMilliseconds ?? end, end)
    spans.push({ from: from.epochMilliseconds, to, offset: from.offsetNanoseconds / 1e6 })
    if (!next) break
    from = next
  }
  return spans
}

/**
 * The offsets of a zone over a stretch of time, in order and without gaps.
 * @throws RangeError if there is no such zone
 */
export function offsetSpans(timeZone: string, { from, to }: Interval): OffsetSpan[] {
  const key = `${timeZone} ${yearOf(from)} ${yearOf(to)}`
  let spans = known.get(key)
  if (!spans) {
    spans = spansOfYears(timeZone, yearOf(from), yearOf(to))
    known.set(key, spans)
  }
  return spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
}

/** Distance of the zone from UTC at an instant that the spans hold, in milliseconds. */
export function offsetAt(spans: readonly OffsetSpan[], instant: number): number {
  const span = spans.find(({ to }) => instant < to) ?? spans.at(-1)
  if (!span) throw new RangeError('No offset is known for this instant')
  return span.offset
}

/** Number of the local day that an instant falls on: days since 1970-01-01. */
export const localDay = (instant: number, offset: number): number => Math.floor((instant + offset) / DAY_MS)

/** Number of the day on which the ISO week of a day begins, a Monday (1970-01-01 was a Thursday). */
export const mondayOf = (day: number): number => day - weekdayOf(day)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** `2027-01-14` of the number of a day. */
export const isoDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
