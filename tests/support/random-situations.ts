import fc from 'fast-check'
import type { HostCalendar, Interval, Situation, SlotRules, StandingMeeting } from '@/booking/availability/types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** With whole, half and quarter hours, with and without changes of the clock, of one hour, half an hour and two. */
const ZONES = [
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Africa/Cairo',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Ho_Chi_Minh',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
]

/** Days around which clocks change, the year ends, and nothing happens. */
const DAYS = ['2027-03-14', '2027-11-07', '2027-04-04', '2027-10-03', '2027-03-28', '2026-12-31', '2027-06-15'].map(
  (day) => Date.parse(`${day}T12:00Z`),
)

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })
const multiple = (of: number, max: number) => fc.integer({ min: 0, max: max / of }).map((times) => times * of)

export const someRules: fc.Arbitrary<SlotRules> = fc.record({
  length: fc.constantFrom(5, 15, 30, 45, 60, 90),
  grid: fc.constantFrom(5, 10, 15, 20, 30, 45, 60),
  bufferBefore: multiple(5, 30),
  bufferAfter: multiple(5, 30),
  notice: fc.constantFrom(0, 1, 60, 240, 1440),
  horizonDays: fc.constantFrom(1, 2, 14),
  limitPerDay: sometimes(fc.integer({ min: 1, max: 3 })),
  limitPerWeek: sometimes(fc.integer({ min: 1, max: 5 })),
  hostsMode: fc.constantFrom('any', 'any', 'all', 'fixed'),
})

const someHours: fc.Arbitrary<Interval[]> = fc.array(
  fc.tuple(multiple(15, 1425), fc.integer({ min: 1, max: 40 })).map(([from, quarters]) => ({
    from,
    to: Math.min(from + quarters * 15, 1440),
  })),
  { maxLength: 2 },
)

const near = (day: number) => multiple(5, 4 * 1440).map((minutes) => day - 48 * HOUR + minutes * MINUTE)

function someHost(day: number, id: string): fc.Arbitrary<HostCalendar> {
  const date = fc
    .integer({ min: -2, max: 2 })
    .map((days) => new Date(day + days * 24 * HOUR).toISOString().slice(0, 10))
  const meeting: fc.Arbitrary<StandingMeeting> = fc
    .tuple(near(day), fc.constantFrom(15, 30, 60), multiple(5, 20), multiple(5, 20), fc.uuid())
    .map(([start, length, bufferBefore, bufferAfter, name]) => ({
      id: name,
      start,
      end: start + length * MINUTE,
      bufferBefore,
      bufferAfter,
    }))
  const busy = fc
    .tuple(near(day), fc.integer({ min: 1, max: 300 }))
    .map(([from, minutes]) => ({ from: from + 2 * MINUTE, to: from + (2 + minutes) * MINUTE }))
  return fc.record({
    id: fc.constant(id),
    active: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    timeZone: fc.constantFrom(...ZONES),
    weeklyHours: fc.array(someHours, { minLength: 7, maxLength: 7 }),
    overrides: fc.dictionary(date, someHours, { maxKeys: 2 }),
    meetings: fc.array(meeting, { maxLength: 5 }),
    busy: fc.array(busy, { maxLength: 3 }),
    lastBookedAt: sometimes(fc.integer({ min: 1, max: 3 })),
  })
}

/** Rules, hosts in their zones and a clock, with two days that are worth asking about. */
export const someSituation: fc.Arbitrary<{ situation: Situation; range: Interval }> = fc
  .constantFrom(...DAYS)
  .chain((day) =>
    fc.record({
      rules: someRules,
      hosts: fc
        .integer({ min: 1, max: 3 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => someHost(day, `host-${number}`)))),
      holidays: fc.array(
        fc.integer({ min: -2, max: 2 }).map((days) => new Date(day + days * 24 * HOUR).toISOString().slice(0, 10)),
        { maxLength: 1 },
      ),
      now: fc.integer({ min: -3 * 1440, max: 1440 }).map((minutes) => day + minutes * MINUTE),
      day: fc.constant(day),
    }),
  )
  .map(({ day, ...situation }) => ({ situation, range: { from: day - 24 * HOUR, to: day + 24 * HOUR } }))
