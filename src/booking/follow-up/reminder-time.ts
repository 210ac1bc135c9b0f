const HOUR_MS = 3_600_000

/** How long before a meeting its guests are reminded, the earliest first. */
const REMINDERS = [
  { name: '24h', before: 24 * HOUR_MS },
  { name: '1h', before: HOUR_MS },
] as const

export type ReminderName = (typeof REMINDERS)[number]['name']

/** No reminder is due earlier than this before a meeting, in milliseconds. */
export const FIRST_REMINDER_MS = REMINDERS[0].before

/** Until when a reminder is of use, in epoch milliseconds: until the next one, or the meeting, comes. */
export function reminderEnd(start: number, name: ReminderName): number {
  const next = REMINDERS[REMINDERS.findIndex((reminder) => reminder.name === name) + 1]
  return start - (next?.before ?? 0)
}

/**
 * The reminders of a meeting that are or will be due, with their times in epoch milliseconds.
 * @param toldAt as for `dueReminder`
 */
export const remindersToCome = (start: number, toldAt: number, now: number): { name: ReminderName; at: number }[] =>
  REMINDERS.map(({ name, before }) => ({ name, at: start - before })).filter(
    ({ name, at }) => toldAt < at && now < reminderEnd(start, name),
  )

/**
 * The reminder of a meeting that is due now. One whose moment has passed is still due until the next one is, or the
 * meeting begins. Whoever heard of the time after a reminder's moment needs none.
 * @param toldAt when the guest was told of the present time of the meeting; all in epoch milliseconds
 */
export function dueReminder(start: number, toldAt: number, now: number): ReminderName | undefined {
  const passed = REMINDERS.findLast(({ before }) => start - before <= now)
  if (!passed || now >= start) return undefined
  return toldAt < start - passed.before ? passed.name : undefined
}
