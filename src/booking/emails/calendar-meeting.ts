import { messages } from '@/site/messages'
import type { CalendarMeeting } from '../calendar/invitation'
import { placeOf } from './place'
import { type Reader, readersOf, shownName, type ToldMeeting } from './told-meeting'

/** What stands in the calendar of a reader besides time and place. Links that act are for whoever may act. */
function description(told: ToldMeeting, { role, locale }: Pick<Reader, 'role' | 'locale'>): string {
  const { meeting, guests, answers, links } = told
  const texts = messages(locale).meetingMails
  const { url } = placeOf(told, texts)
  if (role !== 'host') {
    const ways = role === 'guest' ? [`${texts.manage}: ${links.manage}`, texts.decline] : [texts.declineInvited]
    return [...(url ? [`${texts.video}: ${url}`] : []), ways.join('\n')].join('\n\n')
  }
  const facts = [
    [texts.guestLabel, meeting.name],
    [texts.email, meeting.email],
    [texts.company, meeting.company],
    [texts.phone, meeting.phone],
    [texts.guests, guests.join(', ')],
    ...answers.map(({ label, value }) => [label, value]),
  ].filter(([, value]) => value)
  const about = facts.map(([label, value]) => `${label}: ${value}`).join('\n')
  return [
    ...(url ? [`${texts.video}: ${url}`] : []),
    about,
    `${texts.openInAdmin}: ${links.admin}\n${texts.declineHost}`,
  ].join('\n\n')
}

/**
 * A meeting as it stands in the calendar of one of its readers.
 * @param attendees who comes, or those whom a cancellation is for (RFC 5546, section 3.2.5)
 */
export function calendarMeeting(
  told: ToldMeeting,
  reader: Pick<Reader, 'role' | 'locale'>,
  attendees = readersOf(told).map(({ mailbox }) => mailbox),
): CalendarMeeting {
  const { meeting, company, organizer } = told
  const texts = messages(reader.locale).meetingMails
  const { place, url } = placeOf(told, texts)
  return {
    uid: meeting.uid,
    sequence: meeting.sequence,
    start: new Date(meeting.start),
    end: new Date(meeting.end),
    createdAt: new Date(meeting.createdAt),
    changedAt: new Date(meeting.updatedAt),
    summary: texts.summary(meeting.typeName, shownName(meeting.name), company),
    description: description(told, reader),
    location: place,
    url,
    organizer,
    attendees,
  }
}
