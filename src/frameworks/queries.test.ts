import { expect, test } from 'vitest'
import type { Framework } from '@/payload-types'
import { neighbours } from './queries'

const [c, go, rust] = ['c', 'go', 'rust'].map((id) => ({ id }) as Framework)
const catalogue = [c, go, rust] as Framework[]

test('an entry stands between the one before and the one after it', () => {
  expect(neighbours(catalogue, go as Framework)).toEqual({ previous: c, next: rust })
})

test('the ends have one neighbour, an entry that is not in the catalogue none', () => {
  expect(neighbours(catalogue, c as Framework)).toEqual({ previous: undefined, next: go })
  expect(neighbours(catalogue, rust as Framework)).toEqual({ previous: go, next: undefined })
  expect(neighbours(catalogue, { id: 'x' } as Framework)).toEqual({})
})
