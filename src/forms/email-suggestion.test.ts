import { describe, expect, it } from 'vitest'
import { suggestedAddress } from './email-suggestion'

describe('a likely typing mistake', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['GMIAL.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmaill.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['yaho.com', 'yahoo.com'],
    ['iclould.com', 'icloud.com'],
  ])('at %s is a question for %s', (domain, meant) => {
    expect(suggestedAddress(`Ann.Lee+shop@${domain}`)).toBe(`Ann.Lee+shop@${meant}`)
  })

  it.each([
    'gmail.com',
    'gmx.de',
    'gmx.net',
    'mail.com',
    'email.com',
    'ymail.com',
    'proton.me',
    'hotmail.de',
    'hotmail.fr',
    'yahoo.co.uk',
    'live.com',
    'example.com',
    'gmail-consulting.com',
    'outlooks-and-views.com',
    'yahoo.com.vn',
    '',
  ])('is not seen in %s', (domain) => {
    expect(suggestedAddress(`ann@${domain}`)).toBeUndefined()
  })
})
