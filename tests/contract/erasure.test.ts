import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, Payload, Where } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sweep } from '@/leads/follow-up/sweep'
import { applyErasures, finishErasures } from '@/leads/privacy/erase'
import { journalFile, readErasures } from '@/leads/privacy/erasure-journal'
import { deliverDue } from '@/mail/deliver'
import { failedDigestMail } from '@/mail/emails/failed-digest'
import { owe } from '@/mail/outbox'
import { env } from '@/platform/env'
import { rest } from '../support/api'
import { meeting } from '../support/booking'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let contact: ContactForm

/** Whatever can tell of a person. */
const TELLING = [
  'leads',
  'contact-points',
  'contact-submissions',
  'lead-events',
  'emails',
  'email-attempts',
  'meetings',
  'leases',
  'audit-entries',
  'erasures',
  'payload-locked-documents',
  'payload-preferences',
] as const satisfies CollectionSlug[]

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  contact = await contactForm(payload)
})

afterEach(() => {
  // A restore of another test would apply what the journal says.
  rmSync(journalFile(env().DATA_DIR), { force: true })
  vi.restoreAllMocks()
})

/** The end of the latest telephone number: two people with one would be one person. */
let numbers = 100

/** A person who wrote twice, one message held, with a note about them and a colleague in their form. */
async function person(name: string) {
  const typed = contact.form({ name, phone: `020 7946 0${++numbers}` })
  await contact.send(typed)
  await contact.send({ ...contact.form({ name, email: typed.email?.toUpperCase() }), extra_remarks: 'held' })
  const [lead] = await contact.leadsOf(typed.email)
  if (!lead) throw new Error('The message made no lead')
  const note = { lead: lead.id, kind: 'note' as const, text: `${name} calls back`, at: new Date().toISOString() }
  await payload.create({ collection: 'lead-events', data: note })
  await payload.create({
    collection: 'meetings',
    data: meeting({ lead: lead.id, name, email: typed.email, status: 'held' }),
  })
  await payload.db.create({
    collection: 'payload-locked-documents',
    data: { document: { relationTo: 'leads', value: lead.id }, user: { relationTo: 'users', value: staff.sales.id } },
  })
  return { ...typed, id: lead.id, name, email: typed.email ?? '' }
}

/** Everything in the database, as text. */
async function everything(): Promise<string> {
  const found = await Promise.all(
    TELLING.map((collection) => payload.find({ collection, pagination: false, depth: 0, showHiddenFields: true })),
  )
  return JSON.stringify(found.map(({ docs }) => docs))
}

const erase = (id: string, name: unknown, as: { token: string } | undefined = staff.admin) =>
  rest('POST', `/leads/${id}/erase`, { as, body: { name } })

