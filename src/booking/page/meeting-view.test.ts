import { describe, expect, it } from 'vitest'
import type { Meeting } from '@/payload-types'
import { meetingView } from './meeting-view'

const meeting = {
  status: 'confirmed',
  typeName: 'Intro call',
  email: 'ann@example.com',
  start: '2027-01-14T09:00:00.000Z',
  end: '2027-01-14T09:30:00.000Z',
  timeZone: 'America/New_York',
  guests: ['ben@example.com'],
  answers: [{ key: 'about', label: 'What it is about', value: 'A <b>website</b>' }],
} as unknown as Meeting

const view = (changes: Partial<Meeting> = {}, now = '2027-01-01T00:00:00Z') =>
  meetingView({
    meeting: { ...meeting, ...changes },
    hosts: ['Chi', 'Dan'],
    location: { kind: 'video', details: 'https://meet.example.com/x' },
    locale: 'en',
    now: new Date(now),
  })

describe('a meeting on its page', () => {
  it('says when it is in the zone of its guest, where, and with whom', () => {
    expect(view()).toMatchObject({
      state: 'confirmed',
      when: 'Thursday 14 January 2027, 04:00–04:30, New York (Eastern Standard Time, GMT-5)',
      where: 'Video call: https://meet.example.com/x',
      hosts: ['Chi', 'Dan'],
      guests: ['ben@example.com'],
      about: 'A <b>website</b>',
    })
  })

  it('is over when it has ended, or when its outcome is noted', () => {
    expect(view({}, '2027-01-14T09:29:00Z').state).toBe('confirmed')
    expect(view({}, '2027-01-14T09:30:00Z').state).toBe('past')
    expect(view({ status: 'no-show' }).state).toBe('past')
  })

  it('is cancelled for good', () => {
    expect(view({ status: 'cancelled' }, '2028-01-01T00:00:00Z').state).toBe('cancelled')
  })
})
