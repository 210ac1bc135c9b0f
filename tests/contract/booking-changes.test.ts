import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { book, cancel, reschedule } from '@/booking/actions'
import { sweepMeetings } from '@/booking/follow-up/sweep'
import { availabilityToMove, meetingOfToken } from '@/booking/queries'
import type { MeetingType } from '@/payload-types'
import { bookingRequest, bookingTools, clock, DAY, flawsOf, meetingsOf, NOW } from '../support/bookings'
import { readCalendar } from '../support/calendar-file'
import { contractPayload } from '../support/contract'

let payload: Payload
let typeWith: ReturnType<typeof bookingTools>['typeWith']
let booked: ReturnType<typeof bookingTools>['booked']
let times: ReturnType<typeof bookingTools>['times']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ typeWith, booked, times } = bookingTools(payload))
})

describe('moving', () => {
  it('frees the old time and holds the new, as one and the same meeting', async () => {
    const { slug, hosts } = await typeWith(1, { limitPerDay: 1 })
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const result = await reschedule(payload, meeting.id, Date.parse('2027-01-14T10:30Z'), NOW)
    expect(result).toMatchObject({
      state: 'moved',
      meeting: {
        id: meeting.id,
        uid: meeting.uid,
        sequence: 1,
        start: '2027-01-14T10:30:00.000Z',
        end: '2027-01-14T11:00:00.000Z',
      },
    })
    expect(await flawsOf(payload, hosts)).toEqual([])
    const other = await reschedule(payload, meeting.id, Date.parse('2027-01-15T10:30Z'), NOW)
    expect(other).toMatchObject({ state: 'moved', meeting: { sequence: 2 } })
    expect(await flawsOf(payload, hosts)).toEqual([])
    expect(await times(slug)).toContain('10:00')
  })

  it('lists and takes exactly what would be free without the meeting', async () => {
    const { slug } = await typeWith(1, { bufferBefore: 30, limitPerDay: 2 })
    const free = await times(slug)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const list = await availabilityToMove(payload, meeting, DAY, NOW)
    expect(list.map(({ start }) => clock(start))).toEqual(free)
    expect(await reschedule(payload, meeting.id, Date.parse('2027-01-14T10:10Z'), NOW)).toMatchObject({
      state: 'taken',
    })
    expect(await reschedule(payload, meeting.id, Date.parse('2027-01-14T09:30Z'), NOW)).toMatchObject({
      state: 'moved',
    })
  })

  it('is told by the organizer of the invitation, whatever the address of the agency is by then', async () => {
    const settings = (email: string) => payload.updateGlobal({ slug: 'settings', data: { email } })
    await settings('before@example.com')
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    await settings('after@example.com')
    await reschedule(payload, meeting.id, Date.parse('2027-01-14T12:00Z'), NOW)
    await settings('hello@example.com')
    await cancel(payload, meeting.id, { by: 'guest', reason: '' }, NOW)
    const where: Where = { and: [{ meeting: { equals: meeting.id } }, { calendarMethod: { exists: true } }] }
    const { docs } = await payload.find({ collection: 'emails', where, pagination: false, depth: 0, joins: false })
    const organizers = docs.map(({ calendar }) => readCalendar(calendar ?? '').text('organizer'))
    expect(organizers).toHaveLength(6)
    expect(new Set(organizers)).toEqual(new Set(['mailto:before@example.com']))
  })

  it('to a time that somebody has changes nothing', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    await booked(slug, '2027-01-14T11:00Z')
    const result = await reschedule(payload, meeting.id, Date.parse('2027-01-14T11:00Z'), NOW)
    expect(result.state === 'taken' && result.nearest.length).toBe(5)
    expect(await payload.findByID({ collection: 'meetings', id: meeting.id })).toMatchObject({
      sequence: 0,
      start: meeting.start,
    })
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('races with a booking of the same time: one of them gets it', async () => {
    const { slug, type, hosts } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const start = Date.parse('2027-01-14T12:00Z')
    await Promise.all([reschedule(payload, meeting.id, start, NOW), book(payload, bookingRequest(slug, start), NOW)])
    expect((await meetingsOf(payload, type.id)).filter((one) => Date.parse(one.start) === start)).toHaveLength(1)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('keeps the rules it was booked with, also when its type has others or is not offered any more', async () => {
    const { slug, type } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    await payload.update({ collection: 'meeting-types', id: type.id, data: { length: 60, active: false } })
    const result = await reschedule(payload, meeting.id, Date.parse('2027-01-14T16:30Z'), NOW)
    expect(result).toMatchObject({ state: 'moved', meeting: { end: '2027-01-14T17:00:00.000Z' } })
  })

  it('is over when the meeting has begun or was cancelled', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const start = Date.parse('2027-01-14T16:00Z')
    expect(await reschedule(payload, meeting.id, start, new Date('2027-01-14T10:00Z'))).toEqual({ state: 'closed' })
    await cancel(payload, meeting.id, { by: 'guest' }, NOW)
    expect(await reschedule(payload, meeting.id, start, NOW)).toEqual({ state: 'closed' })
    expect(await reschedule(payload, 'nobody', start, NOW)).toEqual({ state: 'closed' })
  })

  it('is not undone by a colleague who saves what they opened before', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const { start, end, sequence } = meeting
    await reschedule(payload, meeting.id, Date.parse('2027-01-14T16:00Z'), NOW)
    await payload.update({ collection: 'meetings', id: meeting.id, data: { start, end, sequence, notes: 'Likes Go' } })
    const saved = await payload.findByID({ collection: 'meetings', id: meeting.id })
    expect(saved).toMatchObject({ start: '2027-01-14T16:00:00.000Z', sequence: 1, notes: 'Likes Go' })
    expect(await flawsOf(payload, hosts)).toEqual([])
  })
})

describe('cancelling', () => {
  it('frees the time and the place, says so on the timeline, and is done once', async () => {
    const { slug, hosts } = await typeWith(1, { limitPerDay: 1 })
    const request = bookingRequest(slug, '2027-01-14T10:00Z')
    const first = await book(payload, request, NOW)
    const id = first.state === 'booked' ? first.meeting.id : ''
    const result = await cancel(payload, id, { by: 'guest', reason: 'I am ill' }, NOW)
    expect(result).toMatchObject({
      state: 'cancelled',
      meeting: { status: 'cancelled', sequence: 1, cancelledBy: 'guest' },
    })
    expect(await cancel(payload, id, { by: 'staff' }, NOW)).toMatchObject({
      meeting: { sequence: 1, cancelReason: 'I am ill' },
    })
    expect(await flawsOf(payload, hosts)).toEqual([])
    const { lead } = await payload.findByID({ collection: 'meetings', id, depth: 0 })
    const events = await payload.find({ collection: 'lead-events', where: { lead: { equals: lead } }, sort: 'at' })
    expect(events.docs.map(({ text }) => text)).toEqual([
      expect.stringContaining('Booked: '),
      expect.stringMatching(/^Cancelled by the guest: .*: I am ill$/),
    ])
    // The same page may book the time again.
    expect(await book(payload, request, NOW)).toMatchObject({ state: 'booked', repeat: false })
  })

  it('is over when the meeting has begun', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    expect(await cancel(payload, meeting.id, { by: 'guest' }, new Date('2027-01-14T10:10Z'))).toEqual({
      state: 'closed',
    })
  })
})

