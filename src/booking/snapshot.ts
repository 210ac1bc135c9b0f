import type { Mailbox } from '@/mail/transport'
import type { Booking, Meeting, MeetingType } from '@/payload-types'
import type { SlotRules, StandingMeeting } from './availability/types'
import { DEFAULT_HORIZON_DAYS, DEFAULT_NOTICE_HOURS } from './global'

/** What a meeting keeps of its type: the rules and the place it was booked with. */
export type MeetingSnapshot = SlotRules & {
  slug: string
  name: string
  location: { kind: MeetingType['location']['kind']; details: string }
  /**
   * Who invites to it. Calendars take an update from the organizer of the invitation alone (RFC 5546, section 3.2.2.6),
   * so that it stays whoever it was when the agency's address changes. Meetings of earlier versions have none.
   */
  organizer?: Mailbox
}

/** The type as it is now; what it leaves open is said by the rules of all meetings. */
export function takeSnapshot(type: MeetingType, common: Pick<Booking, 'noticeHours' | 'horizonDays'>): MeetingSnapshot {
  const { name, length, grid, bufferBefore, bufferAfter, hostsMode, limitPerDay, limitPerWeek, location } = type
  return {
    slug: type.slug ?? '',
    name,
    length,
    grid,
    bufferBefore,
    bufferAfter,
    hostsMode,
    notice: 60 * (type.noticeHours ?? common.noticeHours ?? DEFAULT_NOTICE_HOURS),
    horizonDays: type.horizonDays ?? common.horizonDays ?? DEFAULT_HORIZON_DAYS,
    ...(limitPerDay ? { limitPerDay } : {}),
    ...(limitPerWeek ? { limitPerWeek } : {}),
    location: { kind: location.kind, details: location.details ?? '' },
  }
}

/** The rules and the place that a meeting was booked with. */
export const snapshotOf = ({ snapshot }: Pick<Meeting, 'snapshot'>) => snapshot as unknown as MeetingSnapshot

/** Ids of the hosts who come. */
export const hostsOf = ({ hosts }: Pick<Meeting, 'hosts'>) => hosts as string[]

/** When a meeting is, and the free time around it that it was booked with. */
export function timesOf(meeting: Pick<Meeting, 'id' | 'start' | 'end' | 'snapshot'>): StandingMeeting {
  const { bufferBefore, bufferAfter } = snapshotOf(meeting)
  return { id: meeting.id, start: Date.parse(meeting.start), end: Date.parse(meeting.end), bufferBefore, bufferAfter }
}
