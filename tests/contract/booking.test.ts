import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { book, cancel, reschedule } from '@/booking/actions'
import { sweepMeetings } from '@/booking/follow-up/sweep'
import { availability, availabilityToMove, hostsOf, meetingOfToken, snapshotOf } from '@/booking/queries'
import type { Meeting, MeetingType } from '@/payload-types'
import { createHost, createMeetingType } from '../support/booking'
import { bookingRequest, flawsOf, meetingsOf } from '../support/bookings'
import { contractPayload } from '../support/contract'

const NOW = new Date('2027-01-11T00:00:00Z')
const DAY = { from: Date.parse('2027-01-14T00:00Z'), to: Date.parse('2027-01-15T00:00Z') }

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

async function typeWith(hosts: number, extra: Parameters<typeof createMeetingType>[2] = {}) {
  const made = await Promise.all(Array.from({ length: hosts }, () => createHost(payload)))
  const ids = made.map(({ id }) => id)
  const type = await createMeetingType(payload, ids, extra)
  return { type, slug: type.slug ?? '', hosts: ids }
}

async function booked(slug: string, start: string): Promise<Meeting> {
  const result = await book(payload, bookingRequest(slug, start), NOW)
  if (result.state !== 'booked') throw new Error(`${start} is ${result.state}`)
  return result.meeting
}

const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16)
const times = async (slug: string) => (await availability(payload, slug, DAY, NOW))?.map(({ start }) => clock(start))

/** Does the same many times at once, and counts the outcomes. */
async function outcomes(requests: ReturnType<typeof bookingRequest>[]): Promise<Record<string, number>> {
  const results = await Promise.all(requests.map((request) => book(payload, request, NOW)))
  return results.reduce<Record<string, number>>((sum, { state }) => ({ ...sum, [state]: (sum[state] ?? 0) + 1 }), {})
}

describe('booking', () => {
  it('stores the meeting with what it was booked by, and its time is listed no longer', async () => {
    const { slug, type, hosts } = await typeWith(1, { bufferAfter: 15 })
    const request = bookingRequest(slug, '2027-01-14T10:00Z', {
      guests: ['bo@example.com'],
      answers: [{ key: 'about', label: 'What is it about?', value: 'A “site”, with 🙂' }],
      attribution: { article: 'why-go' },
    })
    const result = await book(payload, request, NOW)
    expect(result).toMatchObject({
      state: 'booked',
      repeat: false,
      meeting: {
        status: 'confirmed',
        start: '2027-01-14T10:00:00.000Z',
        end: '2027-01-14T10:30:00.000Z',
        typeName: type.name,
        hosts,
        guests: ['bo@example.com'],
        sequence: 0,
        timeZone: 'Asia/Kolkata',
      },
    })
    const [meeting] = await meetingsOf(payload, type.id)
    expect(meeting && snapshotOf(meeting)).toMatchObject({ length: 30, bufferAfter: 15, location: { kind: 'video' } })
    expect(meeting?.uid).toBe(`${meeting?.id}@${new URL(process.env.SITE_URL ?? 'http://localhost').hostname}`)
    expect(await times(slug)).not.toContain('10:00')
    // 10:30 falls into the free time after; 09:30 would need its own, which falls into the meeting.
    expect(await times(slug)).toEqual(expect.arrayContaining(['09:00', '11:00']))
    for (const near of ['09:30', '10:30']) expect(await times(slug)).not.toContain(near)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('belongs to a lead: with attribution, zone, and an entry on its timeline', async () => {
    const { slug } = await typeWith(1)
    const request = bookingRequest(slug, '2027-01-14T10:00Z', {
      attribution: { article: 'why-go' },
      company: 'Example',
    })
    await book(payload, request, NOW)
    const { docs } = await payload.find({
      collection: 'contact-points',
      where: { value: { equals: request.email.identity } },
    })
    const lead = docs[0]?.lead
    expect(lead).toMatchObject({
      name: 'Ann Lee',
      company: 'Example',
      firstTouch: { article: 'why-go' },
      timeZone: 'Asia/Kolkata',
    })
    const id = typeof lead === 'object' ? lead.id : lead
    const events = await payload.find({ collection: 'lead-events', where: { lead: { equals: id } }, depth: 0 })
    expect(events.docs.map(({ kind, text }) => [kind, text.split(':')[0]])).toEqual([['meeting', 'Booked']])
  })

  it.each([
    ['a time between two of the grid', '2027-01-14T10:05Z'],
    ['a time outside the hours', '2027-01-14T18:00Z'],
    ['a time that has passed', '2027-01-10T10:00Z'],
    ['a time past the horizon', '2029-01-14T10:00Z'],
    ['a time that no calendar has', Number.MAX_SAFE_INTEGER],
    ['no time at all', Number.NaN],
  ])('of %s is refused, with the nearest free times', async (_what, start) => {
    const { slug, type } = await typeWith(1)
    const result = await book(payload, bookingRequest(slug, start), NOW)
    expect(result.state).toBe('taken')
    expect(result.state === 'taken' && result.nearest).toHaveLength(5)
    expect(await meetingsOf(payload, type.id)).toEqual([])
  })

  it('offers the free times around one that is gone', async () => {
    const { slug } = await typeWith(1)
    await booked(slug, '2027-01-14T12:00Z')
    const result = await book(payload, bookingRequest(slug, '2027-01-14T12:00Z'), NOW)
    const nearest = result.state === 'taken' ? result.nearest.map(({ start }) => clock(start)) : []
    expect(nearest).toEqual(expect.arrayContaining(['11:00', '11:30', '12:30', '13:00']))
    expect(nearest).toEqual(nearest.toSorted())
  })

  it('knows no type that is not active', async () => {
    const { slug } = await typeWith(1, { active: false })
    expect(await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)).toEqual({ state: 'unknown' })
    expect(await availability(payload, slug, DAY, NOW)).toBeUndefined()
  })

  it('twice by the same form is one meeting, at once and later; by another form it is gone', async () => {
    const { slug, type } = await typeWith(1)
    const request = bookingRequest(slug, '2027-01-14T10:00Z')
    const results = await Promise.all([book(payload, request, NOW), book(payload, request, NOW)])
    const later = await book(payload, request, NOW)
    const ids = [...results, later].map((result) => result.state === 'booked' && result.meeting.id)
    expect(new Set(ids).size).toBe(1)
    expect(later).toMatchObject({ state: 'booked', repeat: true })
    expect(await book(payload, { ...request, occasion: 'another' }, NOW)).toMatchObject({ state: 'taken' })
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
  })

  it('goes to the host who was booked least recently, then to the next', async () => {
    const { slug, type, hosts } = await typeWith(3)
    for (let minute = 0; minute < 3; minute++) {
      const now = new Date(NOW.getTime() + minute * 60_000)
      await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), now)
    }
    const turns = (await meetingsOf(payload, type.id))
      .toSorted((a, b) => a.bookedAt.localeCompare(b.bookedAt))
      .flatMap(hostsOf)
    expect(turns).toEqual(hosts)
    const later = await book(payload, bookingRequest(slug, '2027-01-14T15:00Z'), new Date(NOW.getTime() + 600_000))
    expect(later.state === 'booked' && hostsOf(later.meeting)).toEqual(hosts.slice(0, 1))
    expect((await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)).state).toBe('taken')
  })

  it('with all hosts takes the time of each of them', async () => {
    const { slug, hosts } = await typeWith(2, { hostsMode: 'all' })
    const single = await createMeetingType(payload, hosts.slice(1))
    expect(hostsOf(await booked(slug, '2027-01-14T10:00Z')).toSorted()).toEqual(hosts.toSorted())
    expect(await times(single.slug ?? '')).not.toContain('10:00')
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('does not offer what another calendar or a holiday takes', async () => {
    const { slug, hosts } = await typeWith(1)
    const busy = [{ from: Date.parse('2027-01-14T09:10Z'), to: Date.parse('2027-01-14T11:00Z') }]
    await payload.create({ collection: 'busy-feeds', data: { host: hosts[0] ?? '', state: 'failing', busy } })
    expect((await times(slug))?.[0]).toBe('11:00')
    await payload.updateGlobal({ slug: 'booking', data: { holidays: [{ date: '2027-01-14', name: 'Founding day' }] } })
    expect(await times(slug)).toEqual([])
    await payload.updateGlobal({ slug: 'booking', data: { holidays: [] } })
  })
})

