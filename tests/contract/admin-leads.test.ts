import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  await payload.updateGlobal({ slug: 'settings', data: { phoneCountry: 'VN' } })
})

beforeEach(async () => {
  for (const collection of ['contact-points', 'lead-events', 'leads'] as const) {
    await payload.db.deleteMany({ collection, where: {} })
  }
})

const enter = (body: Record<string, unknown>) => rest('POST', '/leads', { as: staff.sales, body })
const idOf = ({ body }: Answer) => (body.doc as { id: string }).id
const messages = ({ body }: Answer) => JSON.stringify(body.errors)

async function timeline(lead: string) {
  const { docs } = await payload.find({
    collection: 'lead-events',
    where: { lead: { equals: lead } },
    sort: 'createdAt',
    depth: 0,
  })
  return docs
}

describe('a caller', () => {
  it('is entered by sales with a phone number and no e-mail address', async () => {
    const answer = await enter({ name: 'Jane Caller', firstContact: '0912 345 678' })
    expect(answer.status).toBe(201)
    const { docs } = await payload.find({ collection: 'contact-points', depth: 0 })
    expect(docs).toMatchObject([{ kind: 'phone', value: '+84912345678', raw: '0912 345 678', lead: idOf(answer) }])
  })

  it('belongs to whoever entered them, as a new lead', async () => {
    const answer = await enter({ name: 'Jane Caller', firstContact: '0912 345 678' })
    const lead = await payload.findByID({ collection: 'leads', id: idOf(answer), depth: 0 })
    expect(lead).toMatchObject({ status: 'new', owner: staff.sales.id })
  })

  it('who is known already is not entered twice, and the answer names the lead', async () => {
    await enter({ name: 'Jane Caller', firstContact: '0912 345 678' })
    const again = await enter({ name: 'Jane', firstContact: '+84 912 345 678' })
    expect(again.status).toBe(400)
    expect(messages(again)).toContain('belongs to the lead \\"Jane Caller\\" already')
    expect((await payload.count({ collection: 'leads' })).totalDocs).toBe(1)
  })

  it('with a number that cannot be one is refused before anything is stored', async () => {
    const answer = await enter({ name: 'Jane Caller', firstContact: '12' })
    expect(answer.status).toBe(400)
    expect(messages(answer)).toContain('with its country')
    expect((await payload.count({ collection: 'leads' })).totalDocs).toBe(0)
  })

  it.each(['author', 'editor'] as const)('is not entered by an %s', async (role) => {
    const answer = await rest('POST', '/leads', { as: staff[role], body: { name: 'Jane' } })
    expect(answer.status).toBe(403)
  })
})

describe('a contact point', () => {
  const add = (body: Record<string, unknown>) => rest('POST', '/contact-points', { as: staff.sales, body })

  it('has its kind and value made from what was typed, whatever else is sent', async () => {
    const lead = idOf(await enter({ name: 'Jane' }))
    const body = { raw: ' Jane@RÄUCHER.de ', lead, kind: 'phone', value: 'made up' }
    expect((await add(body)).body.doc).toMatchObject({ kind: 'email', value: 'jane@xn--rucher-bua.de' })
  })

  it('is made again when it is corrected, and keeps its value otherwise', async () => {
    const lead = idOf(await enter({ name: 'Jane' }))
    const id = idOf(await add({ raw: 'jane@example.com', lead }))
    const correct = (body: object) => rest('PATCH', `/contact-points/${id}`, { as: staff.sales, body })
    expect((await correct({ raw: '0912 345 679' })).body.doc).toMatchObject({ kind: 'phone', value: '+84912345679' })
    expect((await correct({ value: 'made up' })).body.doc).toMatchObject({ value: '+84912345679' })
  })

  it('of one lead cannot be given to another, and the answer names the first', async () => {
    const [jane, joan] = [idOf(await enter({ name: 'Jane Doe' })), idOf(await enter({ name: 'Joan' }))]
    await add({ raw: 'jane@example.com', lead: jane })
    const answer = await add({ raw: 'JANE@example.com', lead: joan })
    expect(answer.status).toBe(400)
    expect(messages(answer)).toContain('belongs to the lead \\"Jane Doe\\" already')
  })
})

describe('a change of a lead', () => {
  it('of status stands in its timeline, with its author', async () => {
    const id = idOf(await enter({ name: 'Jane' }))
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { status: 'contacted' } })
    expect(await timeline(id)).toMatchObject([
      {
        kind: 'status',
        text: 'Status: New → Contacted',
        author: staff.sales.id,
        data: { from: 'new', to: 'contacted' },
      },
    ])
  })

  it('of owner stands there by name', async () => {
    const id = idOf(await enter({ name: 'Jane' }))
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { owner: staff.admin.id } })
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { owner: null } })
    expect((await timeline(id)).map(({ text }) => text)).toEqual(['Owner: sales → admin', 'Owner: admin → nobody'])
  })

  it('that changes nothing leaves no trace', async () => {
    const id = idOf(await enter({ name: 'Jane' }))
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { name: 'Jane', status: 'new' } })
    expect(await timeline(id)).toEqual([])
  })

  it('is refused while a colleague is writing in it', async () => {
    const id = idOf(await enter({ name: 'Jane' }))
    const lock = {
      document: { relationTo: 'leads', value: id },
      user: { relationTo: 'users', value: staff.admin.id },
    } as const
    await payload.db.create({ collection: 'payload-locked-documents', data: lock })
    const answer = await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { status: 'won' } })
    expect(answer.status).toBe(423)
    expect(await payload.findByID({ collection: 'leads', id })).toMatchObject({ status: 'new' })
    await payload.db.deleteMany({ collection: 'payload-locked-documents', where: {} })
  })
})

describe('a lead', () => {
  it('is deleted with its contact points and timeline, by an admin alone', async () => {
    const id = idOf(await enter({ name: 'Jane', firstContact: '0912 345 678' }))
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { status: 'lost' } })
    expect((await rest('DELETE', `/leads/${id}`, { as: staff.sales })).status).toBe(403)
    expect((await rest('DELETE', `/leads/${id}`, { as: staff.admin })).status).toBe(200)
    expect((await payload.count({ collection: 'contact-points' })).totalDocs).toBe(0)
    expect(await timeline(id)).toEqual([])
  })
})

describe('the timeline', () => {
  it('takes notes and calls, signed by whoever writes them', async () => {
    const lead = idOf(await enter({ name: 'Jane' }))
    const body = { lead, kind: 'call', text: 'Calls back on Monday', author: staff.admin.id }
    expect((await rest('POST', '/lead-events', { as: staff.sales, body })).status).toBe(201)
    expect(await timeline(lead)).toMatchObject([{ kind: 'call', author: staff.sales.id }])
  })

  it.each(['status', 'change', 'message'])('takes no entry of kind %s by hand', async (kind) => {
    const lead = idOf(await enter({ name: 'Jane' }))
    const body = { lead, kind, text: 'Made up' }
    expect((await rest('POST', '/lead-events', { as: staff.sales, body })).status).toBe(400)
  })

  it('is never changed, and sales removes nothing of it', async () => {
    const lead = idOf(await enter({ name: 'Jane' }))
    const body = { lead, kind: 'note', text: 'As it was' }
    const id = idOf(await rest('POST', '/lead-events', { as: staff.sales, body }))
    const path = `/lead-events/${id}`
    expect((await rest('PATCH', path, { as: staff.admin, body: { text: 'Other' } })).status).toBe(403)
    expect((await rest('DELETE', path, { as: staff.sales })).status).toBe(403)
  })
})
