import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pauseOwed } from '@/backup/pause-owed'
import { oweMeetingMails } from '@/booking/follow-up/mails'
import { oweReminders } from '@/booking/follow-up/reminders'
import { sweepMeetings } from '@/booking/follow-up/sweep'
import { deliverDue } from '@/mail/deliver'
import { releasePaused } from '@/mail/release'
import type { Email, Host, Meeting } from '@/payload-types'
import { createHost, meeting as meetingData } from '../support/booking'
import { readCalendar } from '../support/calendar-file'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'

const HOUR = 3_600_000

let payload: Payload
let server: Awaited<ReturnType<typeof mailServer>>
let minh: Host
let lan: Host

beforeAll(async () => {
  payload = await contractPayload()
  await payload.updateGlobal({
    slug: 'settings',
    data: { companyName: 'Example Agency', email: 'hello@example.com', senderAddress: 'site@example.com' },
  })
  minh = await createHost(payload, { name: 'Minh' })
  lan = await createHost(payload, { name: 'Lan' })
  server = await mailServer()
})

afterAll(async () => {
  await server.close()
})

/** A meeting that begins so many hours from now. */
function book(hours: number, change: Partial<RequiredDataFromCollectionSlug<'meetings'>> = {}): Promise<Meeting> {
  const start = new Date(Date.now() + hours * HOUR)
  const end = new Date(start.getTime() + HOUR / 2)
  const snapshot = { location: { kind: 'video', details: 'https://meet.example.com/1' } }
  const data = meetingData({
    start: start.toISOString(),
    end: end.toISOString(),
    hosts: [minh.id],
    snapshot,
    ...change,
  })
  return payload.create({ collection: 'meetings', data, depth: 0 })
}

/** What a command writes; by the adapter, as commands do. */
async function change({ id }: Meeting, data: Partial<Meeting>): Promise<Meeting> {
  await payload.db.updateOne({ collection: 'meetings', id, data })
  return payload.findByID({ collection: 'meetings', id, depth: 0 })
}

async function owed({ id }: Meeting): Promise<Email[]> {
  const where = { meeting: { equals: id } }
  return (await payload.find({ collection: 'emails', where, sort: 'id', pagination: false, depth: 0, joins: false }))
    .docs
}

const keys = async (meeting: Meeting) =>
  (await owed(meeting)).map(({ key }) => key.replace(`meeting:${meeting.id}:`, '').replace(minh.id, 'minh')).sort()

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)
const tell = (meeting: Meeting) => oweMeetingMails(payload, meeting, new Date())

describe('a meeting that was booked', () => {
  it('is confirmed to the guest, those they invited, and the host, once however often it is said', async () => {
    const meeting = await book(48, { guests: ['ben@example.org'] })
    await Promise.all(Array.from({ length: 5 }, () => tell(meeting)))
    await tell(meeting)
    expect(await keys(meeting)).toEqual(['confirmation:0:guest', 'confirmation:0:guest-2', 'confirmation:0:host-minh'])
  })

  it('arrives as an invitation', async () => {
    await payload.db.deleteMany({ collection: 'emails', where: {} })
    const meeting = await book(48, { name: 'Ann "The Boss" Lee, 👋', email: 'ann.arrives@example.org' })
    await tell(meeting)
    await deliverDue(payload, server.transport)
    const mail = server.arrived.find(({ to }) => [to].flat()[0]?.value[0]?.address === 'ann.arrives@example.org')
    expect(mail?.source).toMatch(/text\/calendar; charset=utf-8;\s+method=REQUEST/)
    const { text, attendees } = readCalendar(mail?.attachments[0]?.content.toString('utf8') ?? '')
    expect(text('uid')).toBe(meeting.uid)
    expect(attendees[0]).toMatchObject({ address: 'ann.arrives@example.org', name: 'Ann “The Boss” Lee, 👋' })
  })

  it('that is over, or took place, tells nobody anything', async () => {
    const over = await book(-2)
    const held = await book(48, { status: 'held' })
    await Promise.all([tell(over), tell(held)])
    expect([...(await keys(over)), ...(await keys(held))]).toEqual([])
  })
})

