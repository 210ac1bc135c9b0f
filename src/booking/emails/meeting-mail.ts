import { withoutAutolinks } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import type { OwedMail } from '@/mail/outbox'
import { formatPeriod } from '@/site/dates'
import { messages } from '@/site/messages'
import type { MeetingMailTexts } from '@/site/messages/en-meeting-mails'
import { calendarLinks } from '../calendar/calendar-links'
import { type InvitationMethod, invitation } from '../calendar/invitation'
import { zoneWords } from '../page/time-zones'
import { calendarMeeting } from './calendar-meeting'
import { placeOf } from './place'
import { type Reader, shownName, type ToldMeeting } from './told-meeting'

/**
 * What happened to a meeting, for one of its readers: `withdrawal` when it goes on without them, `choose-again` when the
 * agency cannot keep its time and asks the guest for another one.
 */
export type MeetingNews = 'confirmation' | 'move' | 'cancellation' | 'withdrawal' | 'reminder' | 'choose-again'

/** News of which guests alone hear. */
type GuestNews = 'reminder' | 'choose-again'

const METHODS: Record<MeetingNews, InvitationMethod | undefined> = {
  confirmation: 'REQUEST',
  move: 'REQUEST',
  cancellation: 'CANCEL',
  withdrawal: 'CANCEL',
  reminder: undefined,
  'choose-again': undefined,
}

const filled = (rows: [label: string, value: string | null | undefined][]) =>
  rows.filter((row): row is [string, string] => Boolean(row[1]))

/** The reason of a cancellation, for the other side: what a guest wrote is not carried to those they named. */
function reasonFor({ role }: Reader, { meeting }: ToldMeeting, texts: MeetingMailTexts): MailBlock[] {
  const { cancelReason, cancelledBy } = meeting
  const isTold = Boolean(cancelReason) && (role === 'host' || cancelledBy === 'staff')
  return isTold ? [{ paragraph: `${texts.reason}:` }, { quote: cancelReason ?? '' }] : []
}

/** When and where, by the clock of the reader. */
function facts(told: ToldMeeting, { timeZone, locale, role }: Reader, texts: MeetingMailTexts): MailBlock {
  const { meeting, hosts, guests, answers } = told
  const rows: [string, string | null | undefined][] = [
    [texts.what, meeting.typeName],
    [texts.when, formatPeriod(meeting.start, meeting.end, locale, timeZone)],
    [texts.zone, zoneWords(timeZone, locale, Date.parse(meeting.start))],
    [texts.where, placeOf(told, texts).place],
    [texts.who, hosts.map(({ name }) => name).join(', ')],
  ]
  if (role !== 'host') return { facts: filled(rows) }
  const typed = filled([
    [texts.guestLabel, meeting.name],
    [texts.company, meeting.company],
    [texts.phone, meeting.phone],
    ...answers.map(({ label, value }): [string, string] => [label, value]),
  ])
  return {
    facts: [
      ...filled(rows),
      ...typed.map(([label, value]) => [label, withoutAutolinks(value)] as const),
      ...filled([
        [texts.email, meeting.email],
        [texts.guests, guests.join(', ')],
      ]),
    ],
  }
}

/** Ways to put it into a calendar where the mail program did not. */
function webCalendars(told: ToldMeeting, reader: Reader, texts: MeetingMailTexts): MailBlock[] {
  const links = Object.entries(calendarLinks(calendarMeeting(told, reader)))
  const labels: Record<string, string> = texts.calendars
  return [{ note: texts.addTo }, { links: links.map(([name, url]) => ({ label: labels[name] ?? name, url })) }]
}

function forGuest(told: ToldMeeting, reader: Reader, news: MeetingNews, texts: MeetingMailTexts): MailBlock[] {
  const { meeting, links } = told
  const isOver = news === 'cancellation' || news === 'withdrawal'
  const said = texts.guest[news]
  const blocks: MailBlock[] = [
    { paragraph: texts.greeting(reader.mailbox.name ?? '') },
    { paragraph: typeof said === 'string' ? said : said(meeting.cancelledBy ?? 'staff') },
    ...(news === 'cancellation' ? reasonFor(reader, told, texts) : []),
    facts(told, reader, texts),
  ]
  if (news === 'choose-again') {
    blocks.push(
      { link: { label: texts.chooseAgain, url: links.move } },
      { links: [{ label: texts.orCancel, url: links.manage }] },
    )
  } else if (isOver) {
    if (reader.role === 'guest') blocks.push({ link: { label: texts.bookAgain, url: links.book } })
  } else if (reader.role === 'guest') {
    blocks.push({ link: { label: texts.manage, url: links.manage } }, { paragraph: texts.decline })
  } else {
    blocks.push({ paragraph: texts.declineInvited })
  }
  if (news === 'confirmation' || news === 'move') blocks.push(...webCalendars(told, reader, texts))
  return [...blocks, ...(told.company ? [{ paragraph: told.company }] : []), { note: texts.notYou }]
}

function forHost(
  told: ToldMeeting,
  reader: Reader,
  news: Exclude<MeetingNews, GuestNews>,
  texts: MeetingMailTexts,
): MailBlock[] {
  const guest = withoutAutolinks(told.meeting.name)
  return [
    { paragraph: texts.host[news](guest, told.meeting.cancelledBy ?? 'staff') },
    ...(news === 'cancellation' ? reasonFor(reader, told, texts) : []),
    facts(told, reader, texts),
    { link: { label: texts.openInAdmin, url: told.links.admin } },
    ...(news === 'confirmation' || news === 'move' ? [{ note: texts.declineHost }] : []),
  ]
}

/**
 * The mail that tells a reader what happened to a meeting, with the file that tells their calendar. Of what the guest
 * typed, those whom the guest names read nothing that could be a link: anybody can enter anybody's address.
 */
export async function meetingMail(
  told: ToldMeeting,
  reader: Reader,
  news: MeetingNews,
): Promise<Pick<OwedMail, 'subject' | 'text' | 'html' | 'replyTo' | 'calendar' | 'calendarMethod'>> {
  const { meeting, organizer } = told
  const texts = messages(reader.locale).meetingMails
  const isHost = reader.role === 'host' && news !== 'reminder' && news !== 'choose-again'
  const blocks = isHost ? forHost(told, reader, news, texts) : forGuest(told, reader, news, texts)
  const when = formatPeriod(meeting.start, meeting.end, reader.locale, reader.timeZone)
  const method = METHODS[news]
  const entry = calendarMeeting(told, reader, news === 'withdrawal' ? [reader.mailbox] : undefined)
  return {
    subject: texts.subjects[news](meeting.typeName, when),
    ...(await renderMail(blocks, reader.locale)),
    replyTo: isHost ? { name: shownName(meeting.name), address: meeting.email } : organizer,
    ...(method ? { calendar: invitation(entry, method), calendarMethod: method } : {}),
  }
}
