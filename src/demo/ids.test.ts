import { validate, version } from 'uuid'
import { expect, it } from 'vitest'
import { demoId } from './ids'

it('a demo id is a UUIDv7 which depends on collection and key alone', () => {
  const id = demoId('articles', 'rust')
  expect(validate(id) && version(id)).toBe(7)
  expect(demoId('articles', 'rust')).toBe(id)
  expect(demoId('frameworks', 'rust')).not.toBe(id)
  expect(demoId('articles', 'rus')).not.toBe(id)
})
