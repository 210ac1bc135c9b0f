import { describe, expect, it } from 'vitest'
import { looksLikeLink, withoutAutolinks } from './autolinks'

const LINKS = [
  'evil.example/win',
  'Visit evil.example',
  'www.evil.example',
  'https://evil.example',
  'javascript://x',
  'http://203.0.113.7/x',
  'ann@evil.example',
  'evil。example',
  'bücher.example',
  'evil.xn--p1ai',
]
const NAMES = ['Ann Lee', 'J. R. R. Tolkien', 'Dr. Ph.D Müller', 'Nguyễn Thị Ánh', 'Tom & "Jerry"', 'X Æ A-12', '']

describe('a name that looks like a link', () => {
  it.each(LINKS)('is %s', (name) => {
    expect(looksLikeLink(name)).toBe(true)
  })

  it('is also a number to dial', () => {
    expect(looksLikeLink('Call (020) 7946-0002')).toBe(true)
  })

  it.each(NAMES)('is not “%s”', (name) => {
    expect(looksLikeLink(name)).toBe(false)
  })
})

describe('a text without links for mail programs to find', () => {
  it.each(LINKS)('looks like %s and holds none', (name) => {
    const safe = withoutAutolinks(name)
    expect(safe.replaceAll('\u2060', '')).toBe(name)
    expect(looksLikeLink(safe)).toBe(false)
  })

  it.each([...NAMES, '+44 20 7946 0002'])('is “%s” as it stands', (name) => {
    expect(withoutAutolinks(name)).toBe(name)
  })
})
