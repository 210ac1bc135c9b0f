import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '@/leads/follow-up/sweep'
import { expire, expireNightly } from '@/leads/privacy/retention'
import { rest } from '../support/api'
import { meeting } from '../support/booking'
import { contactForm } from '../support/contact-form'
import { email, submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

/** Far enough ahead that everything the tests make is old by then. */
const LATER = new Date('2041-03-31T12:00:00Z')

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

beforeEach(async () => {
  for (const collection of [
    'email-attempts',
    'emails',
    'contact-submissions',
    'contact-points',
    'lead-events',
    'leads',
    'leases',
    'audit-entries',
  ] as const) {
    await payload.db.deleteMany({ collection, where: {} })
  }
  await keep({})
})

const keep = (retention: Partial<Record<'leads' | 'messages' | 'emails' | 'audit', number>>) =>
  payload.updateGlobal({
    slug: 'settings',
    data: { timeZone: null, retention: { leads: null, messages: null, emails: null, audit: null, ...retention } },
  })

const makeLead = () => payload.create({ collection: 'leads', data: { name: 'Old Lead', status: 'lost' } })
const makeMessage = (data: object = {}) => payload.create({ collection: 'contact-submissions', data: submission(data) })
const makeMail = (data: object = {}) => payload.create({ collection: 'emails', data: email(data) })
const ids = async (collection: 'leads' | 'contact-submissions' | 'emails' | 'audit-entries' | 'email-attempts') =>
  (await payload.find({ collection, pagination: false, depth: 0 })).docs.map(({ id }) => id)

describe('what was kept long enough', () => {
  it('is kept for ever where nobody set a time', async () => {
    await makeMessage()
    await makeMail({ state: 'sent', sentAt: '2026-01-01T00:00:00.000Z' })
    await makeLead()
    expect(await expire(payload, LATER)).toEqual({})
    expect(await ids('contact-submissions')).toHaveLength(1)
  })

  it('of messages goes by the month, but for those nobody decided about', async () => {
    await keep({ messages: 2 })
    const old = await makeMessage({ receivedAt: '2026-01-30T00:00:00.000Z' })
    const spam = await makeMessage({ receivedAt: '2026-01-30T00:00:00.000Z', state: 'spam' })
    const held = await makeMessage({ receivedAt: '2026-01-30T00:00:00.000Z', state: 'held' })
    const young = await makeMessage({ receivedAt: '2026-01-31T00:00:01.000Z' })
    expect(await expire(payload, new Date('2026-03-31T00:00:00Z'))).toEqual({ 'contact-submissions': 2 })
    const left = await ids('contact-submissions')
    expect(left.sort()).toEqual([held.id, young.id].sort())
    expect(left).not.toContain(old.id)
    expect(left).not.toContain(spam.id)
  })

  it.each(['queued', 'sending', 'failed', 'paused'])(
    'is not a message of which a mail is %s, nor that mail',
    async (state) => {
      await keep({ messages: 1, emails: 1, leads: 1 })
      const lead = await makeLead()
      const message = await makeMessage({ lead: lead.id })
      const mail = await makeMail({ state, submission: message.id, lead: lead.id })
      await expire(payload, LATER)
      expect(await ids('contact-submissions')).toEqual([message.id])
      expect(await ids('emails')).toEqual([mail.id])
      expect(await ids('leads')).toEqual([lead.id])
    },
  )

  it('of mails goes with its attempts, and owes nobody anything again', async () => {
    const { form, send, stored } = await contactForm(payload)
    await keep({ emails: 1 })
    const typed = form()
    await send(typed)
    const [message] = await stored(typed.email)
    for (const id of await ids('emails')) {
      const data = { state: 'sent' as const, sentAt: '2026-01-01T00:00:00.000Z' }
      await payload.update({ collection: 'emails', id, data })
      const attempt = { lease: `${id}:1`, email: id, number: 1, startedAt: '2026-01-01T00:00:00.000Z' }
      await payload.create({ collection: 'email-attempts', data: attempt })
    }
    const removed = await expire(payload, LATER)
    expect(removed).toEqual({ emails: 2 })
    expect(await ids('email-attempts')).toEqual([])
    expect(await ids('contact-submissions')).toEqual([message?.id])
    expect(await sweep(payload, new Date(0))).toBe(0)
    expect(await ids('emails')).toEqual([])
  })

  it('of mails goes, also of those that were too late to be sent', async () => {
    await keep({ emails: 1 })
    const late = (notAfter: string) => makeMail({ state: 'late', notAfter })
    await late('2026-01-01T00:00:00.000Z')
    const young = await late(LATER.toISOString())
    expect(await expire(payload, LATER)).toEqual({ emails: 1 })
    expect(await ids('emails')).toEqual([young.id])
  })

  it('of leads goes when their last message went, with what belongs to them', async () => {
    await keep({ leads: 1 })
    const [withMessage, withoutMessage] = [await makeLead(), await makeLead()]
    const message = await makeMessage({ lead: withMessage.id })
    const point = { kind: 'email' as const, raw: 'old@example.com', value: 'old@example.com', lead: withoutMessage.id }
    await payload.create({ collection: 'contact-points', data: point })
    expect(await expire(payload, LATER)).toEqual({ leads: 1 })
    expect(await ids('leads')).toEqual([withMessage.id])
    expect((await payload.count({ collection: 'contact-points' })).totalDocs).toBe(0)
    await keep({ leads: 1, messages: 1 })
    expect(await expire(payload, LATER)).toEqual({ leads: 1, 'contact-submissions': 1 })
    expect(await ids('contact-submissions')).not.toContain(message.id)
  })

  it('is no lead with whom something happened since', async () => {
    await keep({ leads: 1 })
    const lead = await makeLead()
    expect(await expire(payload, new Date())).toEqual({ leads: 0 })
    expect(await ids('leads')).toEqual([lead.id])
  })

  it('is no lead with whom a meeting is to come', async () => {
    await keep({ leads: 1 })
    const { id } = await makeLead()
    const booked = meeting({ lead: id, start: '2041-04-01T09:00:00.000Z', end: '2041-04-01T09:30:00.000Z' })
    await payload.create({ collection: 'meetings', data: booked })
    expect(await expire(payload, LATER)).toEqual({ leads: 0 })
    expect(await expire(payload, new Date('2041-06-01T00:00:00Z'))).toEqual({ leads: 1 })
  })

  it('of the audit log goes too', async () => {
    await keep({ audit: 12 })
    await payload.create({
      collection: 'audit-entries',
      data: { at: '2026-01-01T00:00:00.000Z', who: 'Old', action: 'update', entity: 'leads' },
    })
    await expire(payload, LATER)
    const { docs } = await payload.find({ collection: 'audit-entries', pagination: false })
    expect(docs.map(({ who, action, entity }) => [who, action, entity])).toEqual([
      ['system', 'expire', 'audit-entries'],
    ])
  })

  it('is told in the log and in the audit log', async () => {
    await keep({ messages: 1 })
    await makeMessage()
    const info = vi.spyOn(payload.logger, 'info').mockImplementation(() => undefined)
    await expire(payload, LATER)
    const removed = { 'contact-submissions': 1 }
    expect(info).toHaveBeenCalledWith({ msg: 'Removed what was kept long enough', removed })
    info.mockRestore()
    const { docs } = await payload.find({ collection: 'audit-entries', where: { action: { equals: 'expire' } } })
    expect(docs).toMatchObject([{ who: 'system', entity: 'contact-submissions', counts: removed }])
  })
})

describe('the night', () => {
  it('comes once for all processes, and again the next day', async () => {
    await keep({ messages: 1 })
    const gone = async () => (await ids('contact-submissions')).length === 0
    await makeMessage()
    await Promise.all([1, 2, 3].map(() => expireNightly(payload, LATER)))
    expect(await gone()).toBe(true)
    await makeMessage()
    await expireNightly(payload, new Date(LATER.getTime() + 3_600_000))
    expect(await gone()).toBe(false)
    await expireNightly(payload, new Date(LATER.getTime() + 24 * 3_600_000))
    expect(await gone()).toBe(true)
    const { docs } = await payload.find({ collection: 'audit-entries', where: { action: { equals: 'expire' } } })
    expect(docs).toHaveLength(2)
  })
})

describe('the times', () => {
  it('are set by admins, and seen by nobody else', async () => {
    const set = (as: { token: string }, months: number) =>
      rest('POST', '/globals/settings', { as, body: { retention: { messages: months } } })
    expect((await set(staff.sales, 3)).status).toBe(403)
    for (const months of [0, -1, 1.5]) expect((await set(staff.admin, months)).status).toBe(400)
    expect((await set(staff.admin, 3)).status).toBe(200)
    for (const as of [undefined, staff.sales]) {
      expect((await rest('GET', '/globals/settings', { as })).body).not.toHaveProperty('retention.messages')
    }
    await keep({})
  })
})
