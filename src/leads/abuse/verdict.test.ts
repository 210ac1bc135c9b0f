import { describe, expect, it } from 'vitest'
import { holdAsOneOfMany, type Signs, verdict } from './verdict'

const receivedAt = new Date('2026-03-01T10:00:00Z')
const ticketOf = (secondsAgo: number): Signs['ticket'] => ({
  state: 'valid',
  ticket: { key: 'k', issuedAt: receivedAt.getTime() - secondsAgo * 1000 },
})
const person: Signs = {
  honeypot: '',
  ticket: ticketOf(45),
  scripted: true,
  name: 'Ann Lee',
  company: 'Example Ltd',
  message: 'We run https://shop.example.com and need a new backend. See https://example.com/brief.',
  receivedAt,
}
const judge = (signs: Partial<Signs>) => verdict({ ...person, ...signs })

describe('a message is accepted', () => {
  it('when a person wrote it', () => {
    expect(judge({})).toEqual({ state: 'accepted', reasons: [] })
  })

  it('without JavaScript', () => {
    expect(judge({ scripted: false })).toEqual({ state: 'accepted', reasons: ['no-script'] })
  })

  it('without a ticket, which is noted', () => {
    expect(judge({ ticket: { state: 'missing' }, scripted: false })).toEqual({
      state: 'accepted',
      reasons: ['no-script', 'ticket-missing'],
    })
    expect(judge({ ticket: { state: 'expired' } }).state).toBe('accepted')
    expect(judge({ ticket: { state: 'broken' } }).state).toBe('accepted')
  })

  it('when autofill did most of it', () => {
    expect(judge({ ticket: ticketOf(2) }).state).toBe('accepted')
  })
})

describe('a message is held', () => {
  it.each<[string, Partial<Signs>, string]>([
    ['when the honeypot is filled', { honeypot: 'yes' }, 'honeypot'],
    ['when it was faster than a person', { ticket: ticketOf(1.9) }, 'too-fast'],
    ['when the name is an advertisement', { name: 'Cheap pills https://pills.example' }, 'link-in-name'],
    ['when the company is one', { company: 'www.pills.example' }, 'link-in-name'],
    ['when it has markup of forums', { message: 'See [url=https://x.example]here[/url]' }, 'markup'],
    ['when it has markup of pages', { message: '<a class="x" href="https://x.example">here</a>' }, 'markup'],
    ['when it is made of links', { message: 'https://x.example '.repeat(8) }, 'many-links'],
  ])('%s', (_, signs, reason) => {
    expect(judge(signs)).toMatchObject({ state: 'held', reasons: expect.arrayContaining([reason]) })
  })

  it('when several weak signs meet', () => {
    const weak: Partial<Signs> = { message: 'https://x.example '.repeat(3), scripted: false }
    expect(judge(weak).state).toBe('accepted')
    expect(judge({ ...weak, ticket: { state: 'missing' } })).toEqual({
      state: 'held',
      reasons: ['links', 'no-script', 'ticket-missing'],
    })
  })

  it('when it is one of many, whatever else is noted of it', () => {
    expect(holdAsOneOfMany(judge({ scripted: false }))).toEqual({
      state: 'held',
      reasons: ['no-script', 'many-messages'],
    })
  })
})
