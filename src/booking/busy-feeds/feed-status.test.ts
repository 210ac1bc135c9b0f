import { describe, expect, it } from 'vitest'
import { feedStatus } from './feed-status'

const now = new Date('2027-01-14T09:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
const busy = (...hours: number[]) =>
  hours.map((hour) => ({ from: now.getTime() + hour * 3_600_000, to: now.getTime() + (hour + 1) * 3_600_000 }))

const host = { active: true, busyFeed: { url: 'https://calendar.example.com/secret.ics' }, updatedAt: ago(3_000) }
const read = { state: 'ok' as const, checkedAt: ago(3), goodAt: ago(3), busy: busy(1, 5, 24) }
const failing = {
  ...read,
  state: 'failing' as const,
  goodAt: ago(150),
  problem: 'The server of the calendar answered 410.',
}

describe('the words about the other calendar of a host', () => {
  it('say when it was read, and how many times of the future it blocks', () => {
    expect(feedStatus(host, read, now)).toEqual({
      state: 'ok',
      words: 'Read 3 minutes ago. It blocks 3 times from now on.',
    })
    expect(feedStatus(host, { ...read, busy: busy(-5, -1, 2) }, now).words).toContain('blocks one time from now on')
    expect(feedStatus(host, { ...read, busy: busy(-1) }, now).words).toContain('blocks no time from now on')
    expect(feedStatus(host, { ...read, busy: busy(-0.5) }, now).words).toContain('blocks one time from now on')
  })

  it('say that it fails, why, and how old the copy is that is used meanwhile', () => {
    expect(feedStatus(host, failing, now)).toEqual({
      state: 'failing',
      words:
        'It could not be read 3 minutes ago. The server of the calendar answered 410. ' +
        'Its last good copy, read 2 hours ago, is used meanwhile. It blocks 3 times from now on.',
    })
  })

  it('say that nothing is blocked where there is no good copy, and end every sentence', () => {
    const never = { ...failing, goodAt: null, busy: [], problem: '10.0.0.1 is not an address of the public internet' }
    expect(feedStatus(host, never, now).words).toContain(
      '10.0.0.1 is not an address of the public internet. It was never read, so nothing in it blocks a time.',
    )
  })

  it.each([
    [0.5, 'just now'],
    [1, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [60 * 24 - 1, '23 hours ago'],
    [60 * 24 * 12, '12 days ago'],
  ])('tell %s minutes as "%s"', (minutes, words) => {
    const updatedAt = ago(60 * 24 * 365)
    expect(feedStatus({ ...host, updatedAt }, { ...read, checkedAt: ago(minutes) }, now).words).toContain(words)
  })

  it('promise a reading for what was never read, or saved since', () => {
    const promise = { state: 'waiting', words: 'It will be read within a minute.' }
    expect(feedStatus(host, undefined, now)).toEqual(promise)
    expect(feedStatus({ ...host, updatedAt: ago(1) }, failing, now)).toEqual(promise)
    expect(feedStatus({ ...host, busyFeed: { file: 'BEGIN:VCALENDAR' } }, undefined, now)).toEqual(promise)
  })

  it('promise none to a host who is not active', () => {
    expect(feedStatus({ ...host, active: false }, undefined, now)).toEqual({
      state: 'waiting',
      words: 'It is not read while the host is not active.',
    })
  })

  it('say of a host without one that there is none, whatever was read of an earlier one', () => {
    for (const busyFeed of [undefined, {}, { url: '', file: null }]) {
      expect(feedStatus({ ...host, busyFeed }, read, now).state).toBe('none')
    }
  })
})
