import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEmailAddress } from './email-address'

describe('an e-mail address', () => {
  it.each([
    ['ann@example.com', 'ann@example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['ann+quote@example.com', 'ann+quote@example.com'],
    ['max@räucher.de', 'max@xn--rucher-bua.de'],
    ['Ann.Lee@EXAMPLE.com', 'Ann.Lee@example.com'],
    ['a@例え.jp', 'a@xn--r8jz45g.jp'],
    ['用户@example.com', '用户@example.com'],
  ])('%s passes and is sent to %s', (typed, address) => {
    expect(parseEmailAddress(typed)?.address).toBe(address)
  })

  it.each([
    '',
    'ann',
    '@example.com',
    'ann@',
    'ann@example',
    'ann@example..com',
    'ann@.example.com',
    'ann@example.com.',
    'ann@-example.com',
    'ann@127.0.0.1',
    'ann@0x7f.1',
    'ann@[127.0.0.1]',
    'ann@exa%6dple.com',
    'ann lee@example.com',
    'ann..lee@example.com',
    'Ann <ann@example.com>',
    'ann@example.com,bob@example.com',
    'ann@example.com;bob@example.com',
    'ann@example.com, bob@example.com',
    'ann,bob@example.com',
    'ann@bob@example.com',
    '"ann, bob"@example.com',
    'ann@example.com\r\nBcc: bob@example.com',
    'ann\u0000@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(64)}.com`,
    `ann@${'abcdefg.'.repeat(40)}com`,
  ])('%j is refused', (typed) => {
    expect(parseEmailAddress(typed)).toBeUndefined()
  })

  it('recognises a person whatever the case', () => {
    expect(parseEmailAddress('Ann@Example.com')?.identity).toBe(parseEmailAddress('ANN@example.COM')?.identity)
  })

  it('never lets through what could end a header or start a second address', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii' }),
        fc.constantFrom('@example.com', '@a.b@c.de', ''),
        (text, end) => {
          const parsed = parseEmailAddress(text + end)
          expect(parsed?.address ?? '').not.toMatch(/[\s,;:<>()"\\\p{Cc}]/u)
        },
      ),
    )
  })
})
