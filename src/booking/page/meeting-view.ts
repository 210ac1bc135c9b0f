import { messages } from '@/site/messages'
import { calendarLinks } from '../calendar/calendar-links'
import { calendarMeeting } from '../emails/calendar-meeting'
import { placeOf } from '../emails/place'
import type { ToldMeeting } from '../emails/told-meeting'
import { CONSENT_KEY } from '../form/booking-request'
import { momentLabel } from './days'
import { zoneWords } from './time-zones'

/** A meeting as its guest may see it. */
export type MeetingView = {
  /** `past`: it is over, or what came of it is noted. */
  state: 'confirmed' | 'cancelled' | 'past'
  /** False once it has begun: then it is moved and cancelled no more. */
  mayChange: boolean
  typeName: string
  email: string
  /** Day and time in the guest's zone, which is named. */
  when: string
  where: string
  /** The link of a video call. */
  callUrl?: string
  hosts: string[]
  guests: string[]
  /** What the guest wrote and answered, as it was asked. */
  answers: { label: string; value: string }[]
  cancelReason: string
  /** Pages of calendars on the web that add it. */
  calendarLinks: { label: string; href: string }[]
}

function stateOf({ status, end }: ToldMeeting['meeting'], now: Date): MeetingView['state'] {
  if (status === 'cancelled') return 'cancelled'
  return status === 'confirmed' && new Date(end) > now ? 'confirmed' : 'past'
}

/** What the page of a meeting shows, in the language of the page. */
export function meetingView(told: ToldMeeting, locale: string, now: Date): MeetingView {
  const { meeting, location, guests, answers, hosts } = told
  const { typeName, email, start, end, timeZone, cancelReason } = meeting
  const { booking, meetingMails } = messages(locale)
  const { place, url } = placeOf(told, meetingMails)
  const kind = booking.locations[location.kind]
  const state = stateOf(meeting, now)
  // Nobody is in the room of a meeting that does not take place.
  const callUrl = state === 'confirmed' ? url : undefined
  const links = calendarLinks(calendarMeeting(told, { role: 'guest', locale }))
  return {
    state,
    mayChange: state === 'confirmed' && new Date(start) > now,
    typeName,
    email,
    when: `${momentLabel(start, end, locale, timeZone)}, ${zoneWords(timeZone, locale, Date.parse(start))}`,
    where: place === kind || url !== callUrl ? kind : `${kind}: ${place}`,
    callUrl,
    hosts: hosts.map(({ name }) => name),
    guests,
    // What they agreed to is kept with the meeting, and is no news to them.
    answers: answers.filter(({ key }) => key !== CONSENT_KEY),
    cancelReason: cancelReason ?? '',
    calendarLinks: Object.entries(meetingMails.calendars).map(([name, label]) => ({
      label,
      href: links[name as keyof typeof links],
    })),
  }
}
