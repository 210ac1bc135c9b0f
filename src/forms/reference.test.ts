import { describe, expect, it } from 'vitest'
import { REFERENCE, referenceOf } from './reference'

describe('a reference', () => {
  it('is the same for the same submission, and readable aloud', () => {
    expect(referenceOf('s', 'key')).toBe(referenceOf('s', 'key'))
    expect(referenceOf('s', 'key')).toMatch(REFERENCE)
  })

  it('is not known without the secret', () => {
    expect(referenceOf('s', 'key')).not.toBe(referenceOf('t', 'key'))
  })
})
