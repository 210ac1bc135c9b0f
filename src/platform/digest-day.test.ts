import { describe, expect, it } from 'vitest'
import { digestDay, digestTime } from './digest-day'

describe('the digest of a day', () => {
  it('is due from eight in the morning by the clock of the site', () => {
    expect(digestDay(new Date('2026-03-02T00:59:59Z'), 'Asia/Ho_Chi_Minh')).toBeUndefined()
    expect(digestDay(new Date('2026-03-02T01:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-03-02')
  })

  it('is that of the site’s calendar', () => {
    expect(digestDay(new Date('2026-03-02T16:59:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-03-02')
    expect(digestDay(new Date('2026-03-02T17:00:00Z'), 'Asia/Ho_Chi_Minh')).toBeUndefined()
    expect(digestDay(new Date('2026-03-02T17:00:00Z'), 'UTC')).toBe('2026-03-02')
  })
})

describe('the time of a digest', () => {
  it('is eight in the morning of its day, also where clocks change', () => {
    expect(digestTime('2026-03-02', 'Asia/Ho_Chi_Minh').toISOString()).toBe('2026-03-02T01:00:00.000Z')
    expect(digestTime('2026-03-28', 'Europe/London').toISOString()).toBe('2026-03-28T08:00:00.000Z')
    expect(digestTime('2026-03-29', 'Europe/London').toISOString()).toBe('2026-03-29T07:00:00.000Z')
  })
})
