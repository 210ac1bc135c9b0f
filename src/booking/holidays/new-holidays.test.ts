import { describe, expect, it } from 'vitest'
import { importWords, newHolidays } from './new-holidays'

describe('what is new of a file', () => {
  const found = [
    { date: '2027-01-01', name: 'New Year' },
    { date: '2027-02-06', name: 'Tết' },
  ]

  it('are the dates that are not listed, whatever name and time of day those have', () => {
    expect(newHolidays(['2027-01-01T12:00:00.000Z'], found)).toEqual([found[1]])
    expect(newHolidays(['2027-02-06', '2027-01-01T00:00:00.000Z'], found)).toEqual([])
  })

  it('is all of it for a list without rows, or with rows that nobody has filled in', () => {
    expect(newHolidays([], found)).toEqual(found)
    expect(newHolidays([null, undefined, '', 'soon'], found)).toEqual(found)
  })
})

describe('the words about an import', () => {
  const some = (count: number) => ({
    holidays: Array.from({ length: count }, (_, index) => ({ date: `2027-01-0${index + 1}`, name: 'Closed' })),
    lastYear: 2029,
  })

  it.each([
    [0, 0, 'This calendar has no event that lasts all day from today until the end of 2029.'],
    [3, 0, 'Nothing is new: 3 days until the end of 2029 stood in the list already.'],
    [3, 3, 'Added 3 days until the end of 2029. Save to keep them.'],
    [3, 1, 'Added one day until the end of 2029; 2 days stood there already. Save to keep them.'],
  ])('of %s found and %s added', (found, added, words) => expect(importWords(some(found), added)).toBe(words))
})
