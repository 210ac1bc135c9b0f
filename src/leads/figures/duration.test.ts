import { expect, it } from 'vitest'
import { duration } from './duration'

const HOUR = 3_600_000

it.each([
  [0, '0 min'],
  [12 * 60_000, '12 min'],
  [HOUR, '1 h'],
  [3.52 * HOUR, '3.5 h'],
  [47 * HOUR, '47 h'],
  [50.4 * HOUR, '2.1 d'],
])('%d ms is %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words)
})
