import { describe, expect, it } from 'vitest'
import { expectCalendarLines, readCalendar } from '../../../tests/support/calendar-file'
import { hostFeed } from './host-feed'
import type { CalendarMeeting } from './invitation'

const meeting = (uid: string): CalendarMeeting => ({
  uid,
  sequence: 2,
  start: new Date('2027-01-14T02:00:00Z'),
  end: new Date('2027-01-14T02:30:00Z'),
  createdAt: new Date('2027-01-10T08:00:00Z'),
  changedAt: new Date('2027-01-11T09:30:00Z'),
  summary: 'Intro call: Ann Lee',
  description: 'Guests: Ann Lee <ann@example.com>',
  organizer: { name: 'Example Agency', address: 'hello@example.com' },
  attendees: [{ name: 'Ann Lee', address: 'ann@example.com' }],
})

describe('the feed of a host', () => {
  const name = 'Meetings of Ann, "the boss"; all\r\nX-EVIL:1'
  const file = hostFeed(name, [meeting('a@example.com'), meeting('b@example.com')])
  const { calendar, events, text, attendees } = readCalendar(file)

  it('informs, and says how often to look again', () => {
    expectCalendarLines(file)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT15M')
    expect(String(calendar.getFirstPropertyValue('x-published-ttl'))).toBe('PT15M')
  })

  it('has the name that was given, and no property made of it', () => {
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Meetings of Ann\\, "the boss"\\; all\\nX-EVIL:1')
    expect(calendar.getFirstPropertyValue('name')).toBe(calendar.getFirstPropertyValue('x-wr-calname'))
    expect(calendar.getFirstProperty('x-evil')).toBeNull()
  })

  it('holds each meeting, and asks nobody for an answer', () => {
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual(['a@example.com', 'b@example.com'])
    expect(text('status')).toBe('CONFIRMED')
    expect(text('description')).toContain('ann@example.com')
    expect(attendees).toEqual([])
  })

  it('is a calendar while there is no meeting', () => {
    expectCalendarLines(hostFeed('Empty', []))
    expect(readCalendar(hostFeed('Empty', [])).events).toEqual([])
  })
})
