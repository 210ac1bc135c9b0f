import { describe, expect, it } from 'vitest'
import { formTicket, issueTicket, readTicket } from './ticket'

const SECRET = 'a secret of the tests'
const now = new Date('2026-03-01T10:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)

describe('a form ticket', () => {
  it('comes back with its key and the time it was made', () => {
    const reading = readTicket(SECRET, issueTicket(SECRET, now), after(60_000))
    expect(reading).toMatchObject({ state: 'valid', ticket: { issuedAt: now.getTime() } })
  })

  it('is a different one for each rendering', () => {
    const keys = [1, 2].map(() => {
      const reading = readTicket(SECRET, issueTicket(SECRET, now), now)
      return reading.state === 'valid' && reading.ticket.key
    })
    expect(keys[0]).not.toBe(keys[1])
  })

  it('is missing when nothing came', () => {
    expect(readTicket(SECRET, '', now)).toEqual({ state: 'missing' })
  })

  it('expires after a week', () => {
    const text = issueTicket(SECRET, now)
    expect(readTicket(SECRET, text, after(7 * 24 * 3_600_000)).state).toBe('valid')
    expect(readTicket(SECRET, text, after(7 * 24 * 3_600_000 + 1)).state).toBe('expired')
  })

  it('is broken when it was changed or signed with another secret', () => {
    const text = issueTicket(SECRET, now)
    const [key, , signed] = text.split('.')
    const backdated = `${key}.${(now.getTime() - 60_000).toString(36)}.${signed}`
    for (const bad of [backdated, `${text}x`, text.slice(1), '..', 'nonsense', issueTicket('another', now)]) {
      expect(readTicket(SECRET, bad, now), bad).toEqual({ state: 'broken' })
    }
  })

  it('stays the same on a form that came back, unless it is good no more', () => {
    const text = issueTicket(SECRET, now)
    expect(formTicket(SECRET, text, after(1000))).toBe(text)
    const renewed = formTicket(SECRET, 'broken', now)
    expect(readTicket(SECRET, renewed, now).state).toBe('valid')
  })
})
