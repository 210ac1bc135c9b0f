import type { MeetingMailTexts } from '@/site/messages/en-meeting-mails'
import { calendarLink } from '../calendar/calendar-text'
import type { ToldMeeting } from './told-meeting'

/** Where a meeting takes place, in words or as the link of the call; `url` if it is one. */
export function placeOf({ location, meeting }: ToldMeeting, texts: MeetingMailTexts): { place: string; url?: string } {
  const { kind, details } = location
  if (kind === 'video') {
    const url = /^https?:/i.test(details) ? calendarLink(details) : undefined
    return url ? { place: url, url } : { place: details || texts.video }
  }
  if (kind === 'phone') return { place: details || texts.call(meeting.phone ?? '') }
  return { place: details || texts.office }
}
