import { describe, expect, it } from 'vitest'
import { isOldSpam } from './old-spam'

const now = new Date('2026-06-01T08:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000).toISOString()

describe('a message is removed', () => {
  it('90 days after a person decided that it is spam', () => {
    expect(isOldSpam({ state: 'spam', decidedAt: daysAgo(90) }, now)).toBe(true)
    expect(isOldSpam({ state: 'spam', decidedAt: daysAgo(89.9) }, now)).toBe(false)
  })

  it('never without a decision', () => {
    expect(isOldSpam({ state: 'spam' }, now)).toBe(false)
    expect(isOldSpam({ state: 'spam', decidedAt: null }, now)).toBe(false)
    expect(isOldSpam({ state: 'held', decidedAt: null }, now)).toBe(false)
  })

  it.each(['held', 'accepted', 'released'] as const)('never while it is %s, however old', (state) => {
    expect(isOldSpam({ state, decidedAt: daysAgo(5000) }, now)).toBe(false)
  })
})
