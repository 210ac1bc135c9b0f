import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { upsertLead } from '@/leads/follow-up/upsert-lead'
import { type Answer, type Caller, rest } from '../support/api'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const enter = async () =>
  ((await rest('POST', '/leads', { as: staff.sales, body: { name: 'Jane' } })).body.doc as { id: string }).id
const save = (id: string, body: Record<string, unknown>, as: Caller = staff.sales) =>
  rest('PATCH', `/leads/${id}`, { as, body })
const leadOf = (id: string) => payload.findByID({ collection: 'leads', id, depth: 0 })
const saying = ({ body }: Answer) => JSON.stringify(body.errors)

describe('a save of a lead that somebody else changed in between', () => {
  it('is refused, changes nothing, and names who changed what and when', async () => {
    const id = await enter()
    const opened = await leadOf(id)
    expect((await save(id, { status: 'won', revision: opened.revision }, staff.admin)).status).toBe(200)
    const answer = await save(id, { status: 'new', company: 'Example Ltd', revision: opened.revision })
    expect(answer.status).toBe(409)
    expect(saying(answer)).toContain('admin, ')
    expect(saying(answer)).toContain('Status: New → Won')
    expect(saying(answer)).toContain(String(new Date().getUTCFullYear()))
    expect(await leadOf(id)).toMatchObject({ status: 'won', revision: 1 })
    expect((await leadOf(id)).company ?? null).toBeNull()
  })

  it('goes through once it was made on what is stored', async () => {
    const id = await enter()
    await save(id, { status: 'won', revision: 0 }, staff.admin)
    const again = await save(id, { status: 'won', company: 'Example Ltd', revision: 1 })
    expect(again.status).toBe(200)
    expect(await leadOf(id)).toMatchObject({ status: 'won', company: 'Example Ltd', revision: 2 })
  })

  it('is no conflict where nothing was changed', async () => {
    const id = await enter()
    await save(id, { name: 'Jane', revision: 0 }, staff.admin)
    expect((await save(id, { name: 'Joan', revision: 0 })).status).toBe(200)
  })
})

describe('two saves at the same moment', () => {
  it('are one save and one refusal, and what was saved stays whole', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await enter()
      const answers = await Promise.all([
        save(id, { company: 'First Ltd', nextAction: 'First', revision: 0 }),
        save(id, { company: 'Second Ltd', nextAction: 'Second', revision: 0 }, staff.admin),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { company, nextAction, revision } = await leadOf(id)
      expect(company).toBe(`${nextAction} Ltd`)
      expect(revision).toBe(1)
      expect(saying(answers.find(({ status }) => status === 409) as Answer)).toContain(`Company: none → ${company}`)
    }
  })

  it('by the database itself: a write that was planned on an older state writes nothing', async () => {
    const id = await enter()
    const where: Where = { and: [{ id: { equals: id } }, { revision: { equals: 7 } }] }
    const data = { name: 'Overwritten' }
    expect(await payload.db.updateOne({ collection: 'leads', where, data, options: { atomic: true } })).toBeNull()
    expect((await leadOf(id)).name).toBe('Jane')
  })
})

describe('what changes a lead besides its form', () => {
  it('is a choice in the list, which needs no revision', async () => {
    const id = await enter()
    await save(id, { company: 'Example Ltd', revision: 0 })
    expect((await save(id, { status: 'contacted' })).status).toBe(200)
    expect((await save(id, { owner: staff.admin.id })).status).toBe(200)
    expect(await leadOf(id)).toMatchObject({ status: 'contacted', company: 'Example Ltd', revision: 3 })
  })

  it('is a new message, which makes nobody’s save fail and loses nothing to it', async () => {
    const id = await enter()
    const opened = await leadOf(id)
    await rest('POST', '/contact-points', { as: staff.sales, body: { raw: 'jane@example.com', lead: id } })
    const attribution = { source: 'news' }
    const data = submission({ email: 'jane@example.com', receivedAt: new Date().toISOString(), attribution })
    const message = await payload.create({ collection: 'contact-submissions', data, depth: 0 })
    expect(await upsertLead(payload, message)).toBe(id)
    const answer = await save(id, { name: 'Jane Doe', lastTouch: opened.lastTouch, revision: opened.revision })
    expect(answer.status).toBe(200)
    expect(await leadOf(id)).toMatchObject({ name: 'Jane Doe', lastTouch: { source: 'news' } })
  })
})
