import { describe, expect, it } from 'vitest'
import { pageKey } from '@/platform/routes'
import { readLink, signLink } from './signed-link'

const secret = 'a secret for this test'
const id = '019b0c5e-7a3c-7c1e-9a52-0d7b8c1f2a34'
const expiresAt = new Date('2026-03-01T10:30:00Z')
const before = new Date('2026-03-01T10:29:59Z')
const token = signLink(secret, 'release', id, expiresAt)
const read = (text: string, now = before) => readLink(secret, 'release', text, now)

describe('a signed link', () => {
  it('names its document until it expires', () => {
    expect(read(token)).toEqual({ state: 'valid', id, expiresAt })
    expect(read(token, expiresAt)).toEqual({ state: 'expired' })
    expect(pageKey('/act/release', new URLSearchParams({ link: token }))).toContain(token)
  })

  it('opens nothing that it was not made for, and nothing of another site', () => {
    expect(readLink(secret, 'answered', token, before)).toEqual({ state: 'broken' })
    expect(readLink('another secret', 'release', token, before)).toEqual({ state: 'broken' })
  })

  it('is broken when any part of it is changed', () => {
    const [document = '', expiry = '', signed = ''] = token.split('.')
    const later = (expiresAt.getTime() + 1).toString(36)
    expect(read([document.replace('019b', '019c'), expiry, signed].join('.'))).toEqual({ state: 'broken' })
    expect(read([document, later, signed].join('.'))).toEqual({ state: 'broken' })
    expect(read([document, expiry, `A${signed.slice(1)}`].join('.'))).toEqual({ state: 'broken' })
  })

  it.each(['', '.', 'a.b.c', `${token}x`, '\0', '../../etc', 'ü'.repeat(80)])('%j is broken, and no error', (text) => {
    expect(read(text)).toEqual({ state: 'broken' })
  })
})
