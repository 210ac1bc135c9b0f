import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { env } from '@/platform/env'
import {
  DAY_MS,
  messagesOf,
  offeredMeeting,
  postBooking,
  prepareBookingForm,
  QUESTION,
  sendBooking,
  storedByBookings,
  ticketOf,
} from '../support/booking-form'
import { flawsOf, meetingsOf } from '../support/bookings'
import { contractPayload } from '../support/contract'

let payload: Payload
let type: Awaited<ReturnType<typeof offeredMeeting>>

beforeAll(async () => {
  payload = await contractPayload()
  await prepareBookingForm(payload)
})

beforeEach(async () => {
  type = await offeredMeeting(payload)
})

afterEach(() => vi.restoreAllMocks())

describe('the booking form', () => {
  it('leads to the page of the meeting that was booked', async () => {
    const typed = type.filledIn()
    const { status, location } = await sendBooking(typed)
    expect(status).toBe(303)
    expect(location).toMatch(/^\/book\/manage\/[\w-]{43}$/)
    expect(await meetingsOf(payload, type.id)).toMatchObject([
      {
        start: typed.start,
        email: typed.email,
        guests: ['ben@example.com'],
        answers: [{ value: 'A shop for boats.' }, { label: QUESTION.label, value: 'The shop' }],
        attribution: { landingPage: '/blog/boats' },
      },
    ])
    expect(await flawsOf(payload, type.hosts)).toEqual([])
  })

  it('comes back with what is wrong, holding all that was typed', async () => {
    const typed = type.filledIn({ email: 'ann@', answer1: '', guests: 'Ben' })
    const before = await storedByBookings(payload)
    const { status, page, form } = await sendBooking(typed)
    expect(status).toBe(422)
    expect(page).toBe(`/book/${type.slug}`)
    expect(form?.typed).toEqual(typed)
    expect(form?.problems.map(({ field }) => field)).toEqual(['email', 'guests', 'answer1'])
    expect(await storedByBookings(payload)).toEqual(before)
  })

  it('comes back with the nearest times and all else that was typed when somebody was faster', async () => {
    await sendBooking(type.filledIn())
    const typed = type.filledIn()
    const before = await storedByBookings(payload)
    const { status, form } = await sendBooking(typed)
    expect(status).toBe(409)
    expect(form?.typed).toEqual({ ...typed, start: '', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect(form?.notice).toMatchObject({
      kind: 'taken',
      nearest: expect.arrayContaining([Date.parse(type.free[1] ?? '')]),
    })
    expect(await storedByBookings(payload)).toEqual(before)
  })

  it('comes back with all that was typed when its kind of meeting is offered no more, or never was', async () => {
    const typed = type.filledIn()
    await payload.update({ collection: 'meeting-types', id: type.id, data: { active: false } })
    const before = await storedByBookings(payload)
    for (const slug of [type.slug, 'no-such-type', '']) {
      const { status, page, form } = await sendBooking({ ...typed, type: slug })
      expect(status).toBe(410)
      expect(page).toBe('/book')
      expect(form).toMatchObject({ typed: { ...typed, type: '' }, notice: { kind: 'gone' } })
    }
    expect(await storedByBookings(payload)).toEqual(before)
  })
})

describe('a ticket', () => {
  it('that was used makes a repeat known, and nothing else: another time or person is another meeting', async () => {
    const typed = type.filledIn()
    const first = await sendBooking(typed)
    expect((await sendBooking(typed)).location).toBe(first.location)
    const others = [
      { ...typed, start: type.free[2] ?? '' },
      { ...typed, start: type.free[4] ?? '', email: `${randomUUID()}@example.com` },
    ]
    for (const other of others) expect((await sendBooking(other)).location).toMatch(/^\/book\/manage\//)
    expect(await meetingsOf(payload, type.id)).toHaveLength(3)
    expect(await flawsOf(payload, type.hosts)).toEqual([])
  })

  it.each([
    ['of another site', () => ticketOf('another-secret-0123456789abcdef0123456789abcdef')],
    ['that is too old', () => issueTicket(env().PAYLOAD_SECRET, new Date(Date.now() - 30 * DAY_MS))],
    ['that is missing', () => ''],
  ])(
    '%s refuses nobody; a repeat is one meeting, whose link is not told to whoever guessed it',
    async (_what, ticket) => {
      const typed = type.filledIn({ ticket: ticket() })
      expect((await sendBooking(typed)).location).toMatch(/^\/book\/manage\//)
      const again = await sendBooking(typed)
      expect(again).toMatchObject({ status: 200, location: null, form: { typed, notice: { kind: 'repeat' } } })
      expect(await meetingsOf(payload, type.id)).toHaveLength(1)
    },
  )
})

describe('while the database fails', () => {
  /** The database refuses to write documents of a collection, as a full disk does. */
  function refuse(collection: string): void {
    const create = payload.db.create.bind(payload.db)
    vi.spyOn(payload.db, 'create').mockImplementation((args) =>
      args.collection === collection ? Promise.reject(new Error('The disk is full')) : create(args),
    )
  }

  async function comesBack(typed: Record<string, string>): Promise<void> {
    const { status, form, retryAfter } = await sendBooking(typed)
    expect(status).toBe(503)
    expect(retryAfter).toBe('60')
    expect(form).toEqual({ form: 'book', typed, problems: [], notice: { kind: 'unavailable' } })
  }

  it('before anything is claimed, the form comes back, nothing is stored, and it is taken when sent again', async () => {
    const typed = type.filledIn()
    const before = await storedByBookings(payload)
    refuse('meeting-claims')
    await comesBack(typed)
    expect(await storedByBookings(payload)).toEqual(before)
    vi.restoreAllMocks()
    expect((await sendBooking(typed)).location).toMatch(/^\/book\/manage\//)
  })

  it('after the time was claimed, nothing but the claims is stored, which end within a minute', async () => {
    const typed = type.filledIn()
    const before = await storedByBookings(payload)
    refuse('meetings')
    await comesBack(typed)
    vi.restoreAllMocks()
    expect(await storedByBookings(payload)).toEqual({ ...before, 'meeting-claims': expect.any(Number) })
    const where = { key: { like: type.hosts[0] } }
    const { docs } = await payload.find({ collection: 'meeting-claims', where, pagination: false })
    expect(docs).toHaveLength(6)
    for (const { expiresAt } of docs) expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 60_000)
    const past = { expiresAt: new Date(Date.now() - 1).toISOString() }
    for (const { id } of docs) await payload.db.updateOne({ collection: 'meeting-claims', id, data: past })
    expect((await sendBooking(typed)).location).toMatch(/^\/book\/manage\//)
    expect(await flawsOf(payload, type.hosts)).toEqual([])
  })

  it('a wish for other times comes back as well', async () => {
    const preferred1 = `${new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10)}T10:00`
    const typed = type.filledIn({ intent: 'request', preferred1 })
    const before = await storedByBookings(payload)
    refuse('contact-submissions')
    await comesBack(typed)
    vi.restoreAllMocks()
    expect(await storedByBookings(payload)).toEqual(before)
    expect((await sendBooking(typed)).location).toMatch(/^\/contact\/received\//)
    expect(await messagesOf(payload, typed.email)).toMatchObject([{ state: 'accepted' }])
  })
})

describe('a body', () => {
  const URL_ENCODED = 'application/x-www-form-urlencoded'

  it.each<[string, BodyInit, string | undefined, number]>([
    ['that is JSON', '{"name":"Ann"}', 'application/json', 415],
    ['without a type', new Uint8Array([1, 2, 3]), undefined, 415],
    ['that never ends', `about=${'x'.repeat(400_000)}`, URL_ENCODED, 413],
    ['with a field twice', 'email=a@example.com&email=b@example.com', URL_ENCODED, 400],
    ['with NUL characters', 'name=Ann%00', URL_ENCODED, 400],
    ['that is no UTF-8', 'name=%c3%28', URL_ENCODED, 400],
    ['that is cut off', 'x', 'multipart/form-data', 400],
  ])('%s is refused and stores nothing', async (_what, body, media, status) => {
    const before = await storedByBookings(payload)
    expect(await postBooking(body, { type: media })).toMatchObject({
      status,
      page: '/book',
      form: { notice: { kind: 'unreadable' } },
    })
    expect(await storedByBookings(payload)).toEqual(before)
  })

  it('with fields that are not ours books without them', async () => {
    const typed = type.filledIn()
    const more = { ...typed, status: 'held', id: 'mine', hosts: '[]', 'snapshot[length]': '480', bookedBy: 'me' }
    expect((await sendBooking(more)).location).toMatch(/^\/book\/manage\//)
    const [meeting] = await meetingsOf(payload, type.id)
    expect(meeting).toMatchObject({ status: 'confirmed', hosts: type.hosts, snapshot: { length: 30 } })
    expect(meeting?.bookedBy ?? undefined).toBeUndefined()
  })
})
