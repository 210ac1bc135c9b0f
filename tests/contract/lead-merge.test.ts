import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { upsertLead } from '@/leads/follow-up/upsert-lead'
import { finishMerge, mergeLeads, sweepMerges } from '@/leads/merge/merge-leads'
import { survivorOf } from '@/leads/merge/survivor'
import { type Answer, rest } from '../support/api'
import { email, submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let people = 0

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const saying = ({ body }: Answer) => JSON.stringify(body.errors)
const leadOf = (id: string) => payload.findByID({ collection: 'leads', id, depth: 0, joins: false })
const merge = (from: string, into: string, role: keyof Staff = 'sales') =>
  rest('POST', `/leads/${from}/merge`, { as: staff[role], body: { into } })

/** A lead with an address, a message, a note and a mail, as if somebody had written. */
async function person(name: string, change: Record<string, unknown> = {}) {
  const address = `person${++people}@example.com`
  const body = { name, firstContact: address, ...change }
  const { id } = (await rest('POST', '/leads', { as: staff.sales, body })).body.doc as { id: string }
  const data = submission({ lead: id, email: address, name })
  const message = await payload.create({ collection: 'contact-submissions', data, depth: 0 })
  await payload.create({ collection: 'emails', data: email({ lead: id, submission: message.id }) })
  await rest('POST', '/lead-events', { as: staff.sales, body: { lead: id, kind: 'note', text: `About ${name}` } })
  return { id, address }
}

const belonging = ['contact-points', 'contact-submissions', 'emails', 'lead-events'] as const

async function countsOf(lead: string) {
  const where = { lead: { equals: lead } }
  const counts = await Promise.all(belonging.map((collection) => payload.count({ collection, where })))
  return counts.map(({ totalDocs }) => totalDocs)
}

/** Writes from an address, as the contact form does, and says which lead it reached. */
async function writesAgain(address: string): Promise<string> {
  const message = await payload.create({ collection: 'contact-submissions', data: submission({ email: address }) })
  return upsertLead(payload, message)
}

describe('a lead that is merged into another', () => {
  it('gives it everything, and later messages from either address reach the one that stays', async () => {
    const jane = await person('Jane', { company: 'Example Ltd' })
    const joan = await person('Joan')
    const answer = await merge(jane.id, joan.id)
    expect(answer).toMatchObject({ status: 200, body: { into: joan.id } })
    expect(await countsOf(jane.id)).toEqual([0, 0, 0, 0])
    expect(await countsOf(joan.id)).toEqual([2, 2, 2, 3])
    expect(await leadOf(joan.id)).toMatchObject({ name: 'Joan', company: 'Example Ltd' })
    expect(await leadOf(jane.id)).toMatchObject({ mergedInto: joan.id, mergedAt: expect.any(String) })
    for (const { address } of [jane, joan]) expect(await writesAgain(address)).toBe(joan.id)
  })

  it('leaves what stood in it on the timeline, with who merged it', async () => {
    const jane = await person('Jane', { company: 'Example Ltd' })
    const joan = await person('Joan', { company: 'Other Ltd' })
    await merge(jane.id, joan.id)
    expect((await leadOf(joan.id)).company).toBe('Other Ltd')
    const where: Where = { and: [{ lead: { equals: joan.id } }, { kind: { equals: 'change' } }] }
    const { docs } = await payload.find({ collection: 'lead-events', where, depth: 0 })
    expect(docs).toMatchObject([{ author: staff.sales.id, text: expect.stringContaining('Company: Example Ltd') }])
  })

  it('is on no list, and nobody changes it any more', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    await merge(jane.id, joan.id)
    const change = await rest('PATCH', `/leads/${jane.id}`, { as: staff.sales, body: { company: 'Example Ltd' } })
    expect(change.status).toBe(409)
    expect(saying(change)).toContain('merged into another')
    const { admin } = payload.collections.leads.config
    expect(admin.baseFilter).toBeDefined()
  })

  it('makes the save of somebody who had the other one open a conflict, which names the merge', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    const { revision } = await leadOf(joan.id)
    await merge(jane.id, joan.id, 'admin')
    const save = await rest('PATCH', `/leads/${joan.id}`, { as: staff.sales, body: { company: 'Example', revision } })
    expect(save.status).toBe(409)
    expect(saying(save)).toMatch(/admin, .*Merged: “Jane” into “Joan”/)
  })

  it('is deleted with the lead it went into', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    await merge(jane.id, joan.id)
    expect((await rest('DELETE', `/leads/${joan.id}`, { as: staff.admin })).status).toBe(200)
    const left = await payload.count({ collection: 'leads', where: { id: { in: [jane.id, joan.id] } } })
    expect(left.totalDocs).toBe(0)
  })
})

