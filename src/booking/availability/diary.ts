import { DAY_MS, inCells, MINUTE_MS, merged, occupied } from './intervals'
import { openStretches } from './open-hours'
import type { HostCalendar, Interval, SlotRules } from './types'
import { localDay, mondayOf, offsetAt, offsetSpans } from './zone'

/** The longest that a meeting and its buffers may last, so that a day around the range is enough to judge it. */
const MARGIN_MS = 2 * DAY_MS

/** One host's side of the decision. */
export type Diary = {
  host: HostCalendar
  /** Instants within the range at which the host's hours and grid let a meeting begin, in order of their dates. */
  starts: number[]
  /** Which of the candidates, instants in order, the host could take, by their index. */
  freeAmong: (candidates: Float64Array) => number[]
}

const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

/**
 * Reads a host's calendar for one meeting type.
 * @param range the beginnings that are asked for
 * @param except id of a meeting that counts for nothing, because it is to be moved
 */
export function diaryOf(
  host: HostCalendar,
  rules: SlotRules,
  holidays: ReadonlySet<string>,
  range: Interval,
  except?: string,
): Diary {
  const around = { from: range.from - MARGIN_MS, to: range.to + MARGIN_MS }
  const spans = offsetSpans(host.timeZone, around)
  const stretches = openStretches(host, holidays, spans)
  const open = merged(stretches)
  const meetings = host.meetings.filter(({ id }) => id !== except)
  const taken = merged([...meetings.map((meeting) => occupied(meeting, meeting)), ...host.busy.map(inCells)])

  const perDay = new Map<number, number>()
  const perWeek = new Map<number, number>()
  const limited = rules.limitPerDay !== undefined || rules.limitPerWeek !== undefined
  if (limited && meetings.length > 0) {
    const first = Math.min(...meetings.map(({ start }) => start))
    const last = Math.max(...meetings.map(({ start }) => start))
    const all = offsetSpans(host.timeZone, { from: Math.min(first, around.from), to: Math.max(last + 1, around.to) })
    for (const { start } of meetings) {
      const day = localDay(start, offsetAt(all, start))
      count(perDay, day)
      count(perWeek, mondayOf(day))
    }
  }
  function isWithinLimits(start: number): boolean {
    if (!limited) return true
    const day = localDay(start, offsetAt(spans, start))
    const { limitPerDay = Infinity, limitPerWeek = Infinity } = rules
    return (perDay.get(day) ?? 0) < limitPerDay && (perWeek.get(mondayOf(day)) ?? 0) < limitPerWeek
  }

  const grid = rules.grid * MINUTE_MS
  const starts: number[] = []
  for (const { from, to, midnight } of stretches) {
    const first = Math.max(from, range.from)
    const end = Math.min(to, range.to)
    for (let start = midnight + Math.ceil((first - midnight) / grid) * grid; start < end; start += grid)
      starts.push(start)
  }
  return {
    host,
    starts,
    freeAmong: (candidates) => {
      const free: number[] = []
      let openIndex = 0
      let takenIndex = 0
      candidates.forEach((start, index) => {
        const end = start + rules.length * MINUTE_MS
        while ((open[openIndex]?.to ?? Infinity) <= start) openIndex += 1
        const stretch = open[openIndex]
        if (!stretch || start < stretch.from || end > stretch.to) return
        const { from, to } = occupied({ start, end }, rules)
        while ((taken[takenIndex]?.to ?? Infinity) <= from) takenIndex += 1
        if ((taken[takenIndex]?.from ?? Infinity) >= to && isWithinLimits(start)) free.push(index)
      })
      return free
    },
  }
}
