import { describe, expect, it } from 'vitest'
import type { Host } from '@/payload-types'
import { hoursOf } from './host-calendar'

const host = (extra: Partial<Host>): Host => ({
  id: 'ann',
  name: 'Ann',
  user: 'u',
  timeZone: 'Asia/Kolkata',
  createdAt: '',
  updatedAt: '',
  ...extra,
})

describe('the hours of a host', () => {
  it('stand under each of their days, Monday first', () => {
    const { weeklyHours } = hoursOf(
      host({
        weeklyHours: [
          { days: ['mon', 'sun'], from: '09:00', to: '12:00' },
          { days: ['mon'], from: '13:00', to: '24:00' },
        ],
      }),
    )
    expect(weeklyHours[0]).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1440 },
    ])
    expect(weeklyHours[6]).toEqual([{ from: 540, to: 720 }])
    expect(weeklyHours[1]).toEqual([])
  })

  it('of dates add up; a line without times is a day off, and one may last for days', () => {
    const { overrides } = hoursOf(
      host({
        overrides: [
          { date: '2027-01-14T12:00:00.000Z', from: '09:00', to: '10:00' },
          { date: '2027-01-14T00:00:00.000Z', from: '12:00', to: '13:00' },
          { date: '2027-12-30T12:00:00.000Z', until: '2028-01-01T12:00:00.000Z' },
        ],
      }),
    )
    expect(overrides).toEqual({
      '2027-01-14': [
        { from: 540, to: 600 },
        { from: 720, to: 780 },
      ],
      '2027-12-30': [],
      '2027-12-31': [],
      '2028-01-01': [],
    })
  })

  it('are none, and the host active, where nothing was filled in', () => {
    expect(hoursOf(host({}))).toEqual({
      id: 'ann',
      active: true,
      timeZone: 'Asia/Kolkata',
      weeklyHours: [[], [], [], [], [], [], []],
      overrides: {},
    })
    expect(hoursOf(host({ active: false })).active).toBe(false)
  })
})
