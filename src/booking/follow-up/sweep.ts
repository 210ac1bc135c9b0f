import type { Payload } from 'payload'
import type { Stop } from '@/platform/background'
import { inTurn } from '@/platform/in-turn'
import { repeat } from '@/platform/repeat'
import { claimsOf, forgetIfLeft, lift, overdue, standingMeeting, takeAll } from '../claims/claims'
import { keysOf } from '../claims/keys'
import { completeMeeting } from './complete'
import { oweReminders } from './reminders'

const INTERVAL_MS = 60_000
const DAY_MS = 24 * 3_600_000

/** How far back to look: at the start a month, since the process may have been down; then a day. */
const FIRST_WINDOW_MS = 30 * DAY_MS
const WINDOW_MS = DAY_MS

/**
 * Makes what a meeting holds true to what it is: a meeting that stands holds its time and nothing else, another nothing.
 * A crash may have left a new time not lifted or an old one not freed. Claims of a booking under way are left alone.
 */
async function settle(payload: Payload, id: string, now: number): Promise<void> {
  for (const claim of await claimsOf(payload, id)) await forgetIfLeft(payload, claim, now)
  const meeting = await standingMeeting(payload, id)
  if (!meeting) return
  const keys = keysOf(meeting)
  if (await lift(payload, id, keys)) return
  const held = new Set((await claimsOf(payload, id)).map(({ key }) => key))
  const missing = keys.filter((key) => !held.has(key))
  await takeAll(payload, missing, { meeting: id, request: `repair:${id}`, now })
  if (!(await lift(payload, id, keys))) {
    payload.logger.error({ msg: 'A meeting shares its time with another', meeting: id })
  }
}

/**
 * Repairs what a crash left half done: claims of bookings that died, meetings that were moved or cancelled without
 * freeing their time, leads and timelines that do not know of a meeting, mails that were not written.
 * @param since looks at meetings that changed after it
 */
export async function sweepMeetings(payload: Payload, since: Date, now = new Date()): Promise<void> {
  const touched = new Set<string>()
  for (const claim of await overdue(payload, now.getTime())) {
    // Of a meeting that stands: it was stored and its claims not lifted.
    if (!(await forgetIfLeft(payload, claim, now.getTime()))) touched.add(claim.meeting)
  }
  const { docs } = await payload.find({
    collection: 'meetings',
    where: { updatedAt: { greater_than: since.toISOString() } },
    select: { status: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const id of new Set([...touched, ...docs.map((meeting) => meeting.id)])) {
    try {
      await inTurn(`meeting ${id}`, () => settle(payload, id, now.getTime()))
      await completeMeeting(payload, id)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Completing a meeting failed', meeting: id })
    }
  }
}

/** Sweeps and reminds at once and every minute. @returns a function that stops it, once what is under way is over */
export function startMeetingSweeper(payload: Payload): Stop {
  let windowMs = FIRST_WINDOW_MS
  return repeat(payload, 'Sweeping meetings', INTERVAL_MS, async () => {
    const since = new Date(Date.now() - windowMs)
    windowMs = WINDOW_MS
    await sweepMeetings(payload, since)
    await oweReminders(payload, new Date())
  })
}
