import { expect, it } from 'vitest'
import { outcomeOfAnswer } from './webhook'

it.each([
  [200, 'sent'],
  [204, 'sent'],
  [302, 'deferred'],
  [400, 'refused'],
  [401, 'refused'],
  [404, 'refused'],
  [410, 'refused'],
  [408, 'deferred'],
  [429, 'deferred'],
  [500, 'deferred'],
  [503, 'deferred'],
])('a webhook that answers %i: %s', (status, outcome) => {
  expect(outcomeOfAnswer({ status, body: Buffer.from('Why') })).toEqual({ outcome, reply: `${status} Why` })
})

it('keeps no endless answer', () => {
  expect(outcomeOfAnswer({ status: 200, body: Buffer.from('x'.repeat(9000)) }).reply).toHaveLength(504)
})
