import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isoDate, localDay, mondayOf, offsetAt, offsetSpans, weekdayOf } from './zone'

const HOUR = 3_600_000

describe('the offsets of a zone', () => {
  const zones = ['America/New_York', 'Africa/Casablanca', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Kyiv', 'UTC']

  it.each(zones)('of %s are those of the calendar at any instant, without gaps', (timeZone) => {
    const span = fc.tuple(
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2031, 0) }),
      fc.integer({ min: 1, max: 900 }),
    )
    fc.assert(
      fc.property(span, ([from, hours]) => {
        const range = { from, to: from + hours * HOUR }
        const spans = offsetSpans(timeZone, range)
        expect(spans[0]?.from).toBe(range.from)
        expect(spans.at(-1)?.to).toBe(range.to)
        for (const [index, { to }] of spans.entries()) expect(spans[index + 1]?.from ?? to).toBe(to)
        for (const instant of [range.from, range.from + Math.floor(hours / 2) * HOUR, range.to - 1]) {
          const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
          expect(offsetAt(spans, instant)).toBe(zoned.offsetNanoseconds / 1e6)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the number of a day', () => {
  it('knows its date, its weekday and the Monday of its ISO week', () => {
    const day = localDay(Date.parse('2027-01-03T23:30Z'), 0)
    expect([isoDate(day), weekdayOf(day), isoDate(mondayOf(day))]).toEqual(['2027-01-03', 6, '2026-12-28'])
    expect(isoDate(localDay(Date.parse('2027-01-03T23:30Z'), HOUR))).toBe('2027-01-04')
    expect(weekdayOf(localDay(Date.parse('1969-12-31T00:00Z'), 0))).toBe(2)
  })
})