describe('a meeting that was moved twice and cancelled', () => {
  it('is told of each time under rising sequences, and withdrawn from the calendar of a host who has it no more', async () => {
    let meeting = await book(48)
    await tell(meeting)
    meeting = await change(meeting, { sequence: 1, start: inHours(72).toISOString(), end: inHours(73).toISOString() })
    await tell(meeting)
    meeting = await change(meeting, { sequence: 2, hosts: [lan.id] })
    await tell(meeting)
    meeting = await change(meeting, {
      sequence: 3,
      status: 'cancelled',
      cancelledBy: 'staff',
      cancelReason: 'Lan is ill',
    })
    await tell(meeting)
    await tell(meeting)
    const mails = await owed(meeting)
    const story = (address: string) =>
      mails
        .filter(({ to }) => to?.address === address)
        .map(({ calendar, calendarMethod }) => `${calendarMethod} ${readCalendar(calendar ?? '').text('sequence')}`)
    const addressOf = async ({ user }: Host) =>
      (await payload.findByID({ collection: 'users', id: String(user), depth: 0 })).email
    expect(story('ann@example.com')).toEqual(['REQUEST 0', 'REQUEST 1', 'REQUEST 2', 'CANCEL 3'])
    expect(story(await addressOf(minh))).toEqual(['REQUEST 0', 'REQUEST 1', 'CANCEL 2'])
    expect(story(await addressOf(lan))).toEqual(['REQUEST 2', 'CANCEL 3'])
    expect(mails.at(-1)?.text).toContain('> Lan is ill')
    const withdrawn = mails.find(({ kind }) => kind === 'meeting-withdrawal')
    const { attendees } = readCalendar(withdrawn?.calendar ?? '')
    expect(attendees.map(({ address }) => address)).toEqual([await addressOf(minh)])
  })
})

describe('a colleague whose address changes', () => {
  it('is told at the new one, once, and the old calendar is cleared', async () => {
    const huy = await createHost(payload, { name: 'Huy' })
    const user = { collection: 'users', id: String(huy.user), depth: 0 } as const
    const { email } = await payload.findByID(user)
    const meeting = await book(48, { hosts: [huy.id] })
    await tell(meeting)
    await payload.update({ ...user, data: { email: 'huy.new@example.com' } })
    await tell(meeting)
    await tell(meeting)
    const story = (await owed(meeting))
      .filter(({ to }) => to?.address !== 'ann@example.com')
      .map(({ to, calendarMethod }) => [to?.address, calendarMethod])
    expect(story).toEqual([
      [email, 'REQUEST'],
      [email, 'CANCEL'],
      ['huy.new@example.com', 'REQUEST'],
    ])
  })
})

describe('a lead that was deleted', () => {
  it('does not come back with its meeting, of which all are told as before', async () => {
    const meeting = await book(48, { email: 'deleted.lead@example.com' })
    await sweepMeetings(payload, inHours(-1))
    const { lead } = await payload.findByID({ collection: 'meetings', id: meeting.id, depth: 0 })
    await payload.delete({ collection: 'leads', id: String(lead) })
    await change(meeting, { status: 'cancelled', sequence: 1 })
    await sweepMeetings(payload, inHours(-1))
    expect((await payload.findByID({ collection: 'meetings', id: meeting.id, depth: 0 })).lead ?? null).toBeNull()
    const where = { value: { equals: 'deleted.lead@example.com' } }
    expect((await payload.count({ collection: 'contact-points', where })).totalDocs).toBe(0)
    expect(await keys(meeting)).toContain('cancellation:1:guest')
  })
})

describe('a crash', () => {
  it('that left mails out is made good, and what is whole is left alone', async () => {
    await payload.db.deleteMany({ collection: 'meetings', where: {} })
    const whole = await book(48)
    await tell(whole)
    const half = await book(48)
    await tell(half)
    const last = (await owed(half)).find(({ key }) => key.endsWith(':guest'))
    await payload.db.deleteMany({ collection: 'emails', where: { id: { equals: last?.id } } })
    const none = await book(48)
    await sweepMeetings(payload, inHours(-1))
    await sweepMeetings(payload, inHours(-1))
    for (const meeting of [whole, half, none]) {
      expect(await keys(meeting)).toEqual(['confirmation:0:guest', 'confirmation:0:host-minh'])
    }
  })
})

