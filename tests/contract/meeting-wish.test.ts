import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { book } from '@/booking/actions'
import { openingOf } from '@/booking/staff/caller'
import type { ContactSubmission } from '@/payload-types'
import { rest } from '../support/api'
import { bookingRequest, bookingTools, flawsOf, meetingsOf } from '../support/bookings'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let typeWith: ReturnType<typeof bookingTools>['typeWith']

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  ;({ typeWith } = bookingTools(payload))
})

/** The endpoint goes by the clock on the wall: an instant of the day after tomorrow. */
const at = (clock: string) => `${new Date(Date.now() + 2 * 24 * 3_600_000).toISOString().slice(0, 10)}T${clock}:00.000Z`

const answer = (key: string, value: string) => ({ key, label: key, value })

const wish = (type: string, extra: Partial<ContactSubmission> = {}) =>
  payload.create({
    collection: 'contact-submissions',
    data: submission({
      email: `${randomUUID()}@example.com`,
      answers: [
        answer('meeting-type', type),
        answer('preferred', at('10:00')),
        answer('preferred', at('11:00')),
        answer('time-zone', 'Asia/Kolkata'),
        answer('guests', 'ben@example.org'),
        answer('question-1', 'The shop'),
      ],
      attribution: { landingPage: '/blog/rust' },
      ...extra,
    }),
  })

const press = ({ id }: { id: string }, start: string, role: keyof Staff = 'sales') =>
  rest('POST', '/meetings/book-wish', { as: staff[role], body: { message: id, start, zone: 'UTC' } })

describe('a message that asks for a meeting', () => {
  it('becomes one for its sender by one press, and is one however often it is pressed, for either time', async () => {
    const { slug, type, hosts } = await typeWith(1)
    const message = await wish(slug, { correctedEmail: 'right@example.com', company: 'Example Ltd' })
    const answers = await Promise.all(Array.from({ length: 4 }, () => press(message, at('11:00'))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await press(message, at('10:00'))).status).toBe(200)
    const [meeting, ...others] = await meetingsOf(payload, type.id)
    expect(others).toEqual([])
    expect(meeting).toMatchObject({
      start: at('11:00'),
      name: 'Thu Nguyen',
      email: 'right@example.com',
      company: 'Example Ltd',
      guests: ['ben@example.org'],
      answers: [{ key: 'about' }, { key: 'question-1', value: 'The shop' }],
      timeZone: 'Asia/Kolkata',
      bookedBy: staff.sales.id,
      attribution: { landingPage: '/blog/rust' },
    })
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('says which times are free instead of one that is gone', async () => {
    const { slug } = await typeWith(1)
    const message = await wish(slug)
    await book(payload, bookingRequest(slug, at('10:00')))
    const refused = await press(message, at('10:00'))
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('This time is not free. Free: ')
    expect((await press(message, at('11:00'))).status).toBe(200)
  })

  it('becomes one at another time in the form for callers, which knows who asks, and then stands for the wish', async () => {
    const { slug, type } = await typeWith(1)
    const { id: lead } = await payload.create({ collection: 'leads', data: { name: 'Thu Nguyen', status: 'new' } })
    const message = await wish(slug, { lead, correctedEmail: `${randomUUID()}@example.com`, phone: '+12025550143' })
    const req = await createLocalReq({ user: staff.sales.user }, payload)
    const { caller, ...opening } = await openingOf(req, { message: message.id })
    expect(opening).toEqual({
      lead,
      message: message.id,
      type: slug,
      zone: 'Asia/Kolkata',
      day: at('10:00').slice(0, 10),
      answers: { answer1: 'The shop' },
    })
    expect(caller).toMatchObject({ email: message.correctedEmail, phone: '+12025550143', guests: 'ben@example.org' })

    const form = { ...caller, ...opening, start: at('12:00'), occasion: randomUUID() }
    const booked = await rest('POST', '/meetings/book', { as: staff.sales, body: form })
    expect(booked.status).toBe(200)
    const [meeting] = await meetingsOf(payload, type.id)
    expect(meeting).toMatchObject({ start: at('12:00'), lead, attribution: { landingPage: '/blog/rust' } })
    expect((await press(message, at('10:00'))).body).toEqual({ id: booked.body.id })
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
  })

  it('opens no form for callers while it is held', async () => {
    const { slug } = await typeWith(1)
    const message = await wish(slug, { state: 'held' })
    const req = await createLocalReq({ user: staff.sales.user }, payload)
    expect((await openingOf(req, { message: message.id })).caller.name).toBe('')
  })

  it('is booked by those who work with leads alone, for a time it asks for, once it is released', async () => {
    const { slug, type } = await typeWith(1)
    const message = await wish(slug)
    expect((await press(message, at('10:00'), 'editor')).status).toBe(403)
    expect((await press(message, at('12:00'))).status).toBe(400)
    expect((await press({ id: randomUUID() }, at('10:00'))).status).toBe(404)
    expect((await press(await wish(slug, { state: 'held' }), at('10:00'))).status).toBe(409)
    expect((await press(await wish('no-such-type'), at('10:00'))).status).toBe(404)
    expect(await meetingsOf(payload, type.id)).toEqual([])
  })
})
