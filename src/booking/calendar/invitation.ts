import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Mailbox } from '@/mail/transport'
import { calendarAddress, calendarLink, calendarName, calendarText, distinctMailboxes } from './calendar-text'

export const PRODUCT_ID = '//agency-site//booking//EN'

/** A meeting as calendar files show it. */
export type CalendarMeeting = {
  /** Names the meeting in every calendar, for as long as it exists: see `meetingUid`. */
  uid: string
  /** Counts what was told about the meeting: a calendar keeps the highest it has seen. */
  sequence: number
  start: Date
  end: Date
  createdAt: Date
  changedAt: Date
  summary: string
  description: string
  /** Where it takes place: an address, a phone number or the link of a video call. */
  location?: string
  /** The link of a video call. */
  url?: string
  /** A mailbox that a person reads: calendars send answers there. */
  organizer: Mailbox
  /** Guests and hosts; each address is invited once. */
  attendees: Mailbox[]
}

/** What an invitation asks of a calendar (RFC 5546, section 3.2): to take the meeting in or over, or to take it out. */
export type InvitationMethod = 'REQUEST' | 'CANCEL'

/** What a meeting is in every calendar file, whoever reads it. */
export function calendarEvent(meeting: CalendarMeeting): ICalEventData {
  const { uid, sequence, start, end, createdAt, changedAt, summary, description, location, url, organizer } = meeting
  return {
    id: uid,
    sequence,
    start,
    end,
    created: createdAt,
    // Not the clock: the same state of a meeting is the same file, and a later one has a later stamp.
    stamp: changedAt,
    lastModified: changedAt,
    summary: calendarText(summary),
    description: calendarText(description),
    location: location ? calendarText(location) : null,
    url: calendarLink(url) ?? null,
    transparency: ICalEventTransparency.OPAQUE,
    organizer: {
      name: calendarName(organizer.name ?? '') || calendarName(organizer.address),
      email: calendarAddress(organizer.address),
    },
  }
}

/** Whoever is asked answers; the organizer takes part without being asked. */
function attendee({ name, address }: Mailbox, organizer: Mailbox) {
  const isOrganizer = address.toLowerCase() === organizer.address.toLowerCase()
  return {
    name: name ? calendarName(name) : null,
    email: calendarAddress(address),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: isOrganizer ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
    rsvp: !isOrganizer,
  }
}

/** Lines end in CRLF, the last one too (RFC 5545, section 3.1). */
export const calendarFile = (calendar: { toString(): string }) => `${calendar.toString()}\r\n`

/**
 * The invitation to a meeting, or its withdrawal, as a calendar file (RFC 5545): times in UTC, CRLF, lines of at most 75
 * octets. It sets no alarm: when to be reminded is for each reader's calendar to say.
 */
export function invitation(meeting: CalendarMeeting, method: InvitationMethod): string {
  const calendar = ical({ prodId: PRODUCT_ID, method: ICalCalendarMethod[method] })
  calendar.createEvent({
    ...calendarEvent(meeting),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: distinctMailboxes(meeting.attendees).map((mailbox) => attendee(mailbox, meeting.organizer)),
  })
  return calendarFile(calendar)
}
