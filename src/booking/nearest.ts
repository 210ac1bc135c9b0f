import type { Payload } from 'payload'
import { DAY_MS } from './availability/intervals'
import { listSlots } from './availability/slots'
import type { Interval, Slot, SlotRules } from './availability/types'
import { loadSituation } from './load-situation'

const OFFERED = 5
const BEFORE_MS = 7 * DAY_MS
const AFTER_MS = 21 * DAY_MS

/** True for an instant that a meeting could begin at at all: what a client posts may be any number. */
export const isWithinReach = (start: number, rules: SlotRules, now: number) =>
  start >= now && start <= now + rules.horizonDays * DAY_MS

/**
 * The free times nearest to one that is not free, in order of time.
 * @param except id of the meeting that is to be moved
 */
export async function nearestSlots(
  payload: Payload,
  {
    rules,
    hosts,
    start,
    now,
    except,
  }: { rules: SlotRules; hosts: readonly string[]; start: number; now: number; except?: string },
): Promise<Slot[]> {
  const wanted = isWithinReach(start, rules, now) ? start : now
  const freeIn = async (range: Interval) => {
    const { situation } = await loadSituation(payload, { rules, hosts, range, now, withTurns: false })
    return listSlots(situation, range, except)
  }
  const around = await freeIn({ from: wanted - BEFORE_MS, to: wanted + AFTER_MS })
  const free = around.length > 0 ? around : await freeIn({ from: now, to: now + rules.horizonDays * DAY_MS + 1 })
  const distance = (slot: Slot) => Math.abs(slot.start - wanted)
  const nearest = free.sort((a, b) => distance(a) - distance(b))
  return nearest.slice(0, OFFERED).sort((a, b) => a.start - b.start)
}
