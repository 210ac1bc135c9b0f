import { expect, test } from 'vitest'
import { pageNumber, paginationItems } from './pagination'

test.each(['0', '-1', '1e1', '01', '+2', '2.0', ' 2', '٢', 'two', '', '9999999'])(
  '%j is not a page number',
  (segment) => {
    expect(pageNumber(segment)).toBeUndefined()
  },
)

test.each([
  ['1', 1],
  ['2', 2],
  ['120', 120],
])('%s is a page number', (segment, page) => {
  expect(pageNumber(segment)).toBe(page)
})

test('a short pagination shows every page', () => {
  expect(paginationItems(2, 3)).toEqual([1, 2, 3])
})

test('a long pagination shows the ends, the neighbours and the gaps between them', () => {
  expect(paginationItems(6, 12)).toEqual([1, undefined, 5, 6, 7, undefined, 12])
})

test('a gap of a single page is that page', () => {
  expect(paginationItems(4, 12)).toEqual([1, 2, 3, 4, 5, undefined, 12])
})

test('a single page has a pagination of one', () => {
  expect(paginationItems(1, 1)).toEqual([1])
})
