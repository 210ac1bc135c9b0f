import fc from 'fast-check'
import type { Payload } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { book, cancel, reschedule } from '@/booking/actions'
import { availability, availabilityToMove, hostsOf, snapshotOf } from '@/booking/queries'
import type { Meeting } from '@/payload-types'
import { createHost, createMeetingType } from '../support/booking'
import { bookingRequest, flawsOf, NOW } from '../support/bookings'
import { contractPayload } from '../support/contract'

const MINUTE = 60_000

/** The night in which New York changes its clocks; there it begins on the day before. */
const FROM = Date.parse('2027-03-14T00:00Z')
const QUARTERS = 48
const RANGE = { from: FROM, to: FROM + QUARTERS * 15 * MINUTE }
const ZONES = ['UTC', 'America/New_York']

/** Documents are slow to make, so that as much is tried as there is time for. */
const TIME_MS = 7_000
const TIMEOUT_MS = 60_000

let payload: Payload
let zoneOf: Map<string, string>

beforeAll(async () => {
  payload = await contractPayload()
  const hours = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '00:00', to: '24:00' }]
  const weeklyHours = hours.map(({ days, ...rest }) => ({ ...rest, days: [...days] }))
  const hosts = await Promise.all(ZONES.map((timeZone) => createHost(payload, { timeZone, weeklyHours })))
  zoneOf = new Map(hosts.map(({ id, timeZone }) => [id, timeZone]))
})

const minutes = fc.constantFrom(0, 15, 30)
const sometimes = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined })

const someType = fc.record({
  length: fc.constantFrom(30, 60, 90),
  grid: fc.constantFrom(15, 30, 60),
  bufferBefore: minutes,
  bufferAfter: minutes,
  limitPerDay: sometimes(3),
  limitPerWeek: sometimes(4),
  hostsMode: fc.constantFrom('any' as const, 'all' as const, 'fixed' as const),
})

const aTime = fc.integer({ min: 0, max: QUARTERS - 1 }).map((quarter) => FROM + quarter * 15 * MINUTE)

const someStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('book' as const), type: fc.nat(1), start: aTime }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('move' as const), which: fc.nat(9), start: aTime }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('cancel' as const), which: fc.nat(9) }) },
)

type ValueOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
type TypeRules = ValueOf<typeof someType>
type Step = ValueOf<typeof someStep>

const ALL = { limit: 0, pagination: false, depth: 0, overrideAccess: true } as const

const standing = async (): Promise<Meeting[]> =>
  (await payload.find({ collection: 'meetings', where: { status: { equals: 'confirmed' } }, sort: 'id', ...ALL })).docs

/** Two kinds of meetings with the same hosts, and nothing booked. */
async function offer(types: readonly TypeRules[]): Promise<string[]> {
  for (const collection of ['meetings', 'meeting-claims', 'meeting-types'] as const) {
    await payload.db.deleteMany({ collection, where: {} })
  }
  const hosts = [...zoneOf.keys()]
  const made = types.map((rules) =>
    createMeetingType(payload, rules.hostsMode === 'fixed' ? hosts.slice(1) : hosts, rules),
  )
  return (await Promise.all(made)).map(({ slug }) => slug ?? '')
}

/** Hosts who have two meetings at a time, with the free time around each. */
function overlaps(meetings: readonly Meeting[]): string[] {
  const times = meetings.flatMap((meeting) => {
    const { bufferBefore, bufferAfter } = snapshotOf(meeting)
    const from = Date.parse(meeting.start) - bufferBefore * MINUTE
    const to = Date.parse(meeting.end) + bufferAfter * MINUTE
    return hostsOf(meeting).map((host) => ({ id: meeting.id, host, from, to }))
  })
  return times.flatMap((a) =>
    times
      .filter((b) => a.id < b.id && a.host === b.host && a.from < b.to && b.from < a.to)
      .map((b) => `${a.id} and ${b.id}`),
  )
}

/** How many meetings each host of one has on its day and in its week, beyond what its rules allow. */
function beyondLimits(meeting: Meeting, meetings: readonly Meeting[]): string[] {
  const { limitPerDay = Infinity, limitPerWeek = Infinity } = snapshotOf(meeting)
  return hostsOf(meeting).flatMap((host) => {
    const dateOf = ({ start }: Meeting) =>
      Temporal.Instant.from(start)
        .toZonedDateTimeISO(zoneOf.get(host) ?? '')
        .toPlainDate()
    const week = (date: Temporal.PlainDate) => `${date.yearOfWeek} ${date.weekOfYear}`
    const dates = meetings.filter((other) => hostsOf(other).includes(host)).map(dateOf)
    const own = dateOf(meeting)
    const onDay = dates.filter((date) => date.equals(own)).length
    const inWeek = dates.filter((date) => week(date) === week(own)).length
    return onDay > limitPerDay || inWeek > limitPerWeek ? [`${host} has ${onDay} on ${own}, ${inWeek} in its week`] : []
  })
}

