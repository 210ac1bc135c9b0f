import type { Payload, Where } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, graphql, rest } from '../support/api'
import { createHost, meetingType } from '../support/booking'
import { contactForm } from '../support/contact-form'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

beforeEach(async () => {
  await payload.db.deleteMany({ collection: 'audit-entries', where: {} })
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** Fields that are emptied by a list without rows. */
const LISTS: string[] = ['header', 'holidays']

const idOf = ({ body }: Answer) => (body.doc as { id: string }).id

async function entries(where: Where = {}) {
  const { docs } = await payload.find({ collection: 'audit-entries', where, sort: 'createdAt', depth: 0 })
  return docs
}

const enter = (body: object = { name: 'Jane Secret' }) => rest('POST', '/leads', { as: staff.sales, body })

describe('the audit log', () => {
  it('says who entered, changed and deleted a lead, and in which fields', async () => {
    const id = idOf(await enter())
    await rest('PATCH', `/leads/${id}?depth=1`, { as: staff.sales, body: { company: 'Hidden Ltd', status: 'new' } })
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { name: 'Jane Secret' } })
    await rest('DELETE', `/leads/${id}`, { as: staff.admin })
    const about = { entity: 'leads', document: id }
    expect(await entries({ entity: { equals: 'leads' } })).toMatchObject([
      { ...about, action: 'create', who: 'sales', email: 'sales@example.com', user: staff.sales.id },
      { ...about, action: 'update', who: 'sales', fields: ['company'] },
      { ...about, action: 'delete', who: 'admin', user: staff.admin.id },
    ])
  })

  it('keeps no word of what stood in a lead, nor its name', async () => {
    const id = idOf(await enter({ name: 'Jane Secret', firstContact: 'jane.secret@example.com' }))
    expect((await entries({ document: { equals: id } }))[0]?.title).toBe('Jane Secret')
    await rest('PATCH', `/leads/${id}`, { as: staff.sales, body: { company: 'Hidden Ltd' } })
    await rest('DELETE', `/leads/${id}`, { as: staff.admin })
    expect(JSON.stringify(await entries())).not.toMatch(/jane|secret|hidden/i)
  })

  it('says who merged a lead into another, once', async () => {
    const [from, into] = [idOf(await enter()), idOf(await enter({ name: 'Joan Secret' }))]
    for (let i = 0; i < 2; i++) await rest('POST', `/leads/${from}/merge`, { as: staff.sales, body: { into } })
    expect((await rest('POST', `/leads/${into}/merge`, { as: staff.editor, body: { into: from } })).status).toBe(403)
    const about = { entity: 'leads', document: from, user: staff.sales.id, fields: ['mergedInto'] }
    expect(await entries({ action: { equals: 'merge' } })).toMatchObject([about])
  })

  it('says who removed an entry of the timeline, of which lead, and no word of it', async () => {
    const lead = idOf(await enter())
    const note = { lead, kind: 'note', text: 'A secret word' }
    const id = idOf(await rest('POST', '/lead-events', { as: staff.sales, body: note }))
    expect((await rest('DELETE', `/lead-events/${id}`, { as: staff.sales })).status).toBe(403)
    expect(await entries({ entity: { equals: 'lead-events' } })).toEqual([])
    expect((await rest('DELETE', `/lead-events/${id}`, { as: staff.admin })).status).toBe(200)
    const found = await entries({ entity: { equals: 'lead-events' } })
    expect(found).toMatchObject([{ action: 'delete', document: id, title: `note of ${lead}`, user: staff.admin.id }])
    expect(JSON.stringify(found)).not.toContain('secret')
    await rest('POST', '/lead-events', { as: staff.sales, body: note })
    expect((await rest('DELETE', `/leads/${lead}`, { as: staff.admin })).status).toBe(200)
    // What goes with its lead needs no entry of its own.
    expect(await entries({ entity: { equals: 'lead-events' } })).toHaveLength(1)
  })

  it('has an entry for each contact point that somebody adds, corrects or removes', async () => {
    const lead = idOf(await enter())
    const body = { raw: 'jane.audit@example.com', lead }
    const id = idOf(await rest('POST', '/contact-points', { as: staff.sales, body }))
    await rest('PATCH', `/contact-points/${id}`, { as: staff.sales, body: { raw: 'joan.audit@example.com' } })
    await rest('DELETE', `/contact-points/${id}`, { as: staff.admin })
    const found = await entries({ document: { equals: id } })
    expect(found.map(({ action, fields }) => [action, (fields ?? []).join()])).toEqual([
      ['create', ''],
      ['update', 'raw,value'],
      ['delete', ''],
    ])
  })

  it('has who decided about a held message, once', async () => {
    const make = async () =>
      (await payload.create({ collection: 'contact-submissions', data: submission({ state: 'held' }) })).id
    const [released, spam] = [await make(), await make()]
    await rest('POST', `/contact-submissions/${released}/release`, { as: staff.sales })
    await rest('POST', `/contact-submissions/${released}/release`, { as: staff.sales })
    await rest('POST', `/contact-submissions/${spam}/spam`, { as: staff.admin })
    const where = { entity: { equals: 'contact-submissions' } }
    expect(await entries(where)).toMatchObject([
      { action: 'release', document: released, who: 'sales' },
      { action: 'spam', document: spam, who: 'admin' },
    ])
  })

  it('has accounts and their roles and passwords, by name, also when no person acts', async () => {
    const data = {
      name: 'New Hire',
      email: 'new.hire@example.com',
      password: 'a long password',
      roles: ['author'] as const,
    }
    const { id } = await payload.create({ collection: 'users', data: { ...data, roles: [...data.roles] } })
    const change = (body: object) => rest('PATCH', `/users/${id}`, { as: staff.admin, body })
    await change({ roles: ['author', 'sales'] })
    await change({ password: 'another long password' })
    await payload.login({ collection: 'users', data: { email: data.email, password: 'another long password' } })
    await rest('DELETE', `/users/${id}`, { as: staff.admin })
    const found = await entries({ document: { equals: id } })
    expect(found).toMatchObject([
      { action: 'create', who: 'system', title: 'New Hire' },
      { action: 'update', who: 'admin', fields: ['roles'] },
      { action: 'update', who: 'admin', fields: ['password'] },
      { action: 'delete', who: 'admin', title: 'New Hire' },
    ])
    expect(JSON.stringify(found)).not.toContain('long password')
  })

  it('has a password that somebody set with the link of a mail', async () => {
    const { email } = staff.otherAuthor.user
    const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    await rest('POST', '/users/reset-password', { body: { token, password: 'a third long password' } })
    expect(await entries()).toMatchObject([{ action: 'update', document: staff.otherAuthor.id, fields: ['password'] }])
  })

  it.each([
    ['settings', { hotline: '+44 20 7946 0000' }, ['hotline']],
    ['navigation', { header: [{ label: 'Blog', url: '/blog' }] }, ['header']],
    ['notifications', { consentVersion: '7' }, ['consentVersion']],
    ['booking', { holidays: [{ date: '2027-01-01T12:00:00.000Z', name: 'New Year' }] }, ['holidays']],
  ] as const)('has changes of %s, and none where nothing changed', async (slug, body, fields) => {
    await rest('POST', `/globals/${slug}`, { as: staff.admin, body })
    await rest('POST', `/globals/${slug}`, { as: staff.admin, body })
    expect(await entries()).toMatchObject([{ action: 'update', entity: slug, who: 'admin', fields }])
    const emptied = Object.fromEntries(fields.map((field) => [field, LISTS.includes(field) ? [] : null]))
    await payload.updateGlobal({ slug, data: emptied })
    expect((await entries()).at(-1)).toMatchObject({ who: 'system', fields })
  })

  it('says who gave a colleague other hours or another calendar, and keeps no address of one', async () => {
    const { id } = await createHost(payload, { name: 'Minh', user: staff.author.id })
    const change = (as: Staff['author'], body: object) => rest('PATCH', `/hosts/${id}`, { as, body })
    await change(staff.author, { weeklyHours: [{ days: ['mon'], from: '08:00', to: '12:00' }] })
    await change(staff.author, { weeklyHours: [{ days: ['mon'], from: '08:00', to: '12:00' }] })
    await change(staff.otherAuthor, { timeZone: 'Asia/Tokyo' })
    await change(staff.author, { busyFeed: { url: 'https://calendar.example.com/secret.ics' } })
    await change(staff.admin, { active: false })
    await rest('DELETE', `/hosts/${id}`, { as: staff.admin })
    const found = await entries({ document: { equals: id } })
    expect(found.map(({ action, who, title, fields }) => [action, who, title, (fields ?? []).join()])).toEqual([
      ['update', 'author', 'Minh', 'weeklyHours'],
      ['update', 'author', 'Minh', 'busyFeed.url'],
      ['update', 'admin', 'Minh', 'active'],
      ['delete', 'admin', 'Minh', ''],
    ])
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  it('says who changed what can be booked', async () => {
    const host = await createHost(payload)
    const body = meetingType('Audited call', [host.id])
    const id = idOf(await rest('POST', '/meeting-types', { as: staff.admin, body }))
    const change = (as: Staff['author'], data: object) => rest('PATCH', `/meeting-types/${id}`, { as, body: data })
    await change(staff.admin, { length: 60, location: { kind: 'phone' } })
    await change(staff.admin, { length: 60, hosts: [host.id] })
    await change(staff.sales, { length: 15 })
    await rest('DELETE', `/meeting-types/${id}`, { as: staff.admin })
    const found = await entries({ document: { equals: id } })
    expect(found.map(({ action, who, title, fields }) => [action, who, title, (fields ?? []).join()])).toEqual([
      ['create', 'admin', 'Audited call', ''],
      ['update', 'admin', 'Audited call', 'length,location.kind'],
      ['delete', 'admin', 'Audited call', ''],
    ])
  })

  it('is silent about what a visitor sends', async () => {
    const { form, send } = await contactForm(payload)
    await payload.db.deleteMany({ collection: 'audit-entries', where: {} })
    await send(form())
    expect(await entries()).toEqual([])
  })

  it('that cannot be written keeps no change from being made, and is told in the log', async () => {
    const original = payload.create
    vi.spyOn(payload, 'create').mockImplementation((options) => {
      if (options.collection === 'audit-entries') throw new Error('The disk is full')
      return original(options as never) as never
    })
    const error = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const answer = await enter()
    expect(answer.status).toBe(201)
    expect(error).toHaveBeenCalledWith(
      expect.objectContaining({ msg: 'An audit entry was not written', document: idOf(answer), user: staff.sales.id }),
    )
  })
})

describe('an audit entry', () => {
  it('is read by admins alone', async () => {
    await enter()
    for (const as of [undefined, staff.author, staff.editor, staff.sales]) {
      expect((await rest('GET', '/audit-entries', { as })).status).toBe(403)
      const { body } = await graphql('{ AuditEntries { docs { who } } }', { as })
      expect(JSON.stringify(body)).not.toContain('sales')
    }
    expect((await rest('GET', '/audit-entries', { as: staff.admin })).body.docs).toHaveLength(1)
    expect(JSON.stringify((await graphql('{ AuditEntries { docs { who } } }', { as: staff.admin })).body)).toContain(
      'sales',
    )
  })

  it('is made, changed and removed by nobody, an admin neither', async () => {
    await enter()
    const before = await entries()
    const id = before[0]?.id ?? ''
    const body = { who: 'somebody else', action: 'delete', entity: 'leads', at: new Date().toISOString() }
    for (const as of [undefined, staff.sales, staff.admin]) {
      expect((await rest('POST', '/audit-entries', { as, body })).status).toBe(403)
      expect((await rest('PATCH', `/audit-entries/${id}`, { as, body })).status).toBe(403)
      expect((await rest('PATCH', '/audit-entries?where[who][equals]=sales', { as, body })).status).toBe(403)
      expect((await rest('DELETE', `/audit-entries/${id}`, { as })).status).toBe(403)
      expect((await rest('DELETE', '/audit-entries?where[who][equals]=sales', { as })).status).toBe(403)
      expect((await rest('POST', `/audit-entries/${id}/duplicate`, { as, body })).status).not.toBe(201)
      await graphql(`mutation { updateAuditEntry(id: "${id}", data: { who: "x" }) { who } }`, { as })
      await graphql(`mutation { deleteAuditEntry(id: "${id}") { who } }`, { as })
    }
    const local = { collection: 'audit-entries', user: staff.admin.user, overrideAccess: false } as const
    await expect(payload.update({ ...local, id, data: { who: 'x' } })).rejects.toMatchObject({ status: 403 })
    await expect(payload.delete({ ...local, id })).rejects.toMatchObject({ status: 403 })
    expect(await entries()).toEqual(before)
  })
})
