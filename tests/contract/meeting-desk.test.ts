import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { book } from '@/booking/actions'
import type { Meeting } from '@/payload-types'
import { rest } from '../support/api'
import { bookingRequest, bookingTools, flawsOf } from '../support/bookings'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

const DAY_MS = 24 * 3_600_000

let payload: Payload
let staff: Staff
let typeWith: ReturnType<typeof bookingTools>['typeWith']

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  ;({ typeWith } = bookingTools(payload))
})

/** The endpoints go by the clock on the wall: the date so many days from today. */
const dateIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const at = (days: number, clock: string) => `${dateIn(days)}T${clock}:00.000Z`

/** A meeting on a day to come or, booked in time, on one that is over. */
async function booked(slug: string, start: string): Promise<Meeting> {
  const result = await book(payload, bookingRequest(slug, start), new Date(Date.parse(start) - 2 * DAY_MS))
  if (result.state !== 'booked') throw new Error(`${start} is ${result.state}`)
  return result.meeting
}

const post = (meeting: Pick<Meeting, 'id'>, action: string, body: object = {}, role: keyof Staff = 'sales') =>
  rest('POST', `/meetings/${meeting.id}/${action}`, { as: staff[role], body })
const live = ({ id }: Meeting) => payload.findByID({ collection: 'meetings', id, depth: 0 })
const saying = (answer: { body: object }) => JSON.stringify(answer.body)

async function timelineOf(meeting: Meeting): Promise<string[]> {
  const { lead } = await live(meeting)
  const where = { lead: { equals: lead } }
  const { docs } = await payload.find({ collection: 'lead-events', where, sort: 'at', depth: 0 })
  return docs.map(({ text }) => text)
}

async function auditOf({ id }: Meeting) {
  const { docs } = await payload.find({ collection: 'audit-entries', where: { document: { equals: id } }, sort: 'at' })
  return docs.map(({ fields, user }) => ({ fields, user }))
}

describe('the free times to move a meeting to', () => {
  it('are those of the days asked for, in the zone asked for, with its own among them', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, at(3, '10:00'))
    await booked(slug, at(3, '11:00'))
    const { body } = await rest('GET', `/meetings/${meeting.id}/free?day=${dateIn(3)}&days=1&zone=UTC`, {
      as: staff.sales,
    })
    const [day, ...others] = body.days as { date: string; times: { start: string; label: string }[] }[]
    expect(others).toEqual([])
    const labels = day?.times.map(({ label }) => label)
    expect(labels).toContain('10:00')
    expect(labels).not.toContain('11:00')
    const kolkata = await rest('GET', `/meetings/${meeting.id}/free?day=${dateIn(3)}&days=1&zone=Asia/Kolkata`, {
      as: staff.sales,
    })
    expect(kolkata.body.days).toMatchObject([
      { times: expect.arrayContaining([{ start: at(3, '09:00'), label: '14:30' }]) },
    ])
  })

  it('are told to whoever works with leads, for a sensible stretch of days', async () => {
    const { slug } = await typeWith(1)
    const path = `/meetings/${(await booked(slug, at(3, '10:00'))).id}/free`
    const query = `day=${dateIn(3)}&days=1&zone=UTC`
    for (const role of ['author', 'editor'] as const) {
      expect((await rest('GET', `${path}?${query}`, { as: staff[role] })).status).toBe(403)
    }
    expect((await rest('GET', `${path}?${query}`)).status).toBe(403)
    for (const wrong of ['', 'day=2027-02-30&days=1&zone=UTC', `day=${dateIn(3)}&days=400&zone=UTC`, `${query}x`]) {
      expect((await rest('GET', `${path}?${wrong}`, { as: staff.sales })).status).toBe(400)
    }
    expect((await rest('GET', `/meetings/nobody/free?${query}`, { as: staff.sales })).status).toBe(404)
  })
})

describe('a colleague moves a meeting', () => {
  it('to a free time, which stands on its timeline and in the audit log', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, at(3, '10:00'))
    expect(await post(meeting, 'move', { start: at(4, '15:30') })).toMatchObject({
      status: 200,
      body: { start: at(4, '15:30') },
    })
    expect(await live(meeting)).toMatchObject({ start: at(4, '15:30'), sequence: 1, uid: meeting.uid })
    expect(await timelineOf(meeting)).toContainEqual(expect.stringMatching(/^Moved: /))
    expect(await auditOf(meeting)).toEqual([{ fields: ['start', 'end'], user: staff.sales.id }])
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('not to one that is taken: the free ones nearest to it are told, and nothing changes', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, at(3, '10:00'))
    await booked(slug, at(3, '11:00'))
    const answer = await post(meeting, 'move', { start: at(3, '11:00'), zone: 'Asia/Kolkata' })
    expect(answer.status).toBe(409)
    const [error] = answer.body.errors as { message: string; data: { nearest: { start: string }[] } }[]
    expect(error?.message).toContain('This time is not free. Free: ')
    expect(error?.data.nearest).toContainEqual({ start: at(3, '11:30'), label: expect.stringContaining('17:00–17:30') })
    expect(await live(meeting)).toMatchObject({ start: at(3, '10:00'), sequence: 0 })
    expect(await auditOf(meeting)).toEqual([])
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('not once it has begun, not to a text, and not if they do not work with leads', async () => {
    const { slug } = await typeWith(1)
    const past = await booked(slug, at(-1, '10:00'))
    expect((await post(past, 'move', { start: at(3, '10:00') })).status).toBe(409)
    const meeting = await booked(slug, at(3, '10:00'))
    for (const start of ['tomorrow', dateIn(3), '', 7]) {
      expect((await post(meeting, 'move', { start })).status).toBe(400)
    }
    for (const role of ['author', 'editor'] as const) {
      expect((await post(meeting, 'move', { start: at(4, '10:00') }, role)).status).toBe(403)
    }
    const visitor = await rest('POST', `/meetings/${meeting.id}/move`, { body: { start: at(4, '10:00') } })
    expect(visitor.status).toBe(403)
    expect((await live(meeting)).start).toBe(at(3, '10:00'))
  })
})

