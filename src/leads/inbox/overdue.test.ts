import { expect, it } from 'vitest'
import { overdue } from './overdue'

it('a list of what is overdue has one address all day', () => {
  expect(overdue(new Date('2026-03-02T01:00:00Z'))).toEqual(overdue(new Date('2026-03-02T23:59:59Z')))
  expect(overdue(new Date('2026-03-03T00:00:00Z'))).not.toEqual(overdue(new Date('2026-03-02T23:59:59Z')))
})
