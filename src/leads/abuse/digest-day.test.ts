import { describe, expect, it } from 'vitest'
import { digestDay } from './digest-day'

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
