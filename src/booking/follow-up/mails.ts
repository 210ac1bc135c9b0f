import type { Payload } from 'payload'
import { wakeDeliverer } from '@/mail/deliverer'
import { type OwedMail, owe } from '@/mail/outbox'
import type { Email, Meeting } from '@/payload-types'
import { type MeetingNews, meetingMail } from '../emails/meeting-mail'
import { type Reader, readersOf, type ToldMeeting } from '../emails/told-meeting'
import { tellMeeting } from './tell-meeting'

/** Names a mail for good: what a reader is told of one state of a meeting is told once. */
export const mailKey = ({ id, sequence }: Pick<Meeting, 'id' | 'sequence'>, news: string, reader: string) =>
  `meeting:${id}:${news}:${sequence}:${reader}`

/** What the present state of a meeting is to those who know the one before. */
export const newsOf = ({ status, sequence }: Pick<Meeting, 'status' | 'sequence'>): MeetingNews =>
  status === 'cancelled' ? 'cancellation' : sequence === 0 ? 'confirmation' : 'move'

/** Whether there is still something to tell: a meeting that is over needs no invitation any more. */
export const isTold = ({ status, end }: Pick<Meeting, 'status' | 'end'>, now: Date) =>
  (status === 'confirmed' || status === 'cancelled') && Date.parse(end) > now.getTime()

/** The mails of a meeting that change calendars, in the order in which they were written. */
async function calendarMails(payload: Payload, meeting: string): Promise<Email[]> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: { and: [{ meeting: { equals: meeting } }, { calendarMethod: { in: ['REQUEST', 'CANCEL'] } }] },
    // Ids rise with time.
    sort: 'id',
    limit: 0,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: true,
  })
  return docs
}

/** Those whose calendar holds the meeting though they are invited no more: the host that it was taken from. */
function formerReaders(mails: Email[], readers: Reader[], { meeting, agencyLocale, hosts }: ToldMeeting): Reader[] {
  const present = new Set(readers.map(({ mailbox }) => mailbox.address.toLowerCase()))
  const latest = new Map(mails.map((mail) => [mail.to?.address?.toLowerCase() ?? '', mail]))
  return [...latest].flatMap(([address, { calendarMethod, key }]) => {
    if (!address || calendarMethod === 'CANCEL' || present.has(address)) return []
    const isHost = key.includes(':host-')
    // Their own clock is not known any more: colleagues read that of the one who took over.
    const timeZone = (isHost ? hosts[0]?.timeZone : undefined) ?? meeting.timeZone
    const locale = isHost ? agencyLocale : meeting.locale
    return [{ role: isHost ? 'host' : 'invited', key: `former-${address}`, mailbox: { address }, timeZone, locale }]
  })
}

/** Owes a reader a mail, unless they are owed it already. */
export async function tell(
  payload: Payload,
  told: ToldMeeting,
  reader: Reader,
  news: MeetingNews,
  key: string,
  when: Pick<OwedMail, 'notAfter' | 'pausedUntil'> = {},
): Promise<void> {
  const { id, lead } = told.meeting
  await owe(payload, {
    key,
    kind: `meeting-${news}`,
    to: reader.mailbox,
    ...(await meetingMail(told, reader, news)),
    meeting: id,
    ...when,
    ...(typeof lead === 'string' ? { lead } : {}),
  })
}

/**
 * Writes the mails that a meeting owes in its present state to the outbox: to the guest, those they invited and the
 * hosts, and to whoever is invited no longer. It may be said again and again; each mail is owed once.
 */
export async function oweMeetingMails(payload: Payload, meeting: Meeting, now: Date): Promise<void> {
  if (!isTold(meeting, now)) return
  const [told, written] = await Promise.all([tellMeeting(payload, meeting), calendarMails(payload, meeting.id)])
  const news = newsOf(meeting)
  const readers = readersOf(told)
  if (news !== 'confirmation') await dropReminders(payload, meeting)
  for (const reader of formerReaders(written, readers, told)) {
    await tell(payload, told, reader, 'withdrawal', mailKey(meeting, 'withdrawal', reader.key))
  }
  // The guest last: their mail says that everybody is told.
  for (const reader of readers.toReversed()) {
    const key = mailKey(meeting, news, reader.key)
    const address = reader.mailbox.address.toLowerCase()
    const isKnown = written.some((mail) => mail.key.startsWith(key) && mail.to?.address?.toLowerCase() === address)
    // A host's account may have another address by now; what went to the one before does not count.
    const isReplaced = !isKnown && written.some((mail) => mail.key === key)
    if (!isKnown) await tell(payload, told, reader, news, isReplaced ? `${key}:${address}` : key)
  }
  wakeDeliverer()
}

/** Reminders of a time that holds no longer: those which a mail server would not take while it did, or nobody released. */
async function dropReminders(payload: Payload, { id, sequence }: Meeting): Promise<void> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: {
      and: [
        { meeting: { equals: id } },
        { kind: { equals: 'meeting-reminder' } },
        { state: { in: ['queued', 'paused'] } },
      ],
    },
    limit: 0,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: true,
  })
  const stale = docs.filter(({ key }) => !key.includes(`:${sequence}:`)).map((mail) => mail.id)
  if (stale.length === 0) return
  // Attempts first: SQLite keeps a mail while one needs it.
  await payload.db.deleteMany({ collection: 'email-attempts', where: { email: { in: stale } } })
  await payload.db.deleteMany({ collection: 'emails', where: { id: { in: stale } } })
}
