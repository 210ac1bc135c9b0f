import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyDay, host, meeting, rules, situation, stretch } from '../../../tests/support/situation'
import { listSlots } from './slots'
import type { HostCalendar } from './types'
import { unfitFor } from './unfit'

/** Monday to Friday are the same here: `host()` works every day from nine to five, in UTC. */
const ten = meeting('m', '2027-01-11T10:00Z/10:30')
const why = (calendar: Partial<HostCalendar>, holidays: string[] = [], booked = ten) =>
  unfitFor(booked, host(calendar), holidays)?.why

describe('a meeting that was booked', () => {
  it('fits while the calendar of its host is as it was', () => {
    expect(why({})).toBeUndefined()
  })

  it.each([
    ['the host takes no meetings any more', { active: false }, [], 'inactive'],
    ['the hours end in the middle of it', { weeklyHours: everyDay('09:00-10:15') }, [], 'hours'],
    ['the date has other hours', { overrides: { '2027-01-11': [] } }, [], 'hours'],
    ['the host works in another zone', { timeZone: 'America/New_York' }, [], 'hours'],
    ['its date became a holiday', {}, ['2027-01-11'], 'holiday'],
    ['something else stands in the calendar', { busy: [stretch('2027-01-11T10:25Z/11:00')] }, [], 'busy'],
  ] as const)('does not fit when %s', (_, calendar, holidays, reason) => {
    expect(why(calendar as Partial<HostCalendar>, [...holidays])).toBe(reason)
  })

  it.each([
    ['a holiday of another date', {}, ['2027-01-12']],
    [
      'a holiday on which the host works all the same',
      { overrides: { '2027-01-11': [{ from: 540, to: 720 }] } },
      ['2027-01-11'],
    ],
    ['what begins when it ends', { busy: [stretch('2027-01-11T10:30Z/11:00')] }, []],
    ['the other meetings of the host', { meetings: [meeting('n', '2027-01-11T10:00Z/10:30')] }, []],
    ['a zone in which it is off every grid', { timeZone: 'Asia/Kathmandu', weeklyHours: everyDay('00:00-24:00') }, []],
  ] as const)('fits in spite of %s', (_, calendar, holidays) => {
    expect(why(calendar as unknown as Partial<HostCalendar>, [...holidays])).toBeUndefined()
  })

  it('keeps the free time around it that it was booked with', () => {
    const busy = [stretch('2027-01-11T10:30Z/11:00')]
    expect(why({ busy }, [], meeting('m', '2027-01-11T10:00Z/10:30', 0, 15))).toBe('busy')
    expect(why({ busy }, [], meeting('m', '2027-01-11T10:00Z/10:30', 15, 0))).toBeUndefined()
  })

  it('says what it collides with', () => {
    const busy = [stretch('2027-01-11T08:00Z/09:00'), stretch('2027-01-11T10:15Z/12:00')]
    expect(unfitFor(ten, host({ busy }), [])).toEqual({ why: 'busy', with: [busy[1]] })
    const short = { overrides: { '2027-01-11': [{ from: 780, to: 960 }] } }
    expect(unfitFor(ten, host(short), [])?.with).toContainEqual(stretch('2027-01-11T13:00Z/16:00'))
  })
})

describe('every time that is offered', () => {
  it('fits once it is booked, whatever rules it was booked by', () => {
    const some = fc.record({
      timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe'),
      from: fc.integer({ min: 0, max: 80 }).map((quarters) => quarters * 15),
      quarters: fc.integer({ min: 1, max: 40 }),
      bufferBefore: fc.constantFrom(0, 10),
      bufferAfter: fc.constantFrom(0, 25),
      busyAt: fc.integer({ min: 0, max: 24 * 60 }),
      date: fc.constantFrom('2027-01-11', '2027-03-14', '2027-11-07', '2027-04-04'),
    })
    fc.assert(
      fc.property(some, ({ date, from, quarters, busyAt, bufferBefore, bufferAfter, timeZone }) => {
        const day = Date.parse(`${date}T00:00Z`)
        const busy = [{ from: day + busyAt * 60_000, to: day + (busyAt + 50) * 60_000 }]
        const weeklyHours = everyDay('00:00-00:00').map(() => [{ from, to: Math.min(from + quarters * 15, 1440) }])
        const calendar = host({ timeZone, weeklyHours, busy })
        const asked = situation({ hosts: [calendar], rules: rules({ bufferBefore, bufferAfter }), now: day })
        for (const slot of listSlots(asked, { from: day, to: day + 86_400_000 })) {
          expect(unfitFor({ id: 'm', bufferBefore, bufferAfter, ...slot }, calendar, [])).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })
})
