import type { CalendarMeeting } from './invitation'

/** 2027-01-14T02:00:00.000Z → 20270114T020000Z */
const compact = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d+/g, '')

/** Not URLSearchParams: it writes a space as `+`, which Outlook shows as a plus sign. */
function address(base: string, parameters: Record<string, string>): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  return `${base}?${pairs.join('&')}`
}

/** Pages of calendars on the web that add a meeting; others open the `.ics` file. */
export type CalendarLinks = { google: string; outlook: string; office365: string; yahoo: string }

/** Links that add a meeting to a calendar on the web, for those whose mail program made no use of the invitation. */
export function calendarLinks(
  meeting: Pick<CalendarMeeting, 'start' | 'end' | 'summary' | 'description' | 'location'>,
): CalendarLinks {
  const { start, end, summary, description, location = '' } = meeting
  const outlook = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: summary,
    startdt: start.toISOString(),
    enddt: end.toISOString(),
    body: description,
    location,
  }
  return {
    google: address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: summary,
      dates: `${compact(start)}/${compact(end)}`,
      details: description,
      location,
    }),
    outlook: address('https://outlook.live.com/calendar/0/action/compose', outlook),
    office365: address('https://outlook.office.com/calendar/0/action/compose', outlook),
    yahoo: address('https://calendar.yahoo.com/', {
      v: '60',
      title: summary,
      st: compact(start),
      et: compact(end),
      desc: description,
      in_loc: location,
    }),
  }
}
