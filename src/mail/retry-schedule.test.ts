import { describe, expect, it } from 'vitest'
import { nextAttempt } from './retry-schedule'

const now = new Date('2026-03-01T10:00:00Z')
const minutes = (failed: number, random: number) => {
  const at = nextAttempt(failed, now, random)
  return at && Math.round((at.getTime() - now.getTime()) / 60_000)
}

describe('the retry schedule', () => {
  it('waits longer after each failure and gives up after the seventh', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((failed) => minutes(failed, 0.5))).toEqual([
      1,
      5,
      30,
      120,
      480,
      1440,
      undefined,
      undefined,
    ])
  })

  it('spreads attempts by a tenth to each side', () => {
    expect([minutes(3, 0), minutes(3, 1)]).toEqual([27, 33])
  })
})
