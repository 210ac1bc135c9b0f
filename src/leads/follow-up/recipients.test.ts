import { describe, expect, it } from 'vitest'
import { recipientsOf, responsibleFor } from './recipients'

const to = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }))
const away = (absent: string, substitute: string, from = '2026-03-02', until = '2026-03-06') => ({
  absent: `${absent}@example.com`,
  substitute: `${substitute}@example.com`,
  // As the admin's day picker stores a day.
  from: `${from}T12:00:00.000Z`,
  until: `${until}T12:00:00.000Z`,
})

const routing = {
  enquiryTypes: [
    { key: 'project', label: 'A project', recipients: to('ann', 'bob') },
    { key: 'other', label: 'Something else', recipients: [] },
  ],
  fallback: to('office'),
}
const company = { email: 'hello@example.com', timeZone: 'Asia/Ho_Chi_Minh' }
const now = new Date('2026-03-04T05:00:00Z')

const named = (addresses: string[]) => addresses.map((address) => address.replace('@example.com', ''))
const recipients = (change: Partial<Parameters<typeof recipientsOf>[1]> = {}, type = 'project', at = now) =>
  named(recipientsOf(type, { ...routing, ...change }, company, at))

describe('who is mailed about a message', () => {
  it('are the recipients of its enquiry type', () => {
    expect(recipients()).toEqual(['ann', 'bob'])
  })

  it.each(['other', 'no such type', ''])('are those of the fallback for "%s"', (type) => {
    expect(recipients({}, type)).toEqual(['office'])
  })

  it('is the company where nobody is named, and nobody where it has no address', () => {
    expect(recipients({ enquiryTypes: [], fallback: [] })).toEqual(['hello'])
    expect(recipientsOf('project', {}, {}, now)).toEqual([])
  })

  it('are those who get a copy too, each address once whatever its case', () => {
    expect(recipients({ copy: [{ email: 'BOB@example.com' }, ...to('boss', 'boss')] })).toEqual(['ann', 'bob', 'boss'])
  })

  it('are not those who get a copy when it is asked who answers', () => {
    expect(named(responsibleFor('project', { ...routing, copy: to('boss') }, company, now))).toEqual(['ann', 'bob'])
  })
})

describe('a substitute', () => {
  it('is mailed in place of who is away, and of nobody else', () => {
    expect(recipients({ substitutes: [away('Ann', 'carl')] })).toEqual(['carl', 'bob'])
  })

  it('is mailed once who is a recipient anyway', () => {
    expect(recipients({ substitutes: [away('ann', 'bob')] })).toEqual(['bob'])
  })

  it('reads the copies of who is away', () => {
    expect(recipients({ copy: to('boss'), substitutes: [away('boss', 'deputy')] })).toEqual(['ann', 'bob', 'deputy'])
  })

  it.each([
    ['the evening before', '2026-03-01T16:59:59Z', 'ann'],
    ['the first day, by the clock of the site', '2026-03-01T17:00:00Z', 'carl'],
    ['the last moment of the last day', '2026-03-06T16:59:59Z', 'carl'],
    ['the day after', '2026-03-06T17:00:00Z', 'ann'],
  ])('stands in from the first day to the last: %s', (_, at, expected) => {
    expect(recipients({ substitutes: [away('ann', 'carl')] }, 'project', new Date(at))).toEqual([expected, 'bob'])
  })

  it('who is away is stood in for', () => {
    const substitutes = [away('ann', 'carl'), away('carl', 'dora')]
    expect(recipients({ substitutes })).toEqual(['dora', 'bob'])
  })

  it('who was away last week reads it', () => {
    const substitutes = [away('ann', 'carl'), away('carl', 'dora', '2026-02-23', '2026-02-27')]
    expect(recipients({ substitutes })).toEqual(['carl', 'bob'])
  })

  it.each([
    ['of two', [away('ann', 'carl'), away('carl', 'ann')]],
    ['of oneself', [away('ann', 'Ann')]],
    ['further on', [away('ann', 'carl'), away('carl', 'dora'), away('dora', 'carl')]],
  ])('in a circle %s leaves the mail where it was meant to go', (_, substitutes) => {
    expect(recipients({ substitutes })).toEqual(['ann', 'bob'])
  })
})
