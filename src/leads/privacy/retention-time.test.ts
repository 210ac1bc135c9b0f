import { describe, expect, it } from 'vitest'
import { keptSince, nightOf } from './retention-time'

describe('keptSince', () => {
  it.each([
    ['2026-03-31T12:00:00.000Z', 1, '2026-02-28T12:00:00.000Z'],
    ['2024-03-31T12:00:00.000Z', 1, '2024-02-29T12:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 1, '2025-12-15T00:00:00.000Z'],
    ['2024-02-29T08:00:00.000Z', 12, '2023-02-28T08:00:00.000Z'],
    ['2026-07-31T23:59:59.999Z', 120, '2016-07-31T23:59:59.999Z'],
  ])('before %s, %d months ago was %s', (now, months, since) => {
    expect(keptSince(new Date(now), months).toISOString()).toBe(since)
  })
})

describe('nightOf', () => {
  it.each([
    ['2026-03-01T19:59:00Z', 'Asia/Ho_Chi_Minh', undefined],
    ['2026-03-01T20:00:00Z', 'Asia/Ho_Chi_Minh', '2026-03-02'],
    ['2026-03-02T16:59:00Z', 'Asia/Ho_Chi_Minh', '2026-03-02'],
    ['2026-03-02T17:00:00Z', 'Asia/Ho_Chi_Minh', undefined],
    ['2026-03-02T12:00:00Z', 'UTC', '2026-03-02'],
  ])('at %s in %s is %s', (now, timeZone, night) => {
    expect(nightOf(new Date(now), timeZone)).toBe(night)
  })
})