describe('a colleague cancels a meeting', () => {
  it('with a reason, and its time is free again', async () => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, at(3, '10:00'))
    expect((await post(meeting, 'cancel', { reason: ' The host is ill. ' })).status).toBe(200)
    expect(await live(meeting)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'staff',
      cancelReason: 'The host is ill.',
    })
    expect(await timelineOf(meeting)).toContainEqual(expect.stringMatching(/^Cancelled by a colleague: .*ill\.$/))
    expect(await auditOf(meeting)).toEqual([{ fields: ['status', 'cancelReason'], user: staff.sales.id }])
    expect(await flawsOf(payload, hosts)).toEqual([])
    await booked(slug, at(3, '10:00'))
  })

  it('not once it has begun, not with a book as reason, and not if they do not work with leads', async () => {
    const { slug } = await typeWith(1)
    expect((await post(await booked(slug, at(-1, '10:00')), 'cancel')).status).toBe(409)
    const meeting = await booked(slug, at(3, '10:00'))
    expect((await post(meeting, 'cancel', { reason: 'x'.repeat(1_001) })).status).toBe(400)
    for (const role of ['author', 'editor'] as const) expect((await post(meeting, 'cancel', {}, role)).status).toBe(403)
    expect((await live(meeting)).status).toBe('confirmed')
  })
})

describe('a colleague notes whether a meeting took place', () => {
  it.each([
    ['took-place', 'held', /^Took place: /],
    ['no-show', 'no-show', /^Did not come: /],
  ])('by %s, and it holds its time as before', async (action, status, told) => {
    const { slug, hosts } = await typeWith(1)
    const meeting = await booked(slug, at(-1, '10:00'))
    expect((await post(meeting, action)).body).toEqual({ status })
    expect(await live(meeting)).toMatchObject({ status, sequence: 0, start: at(-1, '10:00') })
    expect(await timelineOf(meeting)).toContainEqual(expect.stringMatching(told))
    expect(await auditOf(meeting)).toEqual([{ fields: ['status'], user: staff.sales.id }])
    expect(await flawsOf(payload, hosts)).toEqual([])
    await expect(booked(slug, at(-1, '10:00'))).rejects.toThrow('is taken')
  })

  it('and may put a slip right', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, at(-1, '10:00'))
    await post(meeting, 'no-show')
    expect((await post(meeting, 'took-place')).body).toEqual({ status: 'held' })
  })

  it('not before it has begun, not of a cancelled one, and not if they do not work with leads', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, at(3, '10:00'))
    expect(saying(await post(meeting, 'took-place'))).toContain('once the meeting has begun')
    await post(meeting, 'cancel')
    expect((await post(meeting, 'no-show')).status).toBe(409)
    const past = await booked(slug, at(-1, '11:00'))
    for (const role of ['author', 'editor'] as const) {
      expect((await post(past, 'took-place', {}, role)).status).toBe(403)
    }
    expect([(await live(meeting)).status, (await live(past)).status]).toEqual(['cancelled', 'confirmed'])
    expect((await post({ id: 'nobody' }, 'no-show')).status).toBe(404)
  })

  it('with notes and an outcome, which are saved as any field and change nothing else', async () => {
    const { slug } = await typeWith(1)
    const meeting = await booked(slug, at(-1, '10:00'))
    await post(meeting, 'took-place')
    const body = { notes: 'Likes Go', outcome: 'Sent an offer', status: 'confirmed', email: 'x@example.com' }
    await rest('PATCH', `/meetings/${meeting.id}`, { as: staff.sales, body })
    expect(await live(meeting)).toMatchObject({
      notes: 'Likes Go',
      outcome: 'Sent an offer',
      status: 'held',
      email: meeting.email,
    })
    expect(await auditOf(meeting)).toContainEqual({ fields: ['notes', 'outcome'], user: staff.sales.id })
    const refused = await rest('PATCH', `/meetings/${meeting.id}`, { as: staff.author, body: { notes: '' } })
    expect(refused.status).toBe(403)
  })
})
