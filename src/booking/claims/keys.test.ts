import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { cellKeys, cellOf, type HeldTime, placePrefixes } from './keys'

const MINUTE = 60_000
const DAY = Date.parse('2027-03-14T00:00Z')

const multiple = (max: number) => fc.integer({ min: 0, max: max / 5 }).map((times) => times * 5)

/** Meetings of a morning, so that many of them meet. */
const someTime: fc.Arbitrary<HeldTime> = fc
  .record({
    hosts: fc.subarray(['ann', 'ben', 'cara'], { minLength: 1 }),
    minute: multiple(240),
    length: multiple(90).filter((length) => length > 0),
    bufferBefore: multiple(30),
    bufferAfter: multiple(30),
  })
  .map(({ minute, length, ...held }) => {
    const start = DAY + minute * MINUTE
    return { ...held, start, end: start + length * MINUTE }
  })

const around = ({ start, end, bufferBefore, bufferAfter }: HeldTime) => ({
  from: start - bufferBefore * MINUTE,
  to: end + bufferAfter * MINUTE,
})

describe('the cells of two meetings', () => {
  it('have one in common exactly when they share a host and a moment, with the free time around each', () => {
    let collisions = 0
    fc.assert(
      fc.property(someTime, someTime, (one, other) => {
        const [a, b] = [around(one), around(other)]
        const meet = a.from < b.to && b.from < a.to && one.hosts.some((host) => other.hosts.includes(host))
        const keys = new Set(cellKeys(one))
        expect(cellKeys(other).some((key) => keys.has(key))).toBe(meet)
        if (meet) collisions += 1
      }),
      { numRuns: 1_000 },
    )
    expect(collisions).toBeGreaterThan(100)
  })

  it('are asked for in one order, however their hosts are listed', () => {
    fc.assert(
      fc.property(someTime, (held) => {
        const keys = cellKeys(held)
        expect(cellKeys({ ...held, hosts: held.hosts.toReversed() })).toEqual(keys)
        expect(keys).toEqual(keys.toSorted())
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('say whose they are and fill the time that is held, without a gap', () => {
    fc.assert(
      fc.property(someTime, (held) => {
        for (const host of held.hosts) {
          const cells = cellKeys(held).flatMap((key) => {
            const found = cellOf(key)
            return found?.host === host ? [found.cell] : []
          })
          const { from, to } = around(held)
          expect(cells[0]?.from).toBe(from)
          expect(cells.at(-1)?.to).toBe(to)
          for (const [index, cell] of cells.entries()) expect(cell.from).toBe(cells[index - 1]?.to ?? from)
        }
      }),
    )
  })
})

describe('the places of a limit', () => {
  const ZONES = [
    'UTC',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ]

  it('are those of the day and the week that the host’s own calendar shows', () => {
    const instant = fc
      .integer({ min: 0, max: 400 * 288 })
      .map((cells) => Date.parse('2026-12-01T00:00Z') + cells * 5 * MINUTE)
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (start, timeZone) => {
        const date = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainDate()
        const monday = date.subtract({ days: date.dayOfWeek - 1 })
        expect(placePrefixes('ann', timeZone, start)).toEqual({ day: `ann/day/${date}/`, week: `ann/week/${monday}/` })
      }),
    )
  })

  it('are not cells', () => {
    expect(cellOf('ann/day/2027-03-14/1')).toBeUndefined()
  })
})
