import { expect, it } from 'vitest'
import { minutesOf, stretchOf } from './clock-time'

it.each([
  ['00:00', 0],
  ['09:30', 570],
  ['23:59', 1439],
  ['24:00', 1440],
  ['24:01', undefined],
  ['9:30', undefined],
  ['09:60', undefined],
  ['09:30 ', undefined],
  ['', undefined],
  [null, undefined],
])('%j is %s minutes after midnight', (clock, minutes) => expect(minutesOf(clock)).toBe(minutes))

it('a stretch of a day goes forwards', () => {
  expect(stretchOf({ from: '09:00', to: '12:30' })).toEqual({ from: 540, to: 750 })
  expect(stretchOf({ from: '12:00', to: '09:00' })).toBeUndefined()
  expect(stretchOf({ from: '12:00', to: '12:00' })).toBeUndefined()
  expect(stretchOf({ from: '12:00' })).toBeUndefined()
})