describe('a manage link', () => {
  it('finds its meeting until a day after it, and nothing else does', async () => {
    const { slug } = await typeWith(1)
    const result = await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)
    const { token, meeting } = result.state === 'booked' ? result : { token: '', meeting: undefined }
    expect((await meetingOfToken(payload, token, NOW))?.id).toBe(meeting?.id)
    expect(token).toMatch(/^[\w-]{43}$/)
    for (const wrong of ['', meeting?.id ?? '', meeting?.manageTokenHash ?? '', `${token}x`]) {
      expect(await meetingOfToken(payload, wrong, NOW)).toBeUndefined()
    }
    expect(await meetingOfToken(payload, token, new Date('2027-01-15T10:31Z'))).toBeUndefined()
  })
})

describe('what a crash leaves', () => {
  const claim = (key: string, meeting: string, expiresAt: string) =>
    payload.create({ collection: 'meeting-claims', data: { key, meeting, request: 'dead', expiresAt } })
  const PAST = new Date(NOW.getTime() - 1).toISOString()
  const SOON = new Date(NOW.getTime() + 30_000).toISOString()
  const FOREVER = '9999-12-31T00:00:00.000Z'
  const sweep = (type: MeetingType) => sweepMeetings(payload, new Date(type.createdAt), NOW)

  it('before the meeting blocks the time for a minute, and not longer', async () => {
    const { slug, hosts } = await typeWith(1)
    await claim(`${hosts[0]}/cell/2027-01-14T10:00Z`, 'never stored', SOON)
    expect(await times(slug)).not.toContain('10:00')
    expect((await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)).state).toBe('taken')
    const later = new Date(NOW.getTime() + 60_000)
    expect((await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), later)).state).toBe('booked')
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('before the meeting is cleared away', async () => {
    const { type, hosts } = await typeWith(1)
    await claim(`${hosts[0]}/cell/2027-01-14T10:00Z`, 'never stored', PAST)
    await claim(`${hosts[0]}/day/2027-01-14/1`, 'never stored', PAST)
    await sweep(type)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('after the meeting keeps the time, past the end of the claims', async () => {
    const { slug, type, hosts } = await typeWith(1)
    const { id } = await booked(slug, '2027-01-14T10:00Z')
    const where = { meeting: { equals: id } }
    await payload.update({ collection: 'meeting-claims', where, data: { expiresAt: PAST } })
    expect((await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)).state).toBe('taken')
    await sweep(type)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('in the middle of a move or a cancellation is put right', async () => {
    const { slug, type, hosts } = await typeWith(1)
    const moved = await booked(slug, '2027-01-14T10:00Z')
    // The old time of a move is still held, and so is all of a cancelled meeting.
    await claim(`${hosts[0]}/cell/2027-01-14T15:00Z`, moved.id, FOREVER)
    // The new time of a move that never happened.
    await claim(`${hosts[0]}/cell/2027-01-14T15:05Z`, moved.id, PAST)
    const cancelled = await booked(slug, '2027-01-14T12:00Z')
    await cancel(payload, cancelled.id, { by: 'guest' }, NOW)
    await claim(`${hosts[0]}/cell/2027-01-14T12:00Z`, cancelled.id, FOREVER)
    // What is free can be booked even before anybody tidies up.
    expect((await book(payload, bookingRequest(slug, '2027-01-14T12:00Z'), NOW)).state).toBe('booked')
    await sweep(type)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('of a meeting that lost its claims is claimed again', async () => {
    const { slug, type, hosts } = await typeWith(1, { limitPerDay: 2 })
    const { id } = await booked(slug, '2027-01-14T10:00Z')
    await payload.db.deleteMany({ collection: 'meeting-claims', where: { meeting: { equals: id } } })
    await sweep(type)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('between the meeting and its lead is made good', async () => {
    const { slug, type } = await typeWith(1)
    const { id } = await booked(slug, '2027-01-14T10:00Z')
    await payload.db.updateOne({ collection: 'meetings', id, data: { lead: null } })
    await payload.delete({ collection: 'emails', where: { meeting: { equals: id } } })
    await sweep(type)
    expect((await payload.findByID({ collection: 'meetings', id, depth: 0 })).lead).toBeTruthy()
  })
})
