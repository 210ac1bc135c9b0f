import { describe, expect, it } from 'vitest'
import { dueReminder, reminderEnd, remindersToCome } from './reminder-time'

const HOUR = 3_600_000
const start = Date.UTC(2027, 0, 14, 9)
const due = (hoursBefore: number, toldHoursBefore = 100) =>
  dueReminder(start, start - toldHoursBefore * HOUR, start - hoursBefore * HOUR)

describe('the reminder of a meeting', () => {
  it.each([
    [24.01, undefined],
    [24, '24h'],
    [1.01, '24h'],
    [1, '1h'],
    [0.01, '1h'],
    [0, undefined],
    [-1, undefined],
  ])('%s hours before it is %s', (hours, reminder) => {
    expect(due(hours)).toBe(reminder)
  })

  it.each([
    ['25 hours', 25, 24, '24h'],
    ['24 hours', 24, 23, undefined],
    ['10 hours', 10, 9, undefined],
    ['10 hours, when an hour is left', 10, 1, '1h'],
    ['half an hour', 0.5, 0.4, undefined],
  ])('that was booked or moved %s before', (_, toldHoursBefore, hoursBefore, reminder) => {
    expect(due(hoursBefore, toldHoursBefore)).toBe(reminder)
  })
})

describe('the reminders to come', () => {
  const names = (hoursBefore: number, toldHoursBefore = 100) =>
    remindersToCome(start, start - toldHoursBefore * HOUR, start - hoursBefore * HOUR).map(({ name }) => name)

  it.each([
    [48, ['24h', '1h']],
    [2, ['24h', '1h']],
    [1, ['1h']],
    [0, []],
  ])('%s hours before are %j', (hours, reminders) => expect(names(hours)).toEqual(reminders))

  it('are none of a moment that had passed when the guest was told', () => {
    expect(names(10, 12)).toEqual(['1h'])
  })

  it('are of use until the next one, or the meeting, comes', () => {
    expect(reminderEnd(start, '24h')).toBe(start - HOUR)
    expect(reminderEnd(start, '1h')).toBe(start)
  })
})
