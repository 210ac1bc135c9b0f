import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { someSituation } from '../../../tests/support/random-situations'
import { occupied } from './intervals'
import { listSlots, slotAt } from './slots'
import type { HostCalendar, Interval, Situation } from './types'

const MINUTE = 60_000
const STEP = 5 * MINUTE

const stepsOf = ({ from, to }: Interval) =>
  Array.from({ length: Math.ceil((to - from) / STEP) }, (_, step) => from + step * STEP)

/** What a clock on the wall says, by the library's own calendar: slow, and nothing like the code under test. */
const clockCache = new Map<string, Temporal.ZonedDateTime>()
function clock(instant: number, timeZone: string): Temporal.ZonedDateTime {
  const key = `${instant} ${timeZone}`
  const known = clockCache.get(key) ?? Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  clockCache.set(key, known)
  return known
}
const minuteOf = (time: Temporal.ZonedDateTime) => time.hour * 60 + time.minute

function isOpen(host: HostCalendar, holidays: readonly string[], instant: number): boolean {
  const time = clock(instant, host.timeZone)
  const date = time.toPlainDate().toString()
  const weekly = holidays.includes(date) ? [] : (host.weeklyHours[time.dayOfWeek - 1] ?? [])
  return (host.overrides[date] ?? weekly).some(({ from, to }) => from <= minuteOf(time) && minuteOf(time) < to)
}

const week = (time: Temporal.ZonedDateTime) => `${time.yearOfWeek} ${time.weekOfYear}`

/** The rules once more, word by word and minute by minute. */
function mayTake(host: HostCalendar, { rules, holidays }: Situation, start: number): boolean {
  const end = start + rules.length * MINUTE
  if (!stepsOf({ from: start, to: end }).every((step) => isOpen(host, holidays, step))) return false
  const own = { from: start - rules.bufferBefore * MINUTE, to: end + rules.bufferAfter * MINUTE }
  const taken = [
    ...host.busy.map(({ from, to }) => ({ from: Math.floor(from / STEP) * STEP, to: Math.ceil(to / STEP) * STEP })),
    ...host.meetings.map((meeting) => ({
      from: meeting.start - meeting.bufferBefore * MINUTE,
      to: meeting.end + meeting.bufferAfter * MINUTE,
    })),
  ]
  if (taken.some(({ from, to }) => from < own.to && own.from < to)) return false
  const time = clock(start, host.timeZone)
  const others = host.meetings.map((meeting) => clock(meeting.start, host.timeZone))
  const onDay = others.filter((other) => other.toPlainDate().equals(time.toPlainDate())).length
  const inWeek = others.filter((other) => week(other) === week(time)).length
  return onDay < (rules.limitPerDay ?? Infinity) && inWeek < (rules.limitPerWeek ?? Infinity)
}

function mayBook(situation: Situation, start: number): boolean {
  const { rules, hosts, now } = situation
  if (start < now + rules.notice * MINUTE || start > now + rules.horizonDays * 24 * 60 * MINUTE) return false
  const isOnGrid = (host: HostCalendar) =>
    isOpen(host, situation.holidays, start) && minuteOf(clock(start, host.timeZone)) % rules.grid === 0
  if (rules.hostsMode !== 'any' && !hosts.every(({ active }) => active)) return false
  const active = hosts.filter((host) => host.active)
  if (!active.some(isOnGrid)) return false
  const can = active.filter((host) => mayTake(host, situation, start))
  return rules.hostsMode === 'any' ? can.length > 0 : can.length === hosts.length
}

const starts = (situation: Situation, range: Interval, except?: string) =>
  listSlots(situation, range, except).map(({ start }) => start)

const check = (property: fc.IPropertyWithHooks<[{ situation: Situation; range: Interval }]>, numRuns = 100) =>
  fc.assert(property, { numRuns })

describe('for any rules, zones and clock', () => {
  it('exactly the times that the rules allow are listed', () => {
    let listed = 0
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const expected = stepsOf(range).filter((step) => mayBook(situation, step))
        listed += expected.length
        expect(starts(situation, range)).toEqual(expected)
      }),
    )
    expect(listed).toBeGreaterThan(300)
  }, 120_000)

  it('what is listed can be booked, and nothing else can', () => {
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const listed = new Map(listSlots(situation, range).map((slot) => [slot.start, slot]))
        for (const start of stepsOf(range)) expect(slotAt(situation, start)).toEqual(listed.get(start))
        // Between two steps there is nothing.
        for (const start of listed.keys()) expect(slotAt(situation, start + MINUTE)).toBeUndefined()
      }),
      30,
    )
  })

  it('nothing begins before the notice or after the horizon', () => {
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const { now, rules } = situation
        for (const start of starts(situation, range)) {
          expect(start).toBeGreaterThanOrEqual(now + rules.notice * MINUTE)
          expect(start).toBeLessThanOrEqual(now + rules.horizonDays * 24 * 60 * MINUTE)
        }
      }),
    )
  })

  it('the list is in order, without repeats, and the same computed day by day or for the whole range', () => {
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const whole = listSlots(situation, range)
        expect(whole.map(({ start }) => start)).toEqual(
          [...new Set(whole.map(({ start }) => start))].sort((a, b) => a - b),
        )
        const middle = (range.from + range.to) / 2
        for (const cut of [middle, middle + 7 * MINUTE, range.from + 5 * 60 * MINUTE]) {
          const parts = [
            { from: range.from, to: cut },
            { from: cut, to: range.to },
          ]
          expect(parts.flatMap((part) => listSlots(situation, part))).toEqual(whole)
        }
      }),
    )
  })

  it('to move a meeting is to cancel it and to book', () => {
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const moved = situation.hosts.flatMap(({ meetings }) => meetings)[0]?.id
        const hosts = situation.hosts.map((host) => ({
          ...host,
          meetings: host.meetings.filter(({ id }) => id !== moved),
        }))
        expect(listSlots(situation, range, moved)).toEqual(listSlots({ ...situation, hosts }, range))
      }),
    )
  })

  it('whoever books as long as something is listed never makes two meetings overlap, buffers included', () => {
    let booked = 0
    check(
      fc.property(someSituation, ({ situation, range }) => {
        const hosts = situation.hosts.map((host) => ({ ...host, meetings: [] as HostCalendar['meetings'][number][] }))
        const growing = { ...situation, hosts }
        for (let slots = listSlots(growing, range); slots.length > 0; slots = listSlots(growing, range)) {
          const { start, end, hosts: free } = slots[(booked * 7) % slots.length] ?? { start: 0, end: 0, hosts: [] }
          const { bufferBefore, bufferAfter, hostsMode } = situation.rules
          for (const id of hostsMode === 'any' ? free.slice(0, 1) : free) {
            hosts
              .find((host) => host.id === id)
              ?.meetings.push({ id: `${booked}`, start, end, bufferBefore, bufferAfter })
          }
          booked += 1
        }
        for (const { meetings, busy } of hosts) {
          const times = [...meetings.map((meeting) => occupied(meeting, meeting))].sort((a, b) => a.from - b.from)
          times.forEach(({ to }, index) => {
            const next = times[index + 1]
            if (next) expect(to).toBeLessThanOrEqual(next.from)
          })
          for (const time of times) expect(busy.filter(({ from, to }) => from < time.to && time.from < to)).toEqual([])
        }
      }),
      100,
    )
    expect(booked).toBeGreaterThan(50)
  }, 60_000)
})
