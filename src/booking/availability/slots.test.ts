import { describe, expect, it } from 'vitest'
import {
  at,
  everyDay,
  host,
  hours,
  meeting,
  rules,
  situation,
  startsOf,
  stretch,
} from '../../../tests/support/situation'
import { listSlots, slotAt } from './slots'
import type { HostCalendar, SlotRules } from './types'

/** Times of 2027-01-11, a Monday, in UTC. */
const monday = (extra: Partial<HostCalendar> = {}, asked: Partial<SlotRules> = {}, now = '2027-01-01T00:00Z') =>
  startsOf(
    situation({ hosts: [host(extra)], rules: rules(asked), now: at(now) }),
    '2027-01-11T00:00Z',
    '2027-01-12T00:00Z',
  ).map((start) => start.slice(11))

describe('hours', () => {
  it('give a time for each step of the grid, as long as the whole meeting fits', () => {
    expect(monday({ weeklyHours: everyDay('09:00-11:00') }, { length: 45, grid: 15 })).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '09:45',
      '10:00',
      '10:15',
    ])
  })

  it('are laid on the clock, not on the beginning of the hours', () => {
    expect(monday({ weeklyHours: everyDay('09:10-10:40') })).toEqual(['09:30', '10:00'])
  })

  it('that meet are one: a meeting may lie across, at noon or at midnight', () => {
    expect(monday({ weeklyHours: everyDay('11:00-12:00', '12:00-13:00') }, { length: 60 })).toEqual([
      '11:00',
      '11:30',
      '12:00',
    ])
    expect(monday({ weeklyHours: everyDay('00:00-00:30', '23:30-24:00') }, { length: 60 })).toEqual(['23:30'])
  })

  it('are those of the day of the week', () => {
    const [mondays, ...others] = everyDay()
    expect(monday({ weeklyHours: [mondays ?? [], ...others.map(() => hours('09:00-10:00'))] })).toEqual([])
    expect(monday({ weeklyHours: [hours('09:00-10:00'), ...others] })).toEqual(['09:00', '09:30'])
  })

  it('of a date replace those of the week, and none are a day off', () => {
    expect(monday({ overrides: { '2027-01-11': hours('20:00-21:00') } })).toEqual(['20:00', '20:30'])
    expect(monday({ overrides: { '2027-01-11': [] } })).toEqual([])
    expect(monday({ overrides: { '2027-01-12': [] } })).toHaveLength(16)
  })

  it('end on a holiday, unless the host gave hours for that very date', () => {
    const range = ['2027-01-11T00:00Z', '2027-01-12T00:00Z'] as const
    const holidays = ['2027-01-11']
    expect(startsOf(situation({ holidays }), ...range)).toEqual([])
    const working = host({ overrides: { '2027-01-11': hours('09:00-09:30') } })
    expect(startsOf(situation({ holidays, hosts: [working] }), ...range)).toEqual(['2027-01-11T09:00'])
  })
})

