import { CELL_MS, MINUTE_MS, occupied } from './intervals'
import { openStretches } from './open-hours'
import { slotAt } from './slots'
import type { HostCalendar, Interval, SlotRules, StandingMeeting } from './types'
import { offsetSpans } from './zone'

/** A host's calendar as far as it speaks against a meeting that was booked: other meetings do not, their claims see to it. */
export type HostTimes = Omit<HostCalendar, 'meetings' | 'lastBookedAt'>

/**
 * Why a meeting no longer fits a host: they take no meetings any more, work at other hours, do not work on that date, or
 * something else stands in their calendar.
 */
export type Unfit = {
  why: 'inactive' | 'hours' | 'holiday' | 'busy'
  /** What it collides with: the host's hours around it, or what is in the other calendar. Epoch milliseconds. */
  with: Interval[]
}

/** How far around a meeting hours are looked at. */
const AROUND_MS = 12 * 60 * MINUTE_MS

/** A busy calendar of years has thousands of times, of which a few are near. */
const near = (busy: readonly Interval[], { from, to }: Interval) =>
  busy.filter((interval) => interval.from < to && interval.to > from)

/**
 * Whether a meeting could still be booked as it was, by the function that decides all bookings. How long before and how
 * often are rules of booking: they say nothing about what is booked already. Neither does the grid, which only says
 * what is offered.
 */
function fits(meeting: StandingMeeting, host: HostTimes, holidays: readonly string[]): boolean {
  const { start, end, bufferBefore, bufferAfter } = meeting
  const rules: SlotRules = {
    length: (end - start) / MINUTE_MS,
    grid: CELL_MS / MINUTE_MS,
    bufferBefore,
    bufferAfter,
    notice: 0,
    horizonDays: 1,
    hostsMode: 'all',
  }
  return slotAt({ rules, hosts: [{ ...host, meetings: [] }], holidays, now: start }, start) !== undefined
}

/**
 * Why a meeting no longer fits the calendar of one of its hosts as it is now; undefined if it does.
 * @param meeting with the buffers it was booked with
 * @param holidays dates (`2027-01-01`) in the zone of the host
 */
export function unfitFor(
  meeting: StandingMeeting,
  calendar: HostTimes,
  holidays: readonly string[],
): Unfit | undefined {
  if (!calendar.active) return { why: 'inactive', with: [] }
  const held = occupied(meeting, meeting)
  const host = { ...calendar, busy: near(calendar.busy, { from: held.from - CELL_MS, to: held.to + CELL_MS }) }
  if (fits(meeting, host, holidays)) return undefined
  const free = { ...host, busy: [] }
  if (fits(meeting, free, holidays)) return { why: 'busy', with: near(host.busy, held) }
  const around = { from: meeting.start - AROUND_MS, to: meeting.end + AROUND_MS }
  const hours = openStretches(host, new Set(holidays), offsetSpans(host.timeZone, around))
  return {
    why: fits(meeting, free, []) ? 'holiday' : 'hours',
    with: near(hours, around).map(({ from, to }) => ({ from, to })),
  }
}
