import ICAL from 'ical.js'
import { withinTime } from './time-limit'

/** A calendar file larger than this is not read: years of a busy person's calendar are a few megabytes. */
export const CALENDAR_LIMIT_BYTES = 5 * 1024 * 1024

const EVENT_LIMIT = 20_000

/** Reading a file stops everything else for as long as it takes; even a large one takes a second at most. */
const TIME_LIMIT_MS = 3_000

/** Why a calendar file cannot be used, in words for the person who gave it. */
export class CalendarFileError extends Error {}

function parse(text: string): ICAL.Component[] {
  const calendar = text.replace(/^\ufeff/, '').trim()
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(calendar)) {
    throw new CalendarFileError('This is not a calendar file: it does not begin with BEGIN:VCALENDAR.')
  }
  const parsed: unknown[] = ICAL.parse(calendar)
  // A file may hold several calendars (RFC 5545, section 3.4): the library gives one as it is, and several as a list.
  const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
  return calendars.map((each) => new ICAL.Component(each))
}

/**
 * Reads a calendar file that somebody else made: of any content, and within bounds of size, number and time.
 * @param read makes something of its calendars (VCALENDAR), within the same time
 * @throws CalendarFileError for a file that cannot be read, or holds too much
 */
export function readCalendarFile<T>(
  text: string,
  read: (calendars: ICAL.Component[]) => T,
  timeLimitMs = TIME_LIMIT_MS,
): T {
  if (Buffer.byteLength(text) > CALENDAR_LIMIT_BYTES) {
    throw new CalendarFileError(`The calendar is larger than ${CALENDAR_LIMIT_BYTES / 1024 / 1024} MB.`)
  }
  try {
    return withinTime(timeLimitMs, () => {
      const calendars = parse(text)
      const events = calendars.reduce((sum, calendar) => sum + calendar.getAllSubcomponents('vevent').length, 0)
      if (events > EVENT_LIMIT) throw new CalendarFileError(`The calendar has more than ${EVENT_LIMIT} events.`)
      return read(calendars)
    })
  } catch (error) {
    if (error instanceof CalendarFileError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw new CalendarFileError('The calendar takes too long to read: it has too many or endless repetitions.')
    }
    throw new CalendarFileError(`The calendar file is broken: ${message}.`)
  }
}