describe('a clock that changes', () => {
  const on = (timeZone: string, date: string, windows: string[], asked: Partial<SlotRules> = {}) => {
    const hosts = [host({ timeZone, weeklyHours: everyDay(), overrides: { [date]: hours(...windows) } })]
    const noon = at(`${date}T12:00Z`)
    const range = { from: noon - 36 * 3_600_000, to: noon + 36 * 3_600_000 }
    const slots = listSlots(situation({ hosts, rules: rules({ grid: 30, ...asked }) }), range)
    return slots.map(({ start }) => new Date(start).toISOString().slice(11, 16))
  }

  it('leaves out 02:30 in New York on 2027-03-14', () => {
    expect(on('America/New_York', '2027-03-14', ['02:30-03:00'])).toEqual([])
    // 01:30 is followed by 03:00 at once.
    expect(on('America/New_York', '2027-03-14', ['01:00-04:00'])).toEqual(['06:00', '06:30', '07:00', '07:30'])
    expect(on('America/New_York', '2027-03-14', ['01:30-03:30'], { length: 60 })).toEqual(['06:30'])
  })

  it('shows 01:30 twice in New York on 2027-11-07, and both may be booked', () => {
    expect(on('America/New_York', '2027-11-07', ['01:30-02:00'])).toEqual(['05:30', '06:30'])
    expect(on('America/New_York', '2027-11-07', ['00:30-02:30'])).toEqual([
      '04:30',
      '05:00',
      '05:30',
      '06:00',
      '06:30',
      '07:00',
    ])
  })

  it('that shows an hour twice has no meeting across what lies between its two parts', () => {
    // 01:30 to 02:00 in summer time and again in winter time; 01:00 to 01:30 in between is closed.
    expect(on('America/New_York', '2027-11-07', ['01:30-02:00'], { length: 45, grid: 15 })).toEqual([])
    expect(on('America/New_York', '2027-11-07', ['01:00-02:00'], { length: 120 })).toEqual(['05:00'])
  })

  it.each([
    ['2027-03-14', 23],
    ['2027-11-07', 25],
    ['2027-06-01', 24],
  ])('makes the day %s of New York %i hours long', (date, length) => {
    expect(on('America/New_York', date, ['00:00-24:00'], { length: 60, grid: 60 })).toHaveLength(length)
  })

  it('moves by half an hour on Lord Howe Island', () => {
    expect(on('Australia/Lord_Howe', '2027-10-03', ['01:30-03:30'])).toEqual(['15:00', '15:30', '16:00'])
    expect(on('Australia/Lord_Howe', '2027-04-04', ['01:30-02:00'])).toEqual(['14:30', '15:00'])
  })

  it('leaves out midnight itself in Cairo on 2027-04-30', () => {
    expect(on('Africa/Cairo', '2027-04-30', ['00:00-01:30'])).toEqual(['22:00'])
  })

  it('counts the length of a meeting in time that passes', () => {
    const [slot] = listSlots(
      situation({
        hosts: [host({ timeZone: 'America/New_York', weeklyHours: everyDay('01:30-04:00') })],
        rules: rules({ length: 60 }),
      }),
      { from: at('2027-03-14T06:00Z'), to: at('2027-03-14T07:00Z') },
    )
    expect(slot).toEqual({ start: at('2027-03-14T06:30Z'), end: at('2027-03-14T07:30Z'), hosts: ['ann'] })
  })
})

describe('zones', () => {
  it.each([
    ['Asia/Kolkata', '03:30'],
    ['Asia/Kathmandu', '03:15'],
    ['Asia/Ho_Chi_Minh', '02:00'],
    ['Europe/Kyiv', '07:00'],
    ['UTC', '09:00'],
    ['America/St_Johns', '12:30'],
  ])('of %s begin the day at %s of UTC', (timeZone, first) => {
    expect(monday({ timeZone })[0]).toBe(first)
  })

  it('ahead of and behind UTC keep their own dates: hours, overrides and holidays', () => {
    // 08:00 on Tuesday in Auckland is Monday evening of UTC.
    const auckland = host({
      timeZone: 'Pacific/Auckland',
      weeklyHours: everyDay(),
      overrides: { '2027-01-12': hours('08:00-09:00') },
    })
    const evening = ['2027-01-11T00:00Z', '2027-01-12T00:00Z'] as const
    expect(startsOf(situation({ hosts: [auckland] }), ...evening)).toEqual(['2027-01-11T19:00', '2027-01-11T19:30'])
    const early = host({ timeZone: 'Pacific/Auckland', weeklyHours: everyDay('08:00-09:00') })
    expect(startsOf(situation({ hosts: [early], holidays: ['2027-01-12'] }), ...evening)).toEqual([])
    expect(startsOf(situation({ hosts: [early], holidays: ['2027-01-11'] }), ...evening)).toHaveLength(2)
  })

  it('that do not exist are an error', () => {
    expect(() => monday({ timeZone: 'Mars/Olympus' })).toThrow(RangeError)
  })

  it('with half hours between them still share beginnings', () => {
    const hosts = [host(), host({ id: 'bao', timeZone: 'Asia/Kolkata', weeklyHours: everyDay('12:00-18:00') })]
    const both = situation({ hosts, rules: rules({ hostsMode: 'all', length: 60, grid: 60 }) })
    expect(startsOf(both, '2027-01-11T09:00Z', '2027-01-11T11:00Z').map((start) => start.slice(11))).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
    ])
  })
})