describe('merging', () => {
  it('follows chains: what was merged before goes along', async () => {
    const [first, second, third] = [await person('First'), await person('Second'), await person('Third')]
    await merge(first.id, second.id)
    await merge(second.id, third.id)
    expect(await survivorOf(payload, first.id)).toBe(third.id)
    expect(await writesAgain(first.address)).toBe(third.id)
    const fourth = await person('Fourth')
    expect((await merge(fourth.id, first.id)).body.into).toBe(third.id)
  })

  it('in both directions at once leaves one lead, with everything', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    const answers = await Promise.all([merge(jane.id, joan.id), merge(joan.id, jane.id)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const [stays] = answers.map(({ body }) => String(body.into))
    expect(answers[1]?.body.into).toBe(stays)
    expect(await countsOf(stays ?? '')).toEqual([2, 2, 2, 3])
    const merged = await Promise.all([jane, joan].map(async ({ id }) => Boolean((await leadOf(id)).mergedInto)))
    expect(merged.filter(Boolean)).toHaveLength(1)
  })

  it('is done once, however often it is asked, and not undone by another target', async () => {
    const [jane, joan, other] = [await person('Jane'), await person('Joan'), await person('Other')]
    await merge(jane.id, joan.id)
    const counts = await countsOf(joan.id)
    expect((await merge(jane.id, joan.id)).status).toBe(200)
    expect(await countsOf(joan.id)).toEqual(counts)
    expect((await merge(jane.id, other.id)).status).toBe(409)
  })

  it('of a lead into itself or into nobody is refused', async () => {
    const jane = await person('Jane')
    expect((await merge(jane.id, jane.id)).status).toBe(400)
    expect((await merge(jane.id, 'nobody')).status).toBe(404)
    expect((await leadOf(jane.id)).mergedInto ?? null).toBeNull()
  })

  it.each(['author', 'editor'] as const)('is not for an %s', async (role) => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    expect((await merge(jane.id, joan.id, role)).status).toBe(403)
    expect((await leadOf(jane.id)).mergedInto ?? null).toBeNull()
  })
})

describe('a merge that a crash cut off', () => {
  it('in the middle of moving is finished by the sweeper, and messages reach the right lead before that', async () => {
    const jane = await person('Jane', { company: 'Example Ltd' })
    const joan = await person('Joan')
    const moving = vi.spyOn(payload.db, 'updateMany').mockRejectedValueOnce(new Error('killed'))
    await expect(mergeLeads(payload, { from: jane.id, into: joan.id, author: staff.sales.id })).rejects.toThrow(
      'killed',
    )
    moving.mockRestore()
    expect((await leadOf(jane.id)).mergedAt ?? null).toBeNull()
    expect(await writesAgain(jane.address)).toBe(joan.id)
    await sweepMerges(payload)
    expect(await countsOf(jane.id)).toEqual([0, 0, 0, 0])
    expect(await leadOf(joan.id)).toMatchObject({ company: 'Example Ltd' })
    expect((await leadOf(jane.id)).mergedAt).toEqual(expect.any(String))
  })

  it('leaves nothing behind that reached the old lead while it went', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    await merge(jane.id, joan.id)
    await payload.create({ collection: 'emails', data: email({ lead: jane.id }) })
    await sweepMerges(payload)
    expect(await countsOf(jane.id)).toEqual([0, 0, 0, 0])
  })

  it('may be finished any number of times', async () => {
    const jane = await person('Jane')
    const joan = await person('Joan')
    await merge(jane.id, joan.id)
    const before = [await countsOf(joan.id), (await leadOf(joan.id)).revision]
    await Promise.all([finishMerge(payload, jane.id), finishMerge(payload, jane.id)])
    expect([await countsOf(joan.id), (await leadOf(joan.id)).revision]).toEqual(before)
  })
})