describe('the erasure of a lead', () => {
  it('leaves nothing that tells of the person, and nothing of others behind', async () => {
    const other = await person('Other Person')
    const { id, email, name } = await person('Jane Forgotten')
    const before = await contact.stored(other.email)
    const answer = await erase(id, name)
    expect(answer.status).toBe(200)
    expect(answer.body.removed).toMatchObject({ leads: 1, 'contact-points': 2, 'contact-submissions': 2 })
    const left = await everything()
    for (const trace of [name, email, email.toUpperCase()]) expect(left).not.toContain(trace)
    expect(await contact.stored(other.email)).toEqual(before)
    expect(await contact.leadsOf(other.email)).toHaveLength(1)
  })

  it('keeps a number, a mark for a restore, and an audit entry', async () => {
    const { id, name } = await person('Ann Counted')
    await erase(id, name)
    const { docs } = await payload.find({ collection: 'erasures', sort: '-erasedAt', limit: 1 })
    expect(docs).toMatchObject([
      { by: 'admin', done: true, leads: [id], counts: { leads: 1, 'contact-submissions': 2 } },
    ])
    expect(docs[0]?.marks).toHaveLength(2)
    const where: Where = { and: [{ action: { equals: 'erase' } }, { document: { equals: id } }] }
    const audit = await payload.find({ collection: 'audit-entries', where })
    expect(audit.docs).toMatchObject([{ who: 'admin', entity: 'leads', counts: { leads: 1 } }])
  })

  it('is for admins, who type the name', async () => {
    const { id, name } = await person('Jane Kept')
    for (const as of [staff.author, staff.editor, staff.sales]) expect((await erase(id, name, as)).status).toBe(403)
    expect((await rest('POST', `/leads/${id}/erase`, { body: { name } })).status).toBe(403)
    for (const typed of ['', 'jane kept', undefined, 7]) expect((await erase(id, typed)).status).toBe(400)
    expect((await erase('no-such-lead', name)).status).toBe(404)
    expect(await payload.count({ collection: 'leads', where: { id: { equals: id } } })).toEqual({ totalDocs: 1 })
    expect(readErasures(journalFile(env().DATA_DIR))).toEqual([])
  })

  it('waits until a meeting to come is cancelled, and so does the deletion of the meeting, so that all are told', async () => {
    const { id, name } = await person('Jane Expected')
    const toCome = await payload.create({ collection: 'meetings', data: meeting({ lead: id, name }) })
    const remove = () => rest('DELETE', `/meetings/${toCome.id}`, { as: staff.admin })
    const answer = await erase(id, name)
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.body)).toContain('Cancel it first')
    expect((await remove()).status).toBe(409)
    await payload.db.updateOne({ collection: 'meetings', id: toCome.id, data: { status: 'cancelled' } })
    expect((await remove()).status).toBe(200)
    expect((await erase(id, name)).status).toBe(200)
  })

  it('keeps mail that was queued from being sent', async () => {
    const { id, email, name } = await person('Jane Queued')
    await erase(id, name)
    const sent: unknown[] = []
    const transport = { send: async (mail: unknown) => `250 ${sent.push(mail)}` }
    while ((await deliverDue(payload, transport as never)) > 0);
    expect(JSON.stringify(sent)).not.toContain(email)
  })

  it('takes along the digests that tell admins of their failed mail, and leaves those of others', async () => {
    const [kept, gone] = [await person('Other Failing'), await person('Jane Failing')]
    const failed = async ({ id, email: address }: typeof gone) => {
      const where: Where = { and: [{ lead: { equals: id } }, { 'to.address': { equals: address } }] }
      const mail = (await payload.find({ collection: 'emails', where, depth: 0 })).docs[0]
      if (!mail) throw new Error('The person was owed no mail')
      const words = await failedDigestMail([mail], { locale: 'en', timeZone: 'UTC' })
      const to = { name: 'Admin', address: 'admin@example.com' }
      await owe(payload, { key: `failed-mail:${id}`, kind: 'failed-digest', to, ...words })
    }
    await failed(kept)
    await failed(gone)
    expect(await everything()).toContain(`failed-mail:${gone.id}`)
    await erase(gone.id, gone.name)
    const left = await everything()
    expect(left).not.toContain(gone.email)
    expect(left).toContain(`failed-mail:${kept.id}`)
  })

  it('makes whoever writes again a new lead', async () => {
    const { id, email, name } = await person('Jane Again')
    await erase(id, name)
    await contact.send(contact.form({ name, email }))
    const [lead] = await contact.leadsOf(email)
    expect(lead?.id).not.toBe(id)
    expect(await applyErasures(payload, readErasures(journalFile(env().DATA_DIR)))).toEqual({})
    expect(await contact.stored(email)).toHaveLength(1)
  })

  it('takes leads along that were merged into it', async () => {
    const { id, name } = await person('Jane Merged')
    const merged = await person('Janet Merged')
    await payload.update({ collection: 'leads', id: merged.id, data: { mergedInto: id } })
    await erase(id, name)
    expect(await everything()).not.toContain('Janet Merged')
  })

  it('that a crash interrupts is finished afterwards', async () => {
    const { id, email, name } = await person('Jane Interrupted')
    const original = payload.delete
    vi.spyOn(payload, 'delete').mockImplementation((options) => {
      if (options.collection === 'contact-points') throw new Error('The process was killed')
      return original(options as never) as never
    })
    expect((await erase(id, name)).status).toBe(500)
    vi.restoreAllMocks()
    expect(await everything()).toContain(email)
    await finishErasures(payload)
    const left = await everything()
    for (const trace of [name, email]) expect(left).not.toContain(trace)
    const { docs } = await payload.find({ collection: 'erasures', sort: '-erasedAt', limit: 1 })
    expect(docs).toMatchObject([{ done: true, counts: { leads: 1, 'contact-submissions': 2 } }])
    const where: Where = { and: [{ action: { equals: 'erase' } }, { document: { equals: id } }] }
    const { docs: noted } = await payload.find({ collection: 'audit-entries', where })
    expect(noted).toMatchObject([{ user: staff.admin.id, counts: { leads: 1 } }])
  })

  it('does not begin when it cannot be noted', async () => {
    const { id, email, name } = await person('Jane Unnoted')
    const { DATA_DIR } = env()
    env().DATA_DIR = '/no/such/directory'
    const { status } = await erase(id, name)
    env().DATA_DIR = DATA_DIR
    expect(status).toBe(500)
    expect(await contact.stored(email)).toHaveLength(1)
  })
})

