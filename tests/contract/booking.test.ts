import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { book, cancel } from '@/booking/actions'
import { availability, hostsOf, snapshotOf } from '@/booking/queries'
import { meetingsThatNoLongerFit } from '@/booking/unfit/find-unfit'
import { createMeetingType } from '../support/booking'
import { bookingRequest, bookingTools, clock, DAY, flawsOf, meetingsOf, NOW } from '../support/bookings'
import { contractPayload } from '../support/contract'

let payload: Payload
let typeWith: ReturnType<typeof bookingTools>['typeWith']
let booked: ReturnType<typeof bookingTools>['booked']
let times: ReturnType<typeof bookingTools>['times']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ typeWith, booked, times } = bookingTools(payload))
})

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

describe('a host who moves to another zone', () => {
  it('can be booked on each day that is listed, as often as the limit says', async () => {
    const { slug, type, hosts } = await typeWith(1, { limitPerDay: 1 })
    await booked(slug, '2027-01-14T16:00Z')
    // The meeting is on the 15th now, and has the place of the 14th still.
    await payload.update({ collection: 'hosts', id: hosts[0] ?? '', data: { timeZone: 'Pacific/Auckland' } })
    const days = { from: Date.parse('2027-01-13T11:00Z'), to: Date.parse('2027-01-15T11:00Z') }
    const listed = async () => ((await availability(payload, slug, days, NOW)) ?? []).map(({ start }) => start)
    const [first = 0, second = 0, ...rest] = await listed()
    expect([first, rest.at(-1)]).toEqual([Date.parse('2027-01-13T20:00Z'), Date.parse('2027-01-14T03:30Z')])
    const requests = [first, second].map((start) => book(payload, bookingRequest(slug, start), NOW))
    expect((await Promise.all(requests)).map(({ state }) => state).sort()).toEqual(['booked', 'taken'])
    expect(await listed()).toEqual([])
    expect(await meetingsOf(payload, type.id)).toHaveLength(2)
    expect(await flawsOf(payload, hosts)).toEqual([])
  })
})

describe('the nearest free times', () => {
  it('are those of a month later where nothing is free before', async () => {
    const { slug, hosts } = await typeWith(1, { horizonDays: 60 })
    const overrides = [{ date: '2027-02-20T12:00:00.000Z', from: '09:00', to: '10:00' }]
    await payload.update({ collection: 'hosts', id: hosts[0] ?? '', data: { weeklyHours: [], overrides } })
    const result = await book(payload, bookingRequest(slug, '2027-01-14T10:00Z'), NOW)
    const nearest = result.state === 'taken' ? result.nearest.map(({ start }) => new Date(start).toISOString()) : []
    expect(nearest[0]).toBe('2027-02-20T09:00:00.000Z')
  })
})

describe('a host whose account is closed', () => {
  it('is offered to nobody, and their meetings are listed as unfit', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, '2027-01-14T10:00Z')
    const { user } = await payload.findByID({ collection: 'hosts', id: hosts[0] ?? '', depth: 0 })
    await payload.update({ collection: 'users', id: String(user), data: { active: false } })
    expect(await times(slug)).toEqual([])
    const late = bookingRequest(slug, '2027-01-14T11:00Z')
    expect(await book(payload, late, NOW)).toMatchObject({ state: 'taken', nearest: [] })
    const unfit = await meetingsThatNoLongerFit(payload, NOW, { host: hosts[0] })
    expect(unfit).toMatchObject([{ id: meeting.id, reasons: [{ why: 'inactive' }] }])
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
