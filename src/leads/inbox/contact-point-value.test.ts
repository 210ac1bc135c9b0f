import { describe, expect, it } from 'vitest'
import { contactPointValue } from './contact-point-value'

describe('contactPointValue', () => {
  it.each([
    ['an address', ' Jane@EXAMPLE.com ', { kind: 'email', value: 'jane@example.com' }],
    ['an address of an international domain', 'info@räucher.de', { kind: 'email', value: 'info@xn--rucher-bua.de' }],
    ['a number with its country', '+44 20 7946 0958', { kind: 'phone', value: '+442079460958' }],
    ['a number of the default country', '0912 345 678', { kind: 'phone', value: '+84912345678' }],
  ])('reads %s', (_, raw, value) => {
    expect(contactPointValue(raw, 'VN')).toEqual(value)
  })

  it('asks for the country of a number that has none', () => {
    expect(contactPointValue('0912 345 678', undefined)).toContain('with its country')
  })

  it.each(['jane@', 'a@example.com, b@example.com', '@'])('refuses %s as an address', (raw) => {
    expect(contactPointValue(raw, 'VN')).toContain('no e-mail address')
  })

  it('refuses words', () => {
    expect(contactPointValue('call me', 'VN')).toContain('e-mail address or a phone number')
  })
})
