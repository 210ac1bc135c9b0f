import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '@/leads/actions'
import { rest } from '../support/api'
import { bookingTools, flawsOf, meetingsOf } from '../support/bookings'
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

const form = (type: string, extra: Record<string, unknown> = {}) => ({
  type,
  start: at('10:00'),
  occasion: randomUUID(),
  name: 'Ann Lee',
  email: `${randomUUID()}@example.com`,
  zone: 'Asia/Kolkata',
  ...extra,
})

const send = (body: object, role: keyof Staff = 'sales') => rest('POST', '/meetings/book', { as: staff[role], body })

describe('a colleague books for a caller', () => {
  it('a meeting that names them, the guest and the zone, and belongs to the caller’s lead', async () => {
    const { slug, hosts } = await typeWith(1)
    const phone = '+12025550143'
    const lead = (await rest('POST', '/leads', { as: staff.sales, body: { name: 'Ann', firstContact: phone } })).body
      .doc as { id: string }
    const body = form(slug, { phone, company: 'Example Ltd', guests: 'ben@example.org', about: 'A website' })
    const answer = await send(body)
    expect(answer.status).toBe(200)
    const meeting = await payload.findByID({ collection: 'meetings', id: String(answer.body.id), depth: 0 })
    expect(meeting).toMatchObject({
      start: at('10:00'),
      name: 'Ann Lee',
      email: body.email,
      company: 'Example Ltd',
      phone,
      guests: ['ben@example.org'],
      timeZone: 'Asia/Kolkata',
      bookedBy: staff.sales.id,
      lead: lead.id,
    })
    expect(meeting.answers).toMatchObject([{ key: 'about', value: 'A website' }])
    expect(await flawsOf(payload, hosts)).toEqual([])
    const events = await payload.find({ collection: 'lead-events', where: { lead: { equals: lead.id } }, depth: 0 })
    const booked = events.docs.find(({ text }) => text.startsWith('Booked: '))
    expect(booked?.author && idOf(booked.author)).toBe(staff.sales.id)
    const audit = await payload.find({ collection: 'audit-entries', where: { document: { equals: meeting.id } } })
    expect(audit.docs).toMatchObject([{ action: 'create', user: staff.sales.id }])
  })

  it('for the lead whose page it was opened from, who gets the other address that they gave', async () => {
    const { slug } = await typeWith(1)
    const newLead = async (firstContact: string) =>
      (await rest('POST', '/leads', { as: staff.sales, body: { name: 'Ann', firstContact } })).body.doc as {
        id: string
      }
    const lead = await newLead(`${randomUUID()}@example.com`)
    const body = form(slug, { lead: lead.id })
    const leadOf = async ({ body: { id } }: { body: Record<string, unknown> }) =>
      (await payload.findByID({ collection: 'meetings', id: String(id), depth: 0 })).lead
    expect(await leadOf(await send(body))).toBe(lead.id)
    const points = await payload.find({
      collection: 'contact-points',
      where: { value: { equals: body.email } },
      depth: 0,
    })
    expect(points.docs).toMatchObject([{ kind: 'email', lead: lead.id }])

    // An address that is somebody else's already stays theirs.
    const taken = `${randomUUID()}@example.com`
    const other = await newLead(taken)
    const answer = await send(form(slug, { lead: lead.id, email: taken, start: at('11:00') }))
    expect(await leadOf(answer)).toBe(other.id)

    expect((await send(form(slug, { lead: randomUUID(), start: at('12:00') }))).status).toBe(404)
  })

  it('with answers to what the type asks, as far as they were given', async () => {
    const questions = ['Which system?', 'Since when?'].map((label) => ({
      label,
      kind: 'line' as const,
      required: true,
    }))
    const { slug } = await typeWith(1, { questions })
    const answer = await send(form(slug, { answer2: 'May' }))
    expect(answer.status).toBe(200)
    const meeting = await payload.findByID({ collection: 'meetings', id: String(answer.body.id), depth: 0 })
    expect(meeting.answers).toMatchObject([{ label: 'Since when?', value: 'May' }])
  })

  it('once, however often the same form is sent', async () => {
    const { slug, type } = await typeWith(2)
    const body = form(slug)
    const answers = await Promise.all([send(body), send(body), send(body)])
    answers.push(await send(body))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
    expect((await send({ ...body, occasion: randomUUID() })).status).toBe(200)
    expect(await meetingsOf(payload, type.id)).toHaveLength(2)
  })

  it('not a time that is taken: the nearest free ones are told in the zone of the caller', async () => {
    const { slug, type } = await typeWith(1)
    await send(form(slug))
    const answer = await send(form(slug))
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('16:00–16:30'), data: { nearest: expect.any(Array) } }] },
    })
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
  })

  it.each([
    ['without a name', { name: ' ' }, 'name'],
    ['without an address', { email: 'ann at example' }, 'email'],
    ['without a time', { start: '' }, 'start'],
    ['with a guest who has no address', { guests: 'Ben' }, 'guests'],
  ])('not %s, and says which field', async (_what, extra, path) => {
    const { slug, type } = await typeWith(1)
    const answer = await send(form(slug, extra))
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ data: { errors: [{ path }] } }] } })
    expect(await meetingsOf(payload, type.id)).toEqual([])
  })

  it('not without a number to call, where the agency calls', async () => {
    const { slug } = await typeWith(1, { location: { kind: 'phone' } })
    expect((await send(form(slug))).status).toBe(400)
    expect((await send(form(slug, { phone: '+1 202 555 0143' }))).status).toBe(200)
  })

  it('not a type that is gone, not without a number of the form, and not if they do not work with leads', async () => {
    const { slug, type } = await typeWith(1)
    expect((await send(form('no-such-type'))).status).toBe(404)
    expect((await send(form(slug, { occasion: 'x' }))).status).toBe(400)
    expect((await send(form(slug, { name: ['Ann'] }))).status).toBe(400)
    for (const role of ['author', 'editor'] as const) expect((await send(form(slug), role)).status).toBe(403)
    expect((await rest('POST', '/meetings/book', { body: form(slug) })).status).toBe(403)
    expect(await meetingsOf(payload, type.id)).toEqual([])
  })

  it('out of the free times of a type, which are told to them alone', async () => {
    const { slug } = await typeWith(1)
    const query = `day=${at('00:00').slice(0, 10)}&days=1&zone=UTC`
    const free = (role: keyof Staff, type = slug) =>
      rest('GET', `/meetings/free?type=${type}&${query}`, { as: staff[role] })
    await send(form(slug))
    const [day] = (await free('sales')).body.days as { times: { label: string }[] }[]
    expect(day?.times.map(({ label }) => label)).not.toContain('10:00')
    expect(day?.times.map(({ label }) => label)).toContain('10:30')
    expect((await free('sales', 'no-such-type')).status).toBe(404)
    expect((await free('editor')).status).toBe(403)
  })
})