describe('a restored backup', () => {
  /** Puts the person back as they were, as an older backup does. */
  async function restored(name: string, change: (documents: Documents) => void = () => {}) {
    const { id, email } = await person(name)
    const read = async (collection: 'leads' | 'contact-points' | 'contact-submissions') =>
      (await payload.find({ collection, where: {}, pagination: false, depth: 0 })).docs
    const documents = {
      leads: (await read('leads'))
        .filter((lead) => lead.id === id)
        .map((lead) => ({ ...lead, contactPoints: undefined, submissions: undefined, events: undefined })),
      'contact-points': (await read('contact-points')).filter((point) => 'lead' in point && point.lead === id),
      'contact-submissions': (await read('contact-submissions')).filter(
        (message) => 'email' in message && message.email.toLowerCase() === email,
      ),
    }
    await erase(id, name)
    await payload.db.deleteMany({ collection: 'erasures', where: {} })
    change(documents)
    for (const [collection, docs] of Object.entries(documents)) {
      for (const data of docs) await payload.db.create({ collection: collection as CollectionSlug, data: { ...data } })
    }
    return { id, email }
  }
  type Documents = Record<string, object[]>

  it('loses the people again who were erased since', async () => {
    const { email } = await restored('Jane Restored')
    expect(await everything()).toContain(email)
    const counts = await applyErasures(payload, readErasures(journalFile(env().DATA_DIR)))
    expect(counts).toMatchObject({ leads: 1, 'contact-points': 2, 'contact-submissions': 2 })
    expect(await everything()).not.toContain('Jane Restored')
    expect(await applyErasures(payload, readErasures(journalFile(env().DATA_DIR)))).toEqual({})
    expect((await payload.count({ collection: 'erasures' })).totalDocs).toBe(1)
  })

  it('knows them by their address under another lead', async () => {
    const another = '01920000-0000-7000-8000-000000000000'
    const { email } = await restored('Jane Elsewhere', (documents) => {
      for (const lead of documents.leads ?? []) Object.assign(lead, { id: another })
      const rest = [...(documents['contact-points'] ?? []), ...(documents['contact-submissions'] ?? [])]
      for (const document of rest) if ('lead' in document && document.lead) Object.assign(document, { lead: another })
    })
    await applyErasures(payload, readErasures(journalFile(env().DATA_DIR)))
    const left = await everything()
    for (const trace of ['Jane Elsewhere', email]) expect(left).not.toContain(trace)
  })
})

describe('the export of a person', () => {
  const download = (id: string, as: { token: string } | undefined) => rest('GET', `/leads/${id}/export`, { as })

  it('has all of them, and nobody else', async () => {
    await person('Other Exported')
    const { id, email, name } = await person('Jane Exported')
    await sweep(payload, new Date(0))
    const { status, body } = await download(id, staff.sales)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      leads: [{ id, name }],
      'contact-points': [{ lead: id }, { lead: id }],
      'contact-submissions': [
        { email, consent: { text: 'You may store this.', version: '2026-1' } },
        { state: 'held' },
      ],
    })
    expect(JSON.stringify(body['lead-events'])).toContain('calls back')
    expect(body.emails).toHaveLength(2)
    expect(body.meetings).toMatchObject([{ lead: id, email }])
    expect(JSON.stringify(body)).not.toContain('Other Exported')
  })

  it('stands in the audit log', async () => {
    const { id } = await person('Jane Audited')
    await download(id, staff.sales)
    const where: Where = { and: [{ action: { equals: 'export' } }, { document: { equals: id } }] }
    const { docs } = await payload.find({ collection: 'audit-entries', where })
    expect(docs).toMatchObject([{ who: 'sales', counts: { leads: 1, 'contact-submissions': 2 } }])
  })

  it('is for those who work with leads', async () => {
    const { id } = await person('Jane Private')
    for (const as of [undefined, staff.author, staff.editor]) expect((await download(id, as)).status).toBe(403)
    expect((await download('no-such-lead', staff.sales)).status).toBe(404)
  })
})
