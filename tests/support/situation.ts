import { listSlots } from '@/booking/availability/slots'
import type { HostCalendar, Interval, Situation, SlotRules } from '@/booking/availability/types'

// Situations that are complete, so that a test names only what it is about.

/** `09:00-12:30` as hours of a day. */
export function hours(...windows: string[]): Interval[] {
  const minutes = (clock = '') => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  return windows.map((window) => {
    const [from, to] = window.split('-')
    return { from: minutes(from), to: minutes(to) }
  })
}

export const everyDay = (...windows: string[]): Interval[][] => Array.from({ length: 7 }, () => hours(...windows))

export const rules = (extra: Partial<SlotRules> = {}): SlotRules => ({
  length: 30,
  grid: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  notice: 0,
  horizonDays: 3650,
  hostsMode: 'any',
  ...extra,
})

export const host = (extra: Partial<HostCalendar> = {}): HostCalendar => ({
  id: 'ann',
  active: true,
  timeZone: 'UTC',
  weeklyHours: everyDay('09:00-17:00'),
  overrides: {},
  meetings: [],
  busy: [],
  ...extra,
})

export const situation = (extra: Partial<Situation> = {}): Situation => ({
  rules: rules(),
  hosts: [host()],
  holidays: [],
  now: Date.parse('2026-11-02T00:00:00Z'),
  ...extra,
})

export const at = (instant: string): number => Date.parse(instant)

/** A time that something takes: `2027-01-11T10:00Z/10:30`. */
export function stretch(text: string): Interval {
  const [from = '', to = ''] = text.split('/')
  return { from: at(from), to: at(`${from.slice(0, 11)}${to}Z`) }
}

/** A meeting that stands, without buffers unless told. */
export const meeting = (id: string, text: string, bufferBefore = 0, bufferAfter = 0) => {
  const { from, to } = stretch(text)
  return { id, start: from, end: to, bufferBefore, bufferAfter }
}

/** Beginnings of the slots of a day and more of UTC, as `2027-01-11T09:00`. */
export const startsOf = (calendar: Situation, from: string, to: string, except?: string): string[] =>
  listSlots(calendar, { from: at(from), to: at(to) }, except).map(({ start }) =>
    new Date(start).toISOString().slice(0, 16),
  )
