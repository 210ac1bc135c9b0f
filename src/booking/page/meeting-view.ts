import type { Meeting } from '@/payload-types'
import { messages } from '@/site/messages'
import { calendarLinks } from '../calendar/calendar-links'
import { momentLabel } from './days'
import { zoneWords } from './time-zones'

/** A meeting as its guest may see it. */
export type MeetingView = {
  /** `past`: it is over, or what came of it is noted. */
  state: 'confirmed' | 'cancelled' | 'past'
  typeName: string
  email: string
  /** Day and time in the guest's zone, which is named. */
  when: string
  where: string
  hosts: string[]
  guests: string[]
  about: string
  /** Pages of calendars on the web that add it. */
  calendarLinks: { label: string; href: string }[]
}

type Input = {
  meeting: Meeting
  /** Names of those who come. */
  hosts: string[]
  /** Where it takes place: a kind, and an address or number where there is one. */
  location: { kind: 'video' | 'phone' | 'office'; details: string }
  locale: string
  now: Date
}

const textsOf = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : [])

function aboutOf(answers: unknown): string {
  if (!Array.isArray(answers)) return ''
  return String(answers.find((answer) => answer?.key === 'about')?.value ?? '')
}

function stateOf({ status, end }: Meeting, now: Date): MeetingView['state'] {
  if (status === 'cancelled') return 'cancelled'
  return status === 'confirmed' && new Date(end) > now ? 'confirmed' : 'past'
}

/** What the page of a meeting shows. */
export function meetingView({ meeting, hosts, location, locale, now }: Input): MeetingView {
  const { typeName, email, start, end, timeZone } = meeting
  const { locations, meeting: words } = messages(locale).booking
  const where = [locations[location.kind], location.details].filter(Boolean).join(': ')
  const links = calendarLinks({
    start: new Date(start),
    end: new Date(end),
    summary: typeName,
    description: words.withWhom(hosts.join(', ')),
    location: location.details,
  })
  return {
    state: stateOf(meeting, now),
    typeName,
    email,
    when: `${momentLabel(start, end, locale, timeZone)}, ${zoneWords(timeZone, locale, Date.parse(start))}`,
    where,
    hosts,
    guests: textsOf(meeting.guests),
    about: aboutOf(meeting.answers),
    calendarLinks: [
      { label: 'Google Calendar', href: links.google },
      { label: 'Outlook.com', href: links.outlook },
      { label: 'Microsoft 365', href: links.office365 },
      { label: 'Yahoo', href: links.yahoo },
    ],
  }
}