describe('what is taken', () => {
  it('is no longer free, and what only touches it is', () => {
    const busy = [stretch('2027-01-11T10:00Z/10:30')]
    const meetings = [meeting('one', '2027-01-11T11:00Z/11:30')]
    const weeklyHours = everyDay('09:30-12:00')
    expect(monday({ busy, meetings, weeklyHours })).toEqual(['09:30', '10:30', '11:30'])
  })

  it('has buffers that add up with those of the new meeting', () => {
    const meetings = [meeting('one', '2027-01-11T11:00Z/11:30', 15, 10)]
    const around = (asked: Partial<SlotRules>) =>
      monday({ meetings, weeklyHours: everyDay('10:00-13:00') }, { grid: 5, length: 30, ...asked })
    const gaps = (starts: string[]) => [
      starts.findLast((start) => start < '11:00'),
      starts.find((start) => start > '11:00'),
    ]
    expect(gaps(around({}))).toEqual(['10:15', '11:40'])
    expect(gaps(around({ bufferBefore: 20, bufferAfter: 5 }))).toEqual(['10:10', '12:00'])
  })

  it('by somebody else’s calendar keeps the buffers of the new meeting free too', () => {
    const busy = [stretch('2027-01-11T10:00Z/10:30')]
    expect(monday({ busy, weeklyHours: everyDay('10:00-12:00') }, { bufferBefore: 15 })).toEqual(['11:00', '11:30'])
  })

  it('for part of five minutes is taken for all of them', () => {
    const busy = [{ from: at('2027-01-11T10:02Z'), to: at('2027-01-11T10:03Z') }]
    const starts = monday({ busy, weeklyHours: everyDay('09:00-11:00') }, { grid: 5, length: 5 })
    expect(starts).not.toContain('10:00')
    expect(starts).toContain('09:55')
    expect(starts).toContain('10:05')
  })

  it('by the meeting that is to be moved is free', () => {
    const calendar = situation({ hosts: [host({ meetings: [meeting('mine', '2027-01-11T10:00Z/10:30', 60, 60)] })] })
    expect(slotAt(calendar, at('2027-01-11T10:30Z'))).toBeUndefined()
    expect(slotAt(calendar, at('2027-01-11T10:30Z'), 'mine')).toMatchObject({ start: at('2027-01-11T10:30Z') })
    expect(slotAt(calendar, at('2027-01-11T10:30Z'), 'another')).toBeUndefined()
  })
})

describe('notice and horizon', () => {
  it('hold to the minute: what begins exactly then is free', () => {
    const asked = { notice: 120, horizonDays: 1 }
    expect(monday({}, asked, '2027-01-11T08:00Z')[0]).toBe('10:00')
    expect(monday({}, asked, '2027-01-11T08:01Z')[0]).toBe('10:30')
    expect(monday({}, asked, '2027-01-10T12:00Z').at(-1)).toBe('12:00')
    expect(monday({}, asked, '2027-01-10T11:59Z').at(-1)).toBe('11:30')
  })
})

