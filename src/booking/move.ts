import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Meeting } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { MINUTE_MS } from './availability/intervals'
import { slotAt } from './availability/slots'
import type { Slot } from './availability/types'
import { MANAGE_AFTER_MS } from './book'
import { changeMeeting } from './change-meeting'
import { claimsOf, giveBack, lift, standingMeeting, takeAll } from './claims/claims'
import { cellKeys, keysOf } from './claims/keys'
import { takePlaces } from './claims/places'
import { completeMeeting } from './follow-up/complete'
import { type Loaded, loadSituation } from './load-situation'
import { isWithinReach, nearestSlots } from './nearest'
import { canAllCome, hostsToMove } from './queries'
import { hostsOf, snapshotOf } from './snapshot'

/** `closed`: the meeting was cancelled, has begun or does not exist. */
export type MoveResult =
  | { state: 'moved'; meeting: Meeting }
  | { state: 'taken'; nearest: Slot[] }
  | { state: 'closed' }

/** Whoever was to come comes, if they can; the others in their turn. */
function choicesOf(slot: Slot, meeting: Meeting): string[][] {
  if (snapshotOf(meeting).hostsMode !== 'any') return [slot.hosts]
  const own = hostsOf(meeting)
  const rank = (host: string) => (own.includes(host) ? 0 : 1)
  return slot.hosts.toSorted((a, b) => rank(a) - rank(b)).map((host) => [host])
}

/**
 * Claims the new time, moves the meeting, and only then frees the old one.
 * @returns undefined when somebody else has claimed any of the time, or has changed the meeting meanwhile
 */
async function moveTo(payload: Payload, meeting: Meeting, slot: Slot, hosts: string[], loaded: Loaded) {
  const rules = snapshotOf(meeting)
  const by = { meeting: meeting.id, request: `move:${randomUUID()}`, now: loaded.situation.now }
  const held = keysOf(meeting)
  const before = await claimsOf(payload, meeting.id)
  const cells = cellKeys({ ...slot, ...rules, hosts })
  const claimed = await takeAll(
    payload,
    cells.filter((key) => !held.includes(key)),
    by,
  )
  if (!claimed) return undefined
  const kept = (meeting.places ?? []) as string[]
  const places = await takePlaces(payload, { loaded, rules, hosts, start: slot.start, by, kept })
  if (!places) {
    await giveBack(payload, claimed)
    return undefined
  }
  const moved = await changeMeeting(payload, meeting, {
    start: new Date(slot.start).toISOString(),
    end: new Date(slot.end).toISOString(),
    host: hosts[0],
    hosts,
    places: places.keys,
    manageExpiresAt: new Date(slot.end + MANAGE_AFTER_MS).toISOString(),
  })
  if (!moved) {
    await giveBack(payload, [...claimed, ...places.ids])
    return undefined
  }
  const keys = keysOf(moved)
  if (await lift(payload, moved.id, keys)) {
    const left = before.filter(({ key }) => !keys.includes(key))
    await giveBack(
      payload,
      left.map(({ id }) => id),
    )
    return moved
  }
  // The process slept for longer than its claims lasted: back to the time that the meeting still holds.
  const { start, end, host, places: own, manageExpiresAt } = meeting
  await changeMeeting(payload, moved, { start, end, host, hosts: hostsOf(meeting), places: own, manageExpiresAt })
  await giveBack(payload, [...claimed, ...places.ids])
  return undefined
}

/**
 * Moves a meeting to another time, by the rules it was booked with; its own time counts as free.
 * @param start epoch milliseconds
 * @throws what the database threw
 */
export function reschedule(payload: Payload, id: string, start: number, at = new Date()): Promise<MoveResult> {
  return inTurn(`meeting ${id}`, async () => {
    const now = at.getTime()
    const meeting = await standingMeeting(payload, id)
    if (meeting?.status !== 'confirmed' || Date.parse(meeting.start) <= now) return { state: 'closed' }
    const rules = snapshotOf(meeting)
    const hosts = await hostsToMove(payload, meeting)
    const isSameTime = Date.parse(meeting.start) === start
    if (isWithinReach(start, rules, now)) {
      const range = { from: start, to: start + MINUTE_MS }
      const loaded = await loadSituation(payload, { rules, hosts, range, now, withTurns: true })
      const slot = slotAt(loaded.situation, start, id)
      // At the same time there is something to do only when another host takes over.
      if (isSameTime && slot && canAllCome(meeting, slot)) return { state: 'moved', meeting }
      for (const chosen of slot ? choicesOf(slot, meeting) : []) {
        const moved = slot && (await moveTo(payload, meeting, slot, chosen, loaded))
        if (!moved) continue
        await completeMeeting(payload, id).catch((error) =>
          payload.logger.error({ err: error, msg: 'Completing a move failed', meeting: id }),
        )
        return { state: 'moved', meeting: moved }
      }
    }
    if (isSameTime) return { state: 'moved', meeting }
    return { state: 'taken', nearest: await nearestSlots(payload, { rules, hosts, start, now, except: id }) }
  })
}
