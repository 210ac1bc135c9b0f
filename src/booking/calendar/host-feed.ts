import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { escapedCalendarText } from './calendar-text'
import { type CalendarMeeting, calendarEvent, calendarFile, PRODUCT_ID } from './invitation'

/** How often calendars are asked to look again; many look less often. */
const REFRESH_SECONDS = 15 * 60

/**
 * The meetings of a host as a calendar to subscribe to (RFC 5546, section 3.2.1). It names no attendees: it informs,
 * and a calendar that saw them would ask for an answer a second time.
 * @param name how calendars title it
 * @param meetings those that stand; one that was cancelled is left out, and so leaves the calendars
 */
export function hostFeed(name: string, meetings: CalendarMeeting[]): string {
  const calendar = ical({
    prodId: PRODUCT_ID,
    method: ICalCalendarMethod.PUBLISH,
    // The generator escapes the texts of events, and not this one.
    name: escapedCalendarText(name),
    ttl: REFRESH_SECONDS,
  })
  for (const meeting of meetings) {
    calendar.createEvent({ ...calendarEvent(meeting), status: ICalEventStatus.CONFIRMED })
  }
  return calendarFile(calendar)
}
