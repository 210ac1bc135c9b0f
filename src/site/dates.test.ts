import { expect, test } from 'vitest'
import { formatAsOf, formatDate } from './dates'

test('a moment is dated in the zone of the site', () => {
  expect(formatDate('2024-03-04T20:00:00.000Z', 'en', 'Asia/Ho_Chi_Minh')).toBe('5 March 2024')
  expect(formatDate('2024-03-04T20:00:00.000Z', 'en', 'UTC')).toBe('4 March 2024')
})

test('a date is written in the language of its document', () => {
  expect(formatDate('2024-03-04T00:00:00.000Z', 'ja', 'UTC')).toBe('2024年3月4日')
})

test('the date of a figure claims no more precision than it has', () => {
  const asOf = '2022-01-01T00:00:00.000Z'
  expect(formatAsOf({ asOf, asOfPrecision: 'year' }, 'en')).toBe('2022')
  expect(formatAsOf({ asOf, asOfPrecision: 'month' }, 'en')).toBe('January 2022')
  expect(formatAsOf({ asOf, asOfPrecision: 'day' }, 'en')).toBe('1 January 2022')
})