describe('reminders', () => {
  const reminders = async (meeting: Meeting) => (await keys(meeting)).filter((key) => key.startsWith('reminder'))
  const booked = async (hours: number, extra: Parameters<typeof book>[1] = {}) => {
    await payload.db.deleteMany({ collection: 'meetings', where: {} })
    const meeting = await book(hours, extra)
    await tell(meeting)
    return meeting
  }

  it('go to the guest and those they invited, a day and an hour before, once over all processes', async () => {
    const meeting = await booked(30, { guests: ['ben@example.org'] })
    expect(await oweReminders(payload, inHours(5.9))).toBe(0)
    await Promise.all(Array.from({ length: 5 }, () => oweReminders(payload, inHours(6.1))))
    await oweReminders(payload, inHours(8))
    expect(await reminders(meeting)).toEqual(['reminder-24h:0:guest', 'reminder-24h:0:guest-2'])
    await oweReminders(payload, inHours(29.1))
    expect((await reminders(meeting)).filter((key) => key.startsWith('reminder-1h'))).toHaveLength(2)
    expect(await oweReminders(payload, inHours(30.1))).toBe(0)
  })

  it('are not owed for a moment that had passed when the meeting was booked', async () => {
    const meeting = await booked(10)
    expect(await oweReminders(payload, inHours(0.1))).toBe(0)
    expect(await oweReminders(payload, inHours(9.5))).toBe(1)
    expect(await reminders(meeting)).toEqual(['reminder-1h:0:guest'])
  })

  it('are not owed for a meeting that was cancelled, nor for the time that it had before', async () => {
    const cancelled = await change(await booked(30), { status: 'cancelled', sequence: 1 })
    expect(await oweReminders(payload, inHours(7))).toBe(0)
    const moved = await change(await booked(30), {
      sequence: 1,
      start: inHours(60).toISOString(),
      end: inHours(61).toISOString(),
    })
    await tell(moved)
    expect(await oweReminders(payload, inHours(7))).toBe(0)
    expect(await oweReminders(payload, inHours(37))).toBe(1)
    expect(await reminders(cancelled)).toEqual([])
    expect(await reminders(moved)).toEqual(['reminder-24h:1:guest'])
  })

  it('are not sent once the next one, or the meeting, has come', async () => {
    const meeting = await booked(30)
    await oweReminders(payload, inHours(7))
    const [early] = (await owed(meeting)).filter(({ kind }) => kind === 'meeting-reminder')
    expect(Date.parse(early?.notAfter ?? '')).toBe(Date.parse(meeting.start) - HOUR)
    await oweReminders(payload, inHours(29.5))
    const last = (await owed(meeting)).filter(({ kind }) => kind === 'meeting-reminder').at(-1)
    expect(last?.notAfter).toBe(meeting.start)
    // The server was away for a day.
    await payload.update({ collection: 'emails', id: String(last?.id), data: { notAfter: inHours(-1).toISOString() } })
    while ((await deliverDue(payload, server.transport)) > 0);
    const states = (await owed(meeting)).map(({ key, state }) => [key.split(':')[2], state])
    expect(states).toContainEqual(['reminder-1h', 'late'])
    expect(states).toContainEqual(['reminder-24h', 'sent'])
  })

  it('of a backup wait for an admin, and go at their own time once released', async () => {
    const meeting = await booked(30)
    const cancelled = await book(40)
    await pauseOwed(payload, new Date())
    const states = async (of: Meeting) =>
      (await owed(of)).map(({ key, state }) => `${key.split(':')[2]} ${state}`).sort()
    const all = ['confirmation paused', 'confirmation paused', 'reminder-1h paused', 'reminder-24h paused']
    expect(await states(meeting)).toEqual(all)
    expect(await states(cancelled)).toEqual(all)
    expect(await oweReminders(payload, inHours(7))).toBe(0)
    // Somebody cancels once the site is back: what was foreseen for the old time is not needed any more.
    await tell(await change(cancelled, { status: 'cancelled', sequence: 1 }))
    expect((await states(cancelled)).filter((state) => state.startsWith('reminder'))).toEqual([])
    await releasePaused(payload)
    while ((await deliverDue(payload, server.transport)) > 0);
    expect(await states(meeting)).toEqual([
      'confirmation sent',
      'confirmation sent',
      'reminder-1h queued',
      'reminder-24h queued',
    ])
    const due = (await owed(meeting)).flatMap(({ kind, nextAttemptAt }) =>
      kind === 'meeting-reminder'
        ? [Math.round((Date.parse(meeting.start) - Date.parse(nextAttemptAt ?? '')) / HOUR)]
        : [],
    )
    expect(due.sort()).toEqual([1, 24])
  })

  it('that no server took yet are dropped when the meeting is cancelled', async () => {
    const meeting = await booked(30)
    await oweReminders(payload, inHours(7))
    const [reminder] = (await owed(meeting)).filter(({ kind }) => kind === 'meeting-reminder')
    const attempt = {
      lease: `${reminder?.id}:1`,
      email: reminder?.id ?? '',
      number: 1,
      startedAt: new Date().toISOString(),
    }
    await payload.create({ collection: 'email-attempts', data: attempt })
    await tell(await change(meeting, { status: 'cancelled', sequence: 1 }))
    expect(await reminders(meeting)).toEqual([])
  })
})
