import ICAL from 'ical.js'
import { expect } from 'vitest'

/** Checks the bytes of a calendar file: CRLF and nothing else ends a line, 75 octets at most, folded between characters. */
export function expectCalendarLines(file: string): void {
  const bytes = Buffer.from(file, 'utf8')
  const octets = bytes.toString('latin1')
  expect(octets.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(octets).not.toMatch(/\r(?!\n)|(?<!\r)\n/)
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (const line of octets.slice(0, -2).split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(75)
    expect(line.length).toBeGreaterThan(0)
    // Throws where a line was folded within the octets of one character.
    utf8.decode(Buffer.from(line, 'latin1'))
  }
}

/** A calendar file as a calendar reads it. */
export function readCalendar(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent')
  const text = (property: string, component = events[0]) => String(component?.getFirstPropertyValue(property) ?? '')
  const attendees = (events[0]?.getAllProperties('attendee') ?? []).map((attendee) => ({
    address: String(attendee.getFirstValue()).replace(/^mailto:/i, ''),
    name: attendee.getFirstParameter('cn'),
    status: attendee.getFirstParameter('partstat'),
    rsvp: attendee.getFirstParameter('rsvp'),
  }))
  return { calendar, events, text, attendees }
}
