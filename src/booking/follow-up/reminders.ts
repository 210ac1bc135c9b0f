import type { Payload, Where } from 'payload'
import type { Meeting } from '@/payload-types'
import { readersOf } from '../emails/told-meeting'
import { mailKey, newsOf, tell } from './mails'
import { dueReminder, FIRST_REMINDER_MS, type ReminderName, reminderEnd, remindersToCome } from './reminder-time'
import { tellMeeting } from './tell-meeting'

const trusted = { limit: 0, pagination: false, depth: 0, overrideAccess: true } as const

/** When the guest of each meeting was told of its present time, by the key of that mail. */
async function toldAt(payload: Payload, meetings: Meeting[]): Promise<Map<string, number>> {
  const where = { key: { in: meetings.map((meeting) => mailKey(meeting, newsOf(meeting), 'guest')) } }
  const select = { key: true, createdAt: true } as const
  const { docs } = await payload.find({ collection: 'emails', where, select, joins: false, ...trusted })
  return new Map(docs.map(({ key, createdAt }) => [key, Date.parse(createdAt)]))
}

/** Whether a meeting is still the one that was found: it may have been cancelled or moved since. */
async function stillStands(payload: Payload, { id, sequence }: Meeting): Promise<boolean> {
  const where: Where = {
    and: [{ id: { equals: id } }, { sequence: { equals: sequence } }, { status: { equals: 'confirmed' } }],
  }
  return (await payload.count({ collection: 'meetings', where, overrideAccess: true })).totalDocs === 1
}

async function meetingsToCome(payload: Payload, now: Date, until?: Date): Promise<Meeting[]> {
  const and: Where[] = [{ status: { equals: 'confirmed' } }, { start: { greater_than: now.toISOString() } }]
  if (until) and.push({ start: { less_than_equal: until.toISOString() } })
  return (await payload.find({ collection: 'meetings', where: { and }, ...trusted })).docs
}

/**
 * Writes the reminders of all meetings to come ahead, for an admin to release: of a meeting of a backup nobody but a
 * person can tell whether it was moved or cancelled since. Once released, each goes out at its own time.
 * @returns how many meetings they are of
 */
export async function pauseReminders(payload: Payload, now: Date): Promise<number> {
  const meetings = await meetingsToCome(payload, now)
  const told = await toldAt(payload, meetings)
  let paused = 0
  for (const meeting of meetings) {
    const heard = told.get(mailKey(meeting, newsOf(meeting), 'guest'))
    if (heard === undefined) continue
    for (const { name, at } of remindersToCome(Date.parse(meeting.start), heard, now.getTime())) {
      if (await remind(payload, meeting, name, new Date(at).toISOString())) paused += 1
    }
  }
  return paused
}

/**
 * Owes the reminders that are due to the guests of meetings that stand. They are written when their time has come and not
 * days ahead, so that nothing has to be called back when a meeting is moved.
 * @returns how many meetings were reminded of
 */
export async function oweReminders(payload: Payload, now: Date): Promise<number> {
  const meetings = await meetingsToCome(payload, now, new Date(now.getTime() + FIRST_REMINDER_MS))
  if (meetings.length === 0) return 0
  const told = await toldAt(payload, meetings)
  let reminded = 0
  for (const meeting of meetings) {
    const heard = told.get(mailKey(meeting, newsOf(meeting), 'guest'))
    const name = heard === undefined ? undefined : dueReminder(Date.parse(meeting.start), heard, now.getTime())
    if (name && (await remind(payload, meeting, name))) reminded += 1
  }
  return reminded
}

/** @param pausedUntil ISO 8601: written ahead, for an admin to release */
async function remind(
  payload: Payload,
  meeting: Meeting,
  reminder: ReminderName,
  pausedUntil?: string,
): Promise<boolean> {
  const name = `reminder-${reminder}`
  const where = { key: { equals: mailKey(meeting, name, 'guest') } }
  if ((await payload.count({ collection: 'emails', where, overrideAccess: true })).totalDocs > 0) return false
  const told = await tellMeeting(payload, meeting)
  if (!(await stillStands(payload, meeting))) return false
  const notAfter = new Date(reminderEnd(Date.parse(meeting.start), reminder)).toISOString()
  // The guest last: their mail says that all were reminded.
  for (const reader of readersOf(told).toReversed()) {
    const key = mailKey(meeting, name, reader.key)
    if (reader.role !== 'host') await tell(payload, told, reader, 'reminder', key, { notAfter, pausedUntil })
  }
  return true
}