describe('limits', () => {
  const two = [meeting('one', '2027-01-11T10:00Z/10:30'), meeting('two', '2027-01-11T11:00Z/11:30')]

  it('close the day of the host, and no other', () => {
    expect(monday({ meetings: two }, { limitPerDay: 2 })).toEqual([])
    expect(monday({ meetings: two }, { limitPerDay: 3 })).not.toEqual([])
    const calendar = situation({ hosts: [host({ meetings: two })], rules: rules({ limitPerDay: 2 }) })
    expect(startsOf(calendar, '2027-01-12T00:00Z', '2027-01-13T00:00Z')).toHaveLength(16)
  })

  it('count by the date of the host', () => {
    // 23:30 and 00:30 of UTC are one day in New York.
    const meetings = [meeting('one', '2027-01-11T23:30Z/24:00'), meeting('two', '2027-01-12T00:30Z/01:00')]
    const calendar = (timeZone: string) =>
      situation({
        hosts: [host({ timeZone, meetings, weeklyHours: everyDay('00:00-24:00') })],
        rules: rules({ limitPerDay: 2 }),
      })
    const noon = ['2027-01-11T17:00Z', '2027-01-11T18:00Z'] as const
    expect(startsOf(calendar('America/New_York'), ...noon)).toEqual([])
    expect(startsOf(calendar('UTC'), ...noon)).toHaveLength(2)
  })

  it('close the ISO week, from Monday to Sunday, across the end of a year', () => {
    const meetings = [meeting('one', '2026-12-28T10:00Z/10:30'), meeting('two', '2027-01-03T10:00Z/10:30')]
    const calendar = situation({ hosts: [host({ meetings })], rules: rules({ limitPerWeek: 2 }) })
    expect(startsOf(calendar, '2026-12-28T00:00Z', '2027-01-04T00:00Z')).toEqual([])
    expect(startsOf(calendar, '2026-12-27T00:00Z', '2026-12-28T00:00Z')).toHaveLength(16)
    expect(startsOf(calendar, '2027-01-04T00:00Z', '2027-01-05T00:00Z')).toHaveLength(16)
  })

  it('do not count the meeting that is to be moved', () => {
    const calendar = situation({ hosts: [host({ meetings: two })], rules: rules({ limitPerDay: 2 }) })
    expect(slotAt(calendar, at('2027-01-11T15:00Z'), 'one')).toBeDefined()
    expect(slotAt(calendar, at('2027-01-11T15:00Z'))).toBeUndefined()
  })
})

describe('hosts', () => {
  const ann = host({ id: 'ann', lastBookedAt: 200, busy: [stretch('2027-01-11T10:00Z/10:30')] })
  const bao = host({ id: 'bao', lastBookedAt: 100 })
  const chi = host({ id: 'chi', weeklyHours: everyDay('12:00-13:00') })
  const when = (mode: SlotRules['hostsMode'], hosts: HostCalendar[], start: string) =>
    slotAt(situation({ hosts, rules: rules({ hostsMode: mode }) }), at(start))?.hosts

  it('of a type that any of them takes stand in turn: the one booked least recently first', () => {
    expect(when('any', [ann, bao, chi], '2027-01-11T12:00Z')).toEqual(['chi', 'bao', 'ann'])
    expect(when('any', [ann, bao, chi], '2027-01-11T09:00Z')).toEqual(['bao', 'ann'])
    expect(when('any', [ann, bao, chi], '2027-01-11T10:00Z')).toEqual(['bao'])
    expect(when('any', [ann, chi], '2027-01-11T10:00Z')).toBeUndefined()
  })

  it.each(['all', 'fixed'] as const)('of a type that asks for %s must all be free', (mode) => {
    expect(when(mode, [ann, bao], '2027-01-11T09:00Z')?.toSorted()).toEqual(['ann', 'bao'])
    expect(when(mode, [ann, bao], '2027-01-11T10:00Z')).toBeUndefined()
  })

  it('who are not active take nothing, and leave nothing to be taken where all must come', () => {
    const gone = { ...bao, active: false }
    expect(when('any', [ann, gone], '2027-01-11T09:00Z')).toEqual(['ann'])
    expect(when('any', [gone], '2027-01-11T09:00Z')).toBeUndefined()
    expect(when('all', [ann, gone], '2027-01-11T09:00Z')).toBeUndefined()
    expect(when('fixed', [gone], '2027-01-11T09:00Z')).toBeUndefined()
    expect(when('all', [], '2027-01-11T09:00Z')).toBeUndefined()
  })
})