describe('many at once', () => {
  it('for one time are one meeting, and all others are told', async () => {
    const { slug, type, hosts } = await typeWith(1)
    const requests = Array.from({ length: 200 }, () => bookingRequest(slug, '2027-01-14T10:00Z'))
    expect(await outcomes(requests)).toEqual({ booked: 1, taken: 199 })
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it.each([
    ['day', { limitPerDay: 3 }],
    ['week', { limitPerWeek: 3 }],
  ])('for different times of a %s whose limit is three are three', async (_what, limit) => {
    const { slug, type, hosts } = await typeWith(1, { length: 5, grid: 5, ...limit })
    const starts = Array.from({ length: 50 }, (_, index) => Date.parse('2027-01-14T09:00Z') + index * 300_000)
    expect(await outcomes(starts.map((start) => bookingRequest(slug, start)))).toEqual({ booked: 3, taken: 47 })
    expect(await meetingsOf(payload, type.id)).toHaveLength(3)
    expect(await flawsOf(payload, hosts)).toEqual([])
    expect(await times(slug)).toEqual([])
  })

  it('for times that overlap leave no two that do', async () => {
    const { slug, type, hosts } = await typeWith(1, { grid: 5, bufferBefore: 5, bufferAfter: 10 })
    const starts = Array.from({ length: 40 }, (_, index) => Date.parse('2027-01-14T09:00Z') + (index % 20) * 300_000)
    await outcomes(starts.map((start) => bookingRequest(slug, start)))
    expect((await meetingsOf(payload, type.id)).length).toBeGreaterThan(0)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })
})

describe('a limit that was lowered', () => {
  it('counts the meetings that were booked under the higher one', async () => {
    const { slug, type } = await typeWith(1, { limitPerDay: 3 })
    const first = await booked(slug, '2027-01-14T09:00Z')
    await booked(slug, '2027-01-14T10:00Z')
    await booked(slug, '2027-01-14T11:00Z')
    await payload.update({ collection: 'meeting-types', id: type.id, data: { limitPerDay: 2 } })
    await cancel(payload, first.id, { by: 'guest' }, NOW)
    expect(await times(slug)).toEqual([])
    const [second] = await meetingsOf(payload, type.id)
    await cancel(payload, second?.id ?? '', { by: 'guest' }, NOW)
    const requests = ['12:00', '13:00', '14:00'].map((time) => bookingRequest(slug, `2027-01-14T${time}Z`))
    expect(await outcomes(requests)).toEqual({ booked: 1, taken: 2 })
  })
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
    await sweep(type)
    expect((await payload.findByID({ collection: 'meetings', id, depth: 0 })).lead).toBeTruthy()
  })
})
