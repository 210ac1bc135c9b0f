import { describe, expect, it } from 'vitest'
import { toE164 } from './phone-number'

describe('a telephone number', () => {
  it('is recognised with its country however it is written', () => {
    expect(toE164('+44 20 7946 0000')).toBe('+442079460000')
    expect(toE164('+44 (0)20-7946-0000')).toBe('+442079460000')
  })

  it('is read in the country of the agency when it names none', () => {
    expect(toE164('020 7946 0000', 'GB')).toBe('+442079460000')
    expect(toE164('0912 345 678', 'vn')).toBe('+84912345678')
  })

  it.each(['', '12', 'please call after six', '020 7946 0000 or 0001', '+999 12345678901234567890'])(
    'is not guessed from %j',
    (typed) => {
      expect(toE164(typed, 'GB')).toBeUndefined()
    },
  )

  it('is not guessed without a country or with one that does not exist', () => {
    expect(toE164('020 7946 0000')).toBeUndefined()
    expect(toE164('020 7946 0000', 'XX')).toBeUndefined()
  })
})
