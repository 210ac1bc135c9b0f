import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { overdue } from '@/leads/inbox/overdue'
import { type Answer, rest } from '../support/api'
import { email, submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const idOf = ({ body }: Answer) => (body.doc as { id: string }).id
const enter = async (body: Record<string, unknown>) =>
  idOf(await rest('POST', '/leads', { as: staff.sales, body: { name: 'Jane', ...body } }))
const change = (id: string, body: Record<string, unknown>) => rest('PATCH', `/leads/${id}`, { as: staff.sales, body })
const leadOf = (id: string) => payload.findByID({ collection: 'leads', id, depth: 0 })
const log = (lead: string, kind: string, at?: string) =>
  rest('POST', '/lead-events', { as: staff.sales, body: { lead, kind, text: 'As it was', ...(at ? { at } : {}) } })

describe('the first answer to a lead', () => {
  it.each(['contacted', 'qualified', 'won'])('is when its status becomes %s, and stays', async (status) => {
    const id = await enter({})
    await change(id, { status })
    const { firstAnsweredAt } = await leadOf(id)
    expect(Date.now() - Date.parse(firstAnsweredAt ?? '')).toBeLessThan(10_000)
    await change(id, { status: 'new' })
    await change(id, { status: 'contacted' })
    expect((await leadOf(id)).firstAnsweredAt).toBe(firstAnsweredAt)
  })

  it.each(['spam', 'lost'])('is not when its status becomes %s', async (status) => {
    const id = await enter({})
    await change(id, { status })
    expect((await leadOf(id)).firstAnsweredAt ?? null).toBeNull()
  })

  it('is a call that is logged, when it took place, and not a note', async () => {
    const id = await enter({})
    await log(id, 'note')
    expect((await leadOf(id)).firstAnsweredAt ?? null).toBeNull()
    const at = new Date(Date.now() - 3_600_000).toISOString()
    await log(id, 'call', at)
    await log(id, 'call')
    expect((await leadOf(id)).firstAnsweredAt).toBe(at)
  })

  it('is nothing that anybody can set', async () => {
    const id = await enter({ firstAnsweredAt: '2020-01-01T00:00:00.000Z' })
    await change(id, { firstAnsweredAt: '2020-01-01T00:00:00.000Z', company: 'Example Ltd' })
    expect((await leadOf(id)).firstAnsweredAt ?? null).toBeNull()
  })
})

describe('a lead with a next action', () => {
  it('is overdue once its day is over, unless it is closed', async () => {
    const due = (day: string, status = 'contacted') =>
      enter({ name: `Due ${day} ${status}`, nextAction: 'Call', nextActionAt: `${day}T12:00:00.000Z`, status })
    await due('2026-03-01')
    await due('2026-03-01', 'won')
    await due('2026-03-02')
    const query = new URLSearchParams()
    overdue(new Date('2026-03-02T15:00:00Z')).forEach(({ field, operator = 'equals', value }, index) => {
      query.set(`where[and][${index}][${field}][${operator}]`, value)
    })
    const { body } = await rest('GET', `/leads?${query}`, { as: staff.sales })
    expect(body.docs?.map(({ name }) => name)).toEqual(['Due 2026-03-01 contacted'])
  })

  it('has what was planned on its timeline', async () => {
    const id = await enter({})
    await change(id, { nextAction: 'Send an offer', nextActionAt: '2026-03-02T12:00:00.000Z' })
    const { docs } = await payload.find({ collection: 'lead-events', where: { lead: { equals: id } } })
    expect(docs.map(({ text }) => text).sort()).toEqual([
      'Due on: none → 2026-03-02',
      'Next action: none → Send an offer',
    ])
  })
})

describe('the timeline of a lead', () => {
  const timeline = (id: string, as: Staff['sales'] | undefined = staff.sales) =>
    rest('GET', `/leads/${id}/timeline`, { as })

  it('tells messages, pages, mails, changes and calls, the newest first', async () => {
    const id = await enter({})
    const message = await payload.create({
      collection: 'contact-submissions',
      data: submission({ lead: id, receivedAt: '2020-01-01T00:00:00.000Z', attribution: { landingPage: '/blog/go' } }),
    })
    const data = { submission: message.id }
    const event = { lead: id, kind: 'message' as const, text: 'A project', at: message.receivedAt, data }
    await payload.create({ collection: 'lead-events', data: event })
    const sentAt = '2020-01-02T00:00:00.000Z'
    await payload.create({
      collection: 'emails',
      data: email({ lead: id, state: 'sent', sentAt, to: { address: 'thu@example.com' } }),
    })
    await change(id, { status: 'contacted' })
    await log(id, 'call')
    const { body } = await timeline(id)
    const entries = body.entries as { kind: string; text: string; author?: string }[]
    expect(entries.map(({ kind, text, author }) => [kind, text, author])).toEqual([
      ['call', 'As it was', 'sales'],
      ['status', 'Status: New → Contacted', 'sales'],
      ['mail', 'New message', undefined],
      ['message', 'We need a shop.', undefined],
      ['pages', 'Began at /blog/go', undefined],
    ])
  })

  it('is for sales and admins alone', async () => {
    const id = await enter({})
    for (const as of [staff.author, staff.editor]) expect((await timeline(id, as)).status).toBe(403)
    expect((await rest('GET', `/leads/${id}/timeline`)).status).toBe(403)
    expect((await timeline(id, staff.admin)).status).toBe(200)
  })
})
