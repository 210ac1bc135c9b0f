import { describe, expect, it } from 'vitest'
import type { TicketReading } from '@/forms/ticket'
import { fingerprint, submissionKey } from './submission-key'

const now = new Date('2026-03-01T10:00:00Z')
const ticket = (key: string): TicketReading => ({ state: 'valid', ticket: { key, issuedAt: now.getTime() } })
const hello = fingerprint('ann@example.com', 'Hello')

describe('the key of a submission', () => {
  it('is the same for a repeat, whenever it arrives', () => {
    const nextDay = new Date('2026-03-02T10:00:00Z')
    expect(submissionKey(ticket('a'), hello, now)).toBe(submissionKey(ticket('a'), hello, nextDay))
  })

  it('differs once the message or the address was edited', () => {
    const keys = [hello, fingerprint('ann@example.com', 'Hello again'), fingerprint('bob@example.com', 'Hello')]
    expect(new Set(keys.map((print) => submissionKey(ticket('a'), print, now))).size).toBe(3)
  })

  it('differs between two renderings of the form', () => {
    expect(submissionKey(ticket('a'), hello, now)).not.toBe(submissionKey(ticket('b'), hello, now))
  })

  it('comes from address, message and day when there is no ticket', () => {
    const key = submissionKey({ state: 'missing' }, hello, now)
    expect(submissionKey({ state: 'broken' }, hello, new Date('2026-03-01T23:59:59Z'))).toBe(key)
    expect(submissionKey({ state: 'expired' }, hello, new Date('2026-03-02T00:00:00Z'))).not.toBe(key)
  })

  it('cannot be shifted between address and message', () => {
    expect(fingerprint('ann@example.com', 'x')).not.toBe(fingerprint('ann@example.co', 'mx'))
  })
})
