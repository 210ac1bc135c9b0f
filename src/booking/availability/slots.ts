import { diaryOf } from './diary'
import { DAY_MS, MINUTE_MS } from './intervals'
import type { HostCalendar, Interval, Situation, Slot } from './types'

/** Whose turn it is comes first: who was never booked, then who was booked longest ago. Ties go by the type's list. */
const byTurn = (a: HostCalendar, b: HostCalendar) => (a.lastBookedAt ?? 0) - (b.lastBookedAt ?? 0)

/** Numbers in order, each once. Hosts repeat each other's by the thousand: a typed array sorts them ten times as fast. */
const inOrderOnce = (numbers: number[]) =>
  Float64Array.from(numbers)
    .sort()
    .filter((number, index, sorted) => number !== sorted[index - 1])

/**
 * The times that may be booked, in order. Everything that lists, books or moves asks this function, so that whatever is
 * listed can be booked and nothing else can.
 * @param range when the meetings may begin, in epoch milliseconds
 * @param except id of the meeting that is to be moved: its own time counts as free
 */
export function listSlots(situation: Situation, range: Interval, except?: string): Slot[] {
  const { rules, hosts, now } = situation
  const from = Math.max(range.from, now + rules.notice * MINUTE_MS)
  const to = Math.min(range.to, now + rules.horizonDays * DAY_MS + 1)
  const active = hosts.filter(({ active }) => active)
  const isComplete = rules.hostsMode === 'any' ? active.length > 0 : hosts.length > 0 && active.length === hosts.length
  if (!isComplete || from >= to) return []

  const holidays = new Set(situation.holidays)
  const order = rules.hostsMode === 'any' ? active.toSorted(byTurn) : active
  const diaries = order.map((host) => diaryOf(host, rules, holidays, { from, to }, except))
  // The clock of each host may set the beginnings: between zones with half hours, `all` would have none otherwise.
  const starts = inOrderOnce(diaries.flatMap((diary) => diary.starts))
  const hostsAt: string[][] = Array.from(starts, () => [])
  for (const { host, freeAmong } of diaries) for (const index of freeAmong(starts)) hostsAt[index]?.push(host.id)

  const needed = rules.hostsMode === 'any' ? 1 : diaries.length
  const slots: Slot[] = []
  hostsAt.forEach((free, index) => {
    const start = starts[index] ?? 0
    if (free.length >= needed) slots.push({ start, end: start + rules.length * MINUTE_MS, hosts: free })
  })
  return slots
}

/**
 * The slot that begins at an instant, if it may be booked.
 * @param except id of the meeting that is to be moved there
 */
export function slotAt(situation: Situation, start: number, except?: string): Slot | undefined {
  return listSlots(situation, { from: start, to: start + 1 }, except)[0]
}
