import type { Payload } from 'payload'
import { DEFAULT_LOCALE } from '@/site/locales'
import { type InvitationMethod, invitation } from '../calendar/invitation'
import { calendarMeeting } from '../emails/calendar-meeting'
import { tellMeeting } from '../follow-up/tell-meeting'
import { meetingOfToken } from '../queries'

/**
 * The calendar file of a meeting as its guest got it by mail: the same UID and SEQUENCE, so that a calendar which has it
 * already changes its entry and makes no second one.
 * @returns undefined for a link that opens no meeting
 */
export async function meetingFile(
  payload: Payload,
  token: string,
  now = new Date(),
): Promise<{ content: string; method: InvitationMethod } | undefined> {
  const meeting = await meetingOfToken(payload, token, now)
  if (!meeting) return undefined
  const told = await tellMeeting(payload, meeting)
  const method = meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const entry = calendarMeeting(told, { role: 'guest', locale: meeting.locale ?? DEFAULT_LOCALE })
  return { content: invitation(entry, method), method }
}
