import ICAL from 'ical.js'
import { merged } from '../availability/intervals'
import type { Interval } from '../availability/types'
import { readCalendarFile } from './calendar-file'
import { occurrencesOf } from './occurrences'
import { wallClock } from './wall-clock'

export type BusyOptions = {
  /** IANA name of the host's zone: for whole days, and times without a zone. */
  timeZone: string
  /** The events that count: those that touch this range. */
  range: Interval
  /** True for the UID of an event that is not to count, such as a meeting of ours that came back. */
  isIgnored?: (uid: string) => boolean
}

const textOf = (component: ICAL.Component, property: string) =>
  String(component.getFirstPropertyValue(property) ?? '').toUpperCase()

/** Events that keep nobody from anything: those shown as free, and those called off. */
const isFree = (event: ICAL.Component) =>
  textOf(event, 'transp') === 'TRANSPARENT' ||
  textOf(event, 'status') === 'CANCELLED' ||
  textOf(event, 'x-microsoft-cdo-busystatus') === 'FREE'

const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue('uid') ?? '')

function busyEvents(calendar: ICAL.Component, { timeZone, range, isIgnored }: BusyOptions): Interval[] {
  const events = calendar.getAllSubcomponents('vevent').filter((event) => !isIgnored?.(uidOf(event)))
  // An event with a RECURRENCE-ID stands for one repetition of the event with its UID, at another time or called off.
  const replaced = new Map<string, Set<number>>()
  for (const event of events) {
    const property = event.getFirstProperty('recurrence-id')
    if (!property) continue
    const moments = replaced.get(uidOf(event)) ?? new Set()
    moments.add(wallClock(property, timeZone)(property.getFirstValue() as ICAL.Time))
    replaced.set(uidOf(event), moments)
  }
  return events
    .filter((event) => !isFree(event))
    .flatMap((event) => {
      const moments = event.getFirstProperty('recurrence-id') ? undefined : replaced.get(uidOf(event))
      return occurrencesOf(event, range, timeZone, (at) => moments?.has(at) ?? false)
    })
}

/** The busy times of a calendar that tells nothing else of its events (RFC 5545, section 3.6.4). */
function freeBusy(calendar: ICAL.Component, { range }: BusyOptions): Interval[] {
  return calendar
    .getAllSubcomponents('vfreebusy')
    .flatMap((component) => component.getAllProperties('freebusy'))
    .filter((property) => String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues() as ICAL.Period[])
    .map((period) => ({ from: period.start.toUnixTime() * 1000, to: period.getEnd().toUnixTime() * 1000 }))
    .filter(({ from, to }) => from < range.to && to > range.from)
}

/**
 * When the owner of a calendar is busy: the times of its events that touch the range, in order, overlaps joined.
 * @param file an iCalendar file (RFC 5545) of any origin
 * @throws CalendarFileError for a file that cannot be read, or holds too much
 */
export function busyTimes(file: string, options: BusyOptions): Interval[] {
  return readCalendarFile(file, (calendars) =>
    merged(calendars.flatMap((calendar) => [...busyEvents(calendar, options), ...freeBusy(calendar, options)])),
  )
}