/** Takes a step, if there is a meeting to take it with. @returns the meeting that it changed */
async function take(step: Step, slugs: readonly string[], meetings: readonly Meeting[]): Promise<Meeting | undefined> {
  if (step.verb === 'book') {
    const result = await book(payload, bookingRequest(slugs[step.type] ?? '', step.start), NOW)
    return result.state === 'booked' ? result.meeting : undefined
  }
  const meeting = meetings[step.which % meetings.length]
  if (!meeting) return undefined
  const result =
    step.verb === 'cancel'
      ? await cancel(payload, meeting.id, { by: 'guest' }, NOW)
      : await reschedule(payload, meeting.id, step.start, NOW)
  return 'meeting' in result ? result.meeting : undefined
}

/** Whether the lists say that a step can be taken. */
async function isListed(step: Step, slugs: readonly string[], meetings: readonly Meeting[]): Promise<boolean> {
  if (step.verb === 'book') {
    const slots = (await availability(payload, slugs[step.type] ?? '', RANGE, NOW)) ?? []
    return slots.some(({ start }) => start === step.start)
  }
  const meeting = meetings[step.which % meetings.length]
  // Whoever moves a meeting to where it is has what they want, whatever else was booked.
  if (!meeting || step.verb === 'cancel' || Date.parse(meeting.start) === step.start) return meeting !== undefined
  return (await availabilityToMove(payload, meeting, RANGE, NOW)).some(({ start }) => start === step.start)
}

/** Tried first, so that a slow machine has seen each verb: a day that is full in between, with two kinds of limits. */
const EXAMPLE: [TypeRules[], Step[]] = [
  [
    { length: 30, grid: 30, bufferBefore: 0, bufferAfter: 15, limitPerDay: 1, limitPerWeek: 2, hostsMode: 'fixed' },
    {
      length: 60,
      grid: 15,
      bufferBefore: 15,
      bufferAfter: 0,
      limitPerDay: 3,
      limitPerWeek: undefined,
      hostsMode: 'all',
    },
  ],
  [
    { verb: 'book', type: 0, start: FROM + 60 * MINUTE },
    { verb: 'book', type: 0, start: FROM + 120 * MINUTE },
    { verb: 'book', type: 1, start: FROM + 105 * MINUTE },
    { verb: 'book', type: 1, start: FROM + 120 * MINUTE },
    { verb: 'move', which: 0, start: FROM + 360 * MINUTE },
    { verb: 'move', which: 1, start: FROM + 60 * MINUTE },
    { verb: 'cancel', which: 0 },
    { verb: 'book', type: 0, start: FROM + 360 * MINUTE },
  ],
]

const assertInTime = (property: fc.IAsyncPropertyWithHooks<[TypeRules[], Step[]]>) =>
  fc.assert(property, {
    numRuns: 1_000,
    interruptAfterTimeLimit: TIME_MS,
    endOnFailure: true,
    examples: [EXAMPLE],
  })

const twoTypes = fc.array(someType, { minLength: 2, maxLength: 2 })

describe('whatever is booked, moved and cancelled', () => {
  it(
    'exactly what is listed can be done, each meeting holds its time and nothing else is held, no limit is passed',
    async () => {
      const done = { book: 0, move: 0, cancel: 0, refused: 0 }
      await assertInTime(
        fc.asyncProperty(twoTypes, fc.array(someStep, { minLength: 6, maxLength: 12 }), async (types, steps) => {
          const slugs = await offer(types)
          let meetings: Meeting[] = []
          for (const step of steps) {
            const listed = await isListed(step, slugs, meetings)
            const changed = await take(step, slugs, meetings)
            expect(changed !== undefined, JSON.stringify(step)).toBe(listed)
            done[changed ? step.verb : 'refused'] += 1
            meetings = await standing()
            expect(await flawsOf(payload, [...zoneOf.keys()])).toEqual([])
            expect(overlaps(meetings)).toEqual([])
            if (changed && step.verb === 'book') expect(beyondLimits(changed, meetings)).toEqual([])
          }
        }),
      )
      for (const count of Object.values(done)) expect(count).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )

  it(
    'all at the same moment, each meeting holds its time and nothing else is held',
    async () => {
      let changes = 0
      await assertInTime(
        fc.asyncProperty(twoTypes, fc.array(someStep, { minLength: 8, maxLength: 16 }), async (types, steps) => {
          const slugs = await offer(types)
          for (let minute = 0; minute < QUARTERS * 15; minute += 120) {
            await book(payload, bookingRequest(slugs[0] ?? '', FROM + minute * MINUTE), NOW)
          }
          const before = await standing()
          const changed = await Promise.all(steps.map((step) => take(step, slugs, before)))
          changes += changed.filter(Boolean).length
          expect(await flawsOf(payload, [...zoneOf.keys()])).toEqual([])
          expect(overlaps(await standing())).toEqual([])
        }),
      )
      expect(changes).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )
})
