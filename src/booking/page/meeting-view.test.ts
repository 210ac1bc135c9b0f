import { describe, expect, it } from 'vitest'
import { told } from '../../../tests/support/told-meeting'
import { meetingView } from './meeting-view'

const view = (changes: Parameters<typeof told>[0] = {}, more: Parameters<typeof told>[1] = {}, now = '2027-01-01') =>
  meetingView(told(changes, more), 'en', new Date(now))

describe('a meeting on its page', () => {
  it('says when it is in the zone of its guest, where, and with whom', () => {
    expect(view()).toMatchObject({
      state: 'confirmed',
      when: 'Wednesday 13 January 2027, 21:00–21:30, New York (Eastern Standard Time, GMT-5)',
      where: 'Video call: https://meet.example.com/1',
      callUrl: 'https://meet.example.com/1',
      hosts: ['Minh'],
      guests: ['ben@example.org'],
    })
  })

  it('calls no address a link that is none, and says nothing twice', () => {
    const video = view({}, { location: { kind: 'video', details: '' } })
    expect([video.where, video.callUrl]).toEqual(['Video call', undefined])
    expect(view({}, { location: { kind: 'phone', details: '' } }).where).toBe('By telephone: We call +1 555 0100')
    expect(view({}, { location: { kind: 'office', details: '1 Example Street' } }).where).toBe(
      'At our office: 1 Example Street',
    )
  })

  it('repeats what the guest wrote, without the text that they agreed to', () => {
    const answers = [
      { key: 'about', label: 'What it is about', value: 'A <b>website</b>' },
      { key: 'consent', label: 'Consent (1)', value: 'You may store this.' },
    ]
    expect(view({}, { answers }).answers.map(({ value }) => value)).toEqual(['A <b>website</b>'])
  })

  it('may be changed until it begins, and is over when it has ended or when its outcome is noted', () => {
    const at = (now: string, changes = {}) => {
      const { state, mayChange } = view(changes, {}, now)
      return [state, mayChange]
    }
    expect(at('2027-01-14T01:59:00Z')).toEqual(['confirmed', true])
    expect(at('2027-01-14T02:00:00Z')).toEqual(['confirmed', false])
    expect(at('2027-01-14T02:29:00Z')).toEqual(['confirmed', false])
    expect(at('2027-01-14T02:30:00Z')).toEqual(['past', false])
    expect(at('2027-01-01', { status: 'no-show' })).toEqual(['past', false])
  })

  it('is cancelled for good, and leads nobody into its room', () => {
    expect(view({ status: 'cancelled' }, {}, '2028-01-01')).toMatchObject({ state: 'cancelled', mayChange: false })
    expect(view({ status: 'cancelled' })).toMatchObject({ where: 'Video call', callUrl: undefined })
  })

  it('leads to calendars with what the invitation says', () => {
    const links = view().calendarLinks
    expect(links.map(({ label }) => label)).toEqual(['Google Calendar', 'Outlook.com', 'Microsoft 365', 'Yahoo'])
    for (const { href } of links) expect(decodeURIComponent(href)).toContain('https://example.com/book/manage/secret')
  })
})
