import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { submitContact } from '@/leads/actions'
import { readContactForm, type TypedForm } from '@/leads/contact-form'
import { oweDigests } from '@/leads/held-digest'
import { contactOffer, isReceived, rulesOf } from '@/leads/queries'
import { markAsSpam, releaseSubmission } from '@/leads/release'
import { sweep } from '@/leads/sweep'
import { issueTicket } from '@/leads/ticket'
import { env } from '@/platform/env'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createAccount, createStaff } from '../support/staff'

let payload: Payload
let people = 0
const now = () => new Date()

beforeAll(async () => {
  payload = await contractPayload()
  await payload.updateGlobal({
    slug: 'settings',
    data: {
      companyName: 'Example Agency',
      email: 'hello@example.com',
      phoneCountry: 'GB',
      timeZone: 'Asia/Ho_Chi_Minh',
    },
  })
  await payload.updateGlobal({
    slug: 'notifications',
    data: {
      enquiryTypes: [
        {
          key: 'project',
          label: 'A new project',
          recipients: [{ email: 'sales@example.com' }, { email: 'boss@example.com' }],
        },
        { key: 'other', label: 'Something else' },
      ],
      fallback: [{ email: 'office@example.com' }],
      consentText: 'You may store this.',
      consentVersion: '2026-1',
    },
  })
})

/** A form as a person sends it, rendered a minute before; each call is another person unless told. */
function form(change: TypedForm = {}): TypedForm {
  people += 1
  const rendered = new Date(now().getTime() - 60_000)
  return {
    name: 'Ann Lee',
    email: `ann${people}@example.com`,
    topic: 'other',
    message: 'We need a backend.',
    consent: 'agreed:2026-1',
    ticket: issueTicket(env().PAYLOAD_SECRET, rendered),
    attribution: JSON.stringify({ landingPage: '/blog/rust', source: 'news' }),
    ...change,
  }
}

/** Every sender has an address of their own, so that the limit is not what is tested. */
async function send(typed: TypedForm, address = `198.51.${people}.${Math.floor(Math.random() * 250)}`, at = now()) {
  const offer = await contactOffer(payload)
  const result = readContactForm(typed, rulesOf(offer))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return submitContact(payload, { message: result.message, typed, offer, address }, at)
}

async function stored(email: string | undefined) {
  const where = { email: { equals: email } }
  return (await payload.find({ collection: 'contact-submissions', where, depth: 0, sort: 'createdAt' })).docs
}

async function mailsOf(submission: string) {
  const where = { submission: { equals: submission } }
  return (await payload.find({ collection: 'emails', where, depth: 0, sort: 'key' })).docs
}

async function leadsOf(email: string | undefined) {
  const { docs } = await payload.find({ collection: 'contact-points', where: { value: { equals: email } }, depth: 1 })
  return docs.map(({ lead }) => lead).filter((lead) => typeof lead !== 'string')
}

describe('a message', () => {
  it('is stored as it was sent, with what was agreed to and where its sender came from', async () => {
    const typed = form({ company: 'Example Ltd', phone: '020 7946 0001', from: 'why-go' })
    const receipt = await send(typed)
    const [submission] = await stored(typed.email)
    expect(submission).toMatchObject({
      state: 'accepted',
      reasons: [],
      reference: receipt.state === 'received' && receipt.reference,
      enquiryType: 'other',
      enquiryLabel: 'Something else',
      name: 'Ann Lee',
      phone: '020 7946 0001',
      consent: { text: 'You may store this.', version: '2026-1' },
      attribution: { landingPage: '/blog/rust', source: 'news', article: 'why-go' },
      locale: 'en',
    })
    expect(submission?.answers).toContainEqual({ key: 'topic', label: 'Topic', value: 'Something else' })
    expect(await isReceived(payload, submission?.reference ?? '')).toBe(true)
    expect(await isReceived(payload, 'AAAAA-AAAAA')).toBe(false)
  })

  it('makes a lead with contact points, first and last touch, and an entry on its timeline', async () => {
    const typed = form({ phone: '020 7946 0002' })
    await send(typed)
    const [submission] = await stored(typed.email)
    const [lead] = await leadsOf(typed.email)
    expect(submission?.lead).toBe(lead?.id)
    expect(lead).toMatchObject({
      name: 'Ann Lee',
      status: 'new',
      firstTouch: { source: 'news' },
      lastTouch: { source: 'news' },
    })
    const points = await payload.find({ collection: 'contact-points', where: { lead: { equals: lead?.id } } })
    expect(points.docs.map(({ value }) => value).sort()).toEqual(['+442079460002', typed.email])
    const events = await payload.find({ collection: 'lead-events', where: { lead: { equals: lead?.id } } })
    expect(events.docs).toMatchObject([{ kind: 'message', data: { submission: submission?.id } }])
  })

  it('owes a mail to each recipient of its topic, and an acknowledgement', async () => {
    const typed = form({ topic: 'project', name: 'Nguyễn Thị Ánh' })
    await send(typed)
    const [submission] = await stored(typed.email)
    const mails = await mailsOf(submission?.id ?? '')
    expect(mails.map(({ key, to }) => [key, to?.address])).toEqual([
      [`contact:${submission?.id}:ack`, typed.email],
      [`contact:${submission?.id}:sales`, 'sales@example.com'],
      [`contact:${submission?.id}:sales:2`, 'boss@example.com'],
    ])
    const [acknowledgement, sales] = mails
    expect(sales).toMatchObject({ state: 'queued', replyTo: { name: 'Nguyễn Thị Ánh', address: typed.email } })
    expect(sales?.text).toContain('> We need a backend.')
    expect(sales?.text).toContain(`/admin/collections/contact-submissions/${submission?.id}`)
    expect(acknowledgement?.text).toContain(submission?.reference)
    expect(acknowledgement?.text).not.toContain('We need a backend.')
    expect(acknowledgement?.replyTo?.address).toBe('hello@example.com')
  })

  it('of a topic without recipients goes to the fallback', async () => {
    const typed = form()
    await send(typed)
    const [submission] = await stored(typed.email)
    const mails = await mailsOf(submission?.id ?? '')
    expect(mails.map(({ to }) => to?.address).sort()).toEqual([typed.email, 'office@example.com'].sort())
  })
})

describe('a repeat', () => {
  it('sent twenty times at once is one message, one lead and one pair of mails', async () => {
    const typed = form()
    const receipts = await Promise.all(Array.from({ length: 20 }, () => send(typed, '203.0.113.9')))
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    const submissions = await stored(typed.email)
    expect(submissions).toHaveLength(1)
    expect(await mailsOf(submissions[0]?.id ?? '')).toHaveLength(2)
    expect(await leadsOf(typed.email)).toHaveLength(1)
  })

  it('sent later gets the same receipt, also once the limit is reached', async () => {
    const typed = form()
    const first = await send(typed, '203.0.113.10')
    for (let n = 0; n < 9; n++) await send(form({ extra_remarks: 'filled' }), '203.0.113.10')
    expect(await send(form(), '203.0.113.10')).toMatchObject({ state: 'limited' })
    expect(await send(typed, '203.0.113.10')).toEqual(first)
  })

  it('that was edited after going back is a new message', async () => {
    const typed = form()
    const first = await send(typed)
    const second = await send({ ...typed, message: 'We need two backends.' })
    expect(second).not.toEqual(first)
    expect(await stored(typed.email)).toHaveLength(2)
    expect(await leadsOf(typed.email)).toHaveLength(1)
  })

  it('without a ticket is known by address, message and day', async () => {
    const typed = form({ ticket: undefined })
    expect(await send(typed)).toEqual(await send({ ...typed, ticket: 'broken' }))
    const [submission, ...others] = await stored(typed.email)
    expect(others).toEqual([])
    expect(submission).toMatchObject({ state: 'accepted', reasons: ['ticket-missing'] })
  })
})

describe('a lead', () => {
  it('is one for two messages of one address at once', async () => {
    const { email } = form()
    const before = (await payload.count({ collection: 'leads' })).totalDocs
    await Promise.all([
      send(form({ email, message: 'First' })),
      send(form({ email: email?.toUpperCase(), message: 'Second' })),
    ])
    expect(await leadsOf(email)).toHaveLength(1)
    expect((await payload.count({ collection: 'leads' })).totalDocs).toBe(before + 1)
  })

  it('keeps what it has and gets what it lacks', async () => {
    const { email } = form()
    await send(form({ email, name: 'Ann Lee' }))
    const [before] = await leadsOf(email)
    await payload.update({ collection: 'leads', id: before?.id ?? '', data: { status: 'qualified' } })
    const attribution = JSON.stringify({ source: 'later' })
    await send(form({ email, name: 'Somebody Else', company: 'Example Ltd', message: 'Again', attribution }))
    await send(form({ email, company: 'Another Ltd', message: 'And again', attribution }))
    const [after] = await leadsOf(email)
    expect(after).toMatchObject({
      id: before?.id,
      name: 'Ann Lee',
      company: 'Example Ltd',
      status: 'qualified',
      firstTouch: { source: 'news' },
      lastTouch: { source: 'later' },
    })
  })

  it('who called before is recognised by the number, unless it has another address', async () => {
    const caller = await payload.create({ collection: 'leads', data: { name: 'Caller', status: 'contacted' } })
    await payload.create({
      collection: 'contact-points',
      data: { kind: 'phone', raw: '020 7946 0003', value: '+442079460003', lead: caller.id },
    })
    const typed = form({ phone: '+44 20 7946 0003' })
    await send(typed)
    expect(await leadsOf(typed.email)).toMatchObject([{ id: caller.id, name: 'Caller' }])
    const colleague = form({ phone: '+44 20 7946 0003' })
    await send(colleague)
    expect((await leadsOf(colleague.email))[0]?.id).not.toBe(caller.id)
  })
})

describe('a suspicious message', () => {
  it.each<[string, TypedForm]>([
    ['with the honeypot filled', { extra_remarks: 'buy' }],
    ['sent faster than a person can', { ticket: 'at once' }],
  ])('%s is kept, marked, and mails nobody', async (_, change) => {
    const at = now()
    const typed = form(change.ticket ? { ticket: issueTicket(env().PAYLOAD_SECRET, at) } : change)
    expect(await send(typed, undefined, at)).toMatchObject({ state: 'received' })
    const [submission] = await stored(typed.email)
    expect(submission).toMatchObject({ state: 'held' })
    expect(submission?.lead ?? null).toBeNull()
    expect(submission?.reasons).toHaveLength(1)
    expect(await mailsOf(submission?.id ?? '')).toEqual([])
    expect(await leadsOf(typed.email)).toEqual([])
    await sweep(payload, new Date(0))
    expect(await mailsOf(submission?.id ?? '')).toEqual([])
  })

  it('is mailed once it is released, with the day it was written, and once only', async () => {
    const { id: author } = await createAccount(payload, 'releasing', ['sales'])
    const typed = form({ extra_remarks: 'filled' })
    await send(typed, undefined, new Date('2026-03-01T20:00:00Z'))
    const [submission] = await stored(typed.email)
    const id = submission?.id ?? ''
    expect(await releaseSubmission(payload, id, author)).toBe(true)
    expect(await releaseSubmission(payload, id, author)).toBe(true)
    expect((await stored(typed.email))[0]?.state).toBe('released')
    const mails = await mailsOf(id)
    expect(mails).toHaveLength(2)
    for (const mail of mails) expect(mail.text).toContain('2 March 2026')
    const [lead] = await leadsOf(typed.email)
    const { docs } = await payload.find({ collection: 'lead-events', where: { lead: { equals: lead?.id } }, depth: 0 })
    expect(docs.map(({ kind, author: by }) => [kind, by ?? null]).sort()).toEqual([
      ['change', author],
      ['message', null],
    ])
  })

  it('that is spam is kept, and can still be released', async () => {
    const typed = form({ extra_remarks: 'filled' })
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await markAsSpam(payload, id)).toBe(true)
    expect(await mailsOf(id)).toEqual([])
    expect(await releaseSubmission(payload, id, '')).toBe(true)
    expect(await mailsOf(id)).toHaveLength(2)
  })

  it('is the only kind that can be released', async () => {
    const typed = form()
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await releaseSubmission(payload, id, '')).toBe(false)
    expect(await markAsSpam(payload, id)).toBe(false)
    expect(await releaseSubmission(payload, 'no-such-id', '')).toBe(false)
  })
})

describe('the digest of held messages', () => {
  it('is mailed once a day to the recipients of each enquiry type, with a link to decide', async () => {
    const held = form({ topic: 'project', name: 'Held Person', extra_remarks: 'filled' })
    await send(held)
    const [submission] = await stored(held.email)
    await oweDigests(payload, new Date('2026-03-02T00:30:00Z'))
    await oweDigests(payload, new Date('2026-03-02T02:00:00Z'))
    await oweDigests(payload, new Date('2026-03-02T03:00:00Z'))
    const { docs } = await payload.find({ collection: 'emails', where: { kind: { equals: 'held-digest' } } })
    const toBoss = docs.filter(({ to }) => to?.address === 'boss@example.com')
    expect(toBoss).toHaveLength(1)
    expect(toBoss[0]?.text).toContain('Held Person')
    expect(toBoss[0]?.text).toContain(`/admin/collections/contact-submissions/${submission?.id}`)
    const toOffice = docs.find(({ to }) => to?.address === 'office@example.com')
    expect(toOffice?.text ?? '').not.toContain('Held Person')
  })
})

describe('releasing by REST', () => {
  it('is for admins and sales', async () => {
    const typed = form({ extra_remarks: 'filled' })
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    const { author, editor, sales } = await createStaff(payload)
    for (const decision of ['release', 'spam']) {
      for (const as of [undefined, author, editor]) {
        expect((await rest('POST', `/contact-submissions/${id}/${decision}`, { as })).status).toBe(403)
      }
    }
    expect((await stored(typed.email))[0]?.state).toBe('held')
    expect((await rest('POST', `/contact-submissions/${id}/release`, { as: sales })).body).toEqual({
      state: 'released',
    })
    expect((await rest('POST', `/contact-submissions/${id}/spam`, { as: sales })).status).toBe(409)
    expect((await rest('POST', '/contact-submissions/none/release', { as: sales })).status).toBe(409)
  })
})

describe('what fails after a message was stored', () => {
  it("is not its sender's matter, and is made good by the sweeper", async () => {
    const original = payload.create
    const create = vi.spyOn(payload, 'create').mockImplementation((options) => {
      if (options.collection === 'emails') throw new Error('The disk is full')
      return original(options as never) as never
    })
    const typed = form()
    expect(await send(typed)).toMatchObject({ state: 'received' })
    create.mockRestore()
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await mailsOf(id)).toEqual([])
    expect(await sweep(payload, new Date(Date.now() - 60_000))).toBe(1)
    expect(await mailsOf(id)).toHaveLength(2)
  })

  it('but a message that could not be stored is not acknowledged', async () => {
    const create = vi.spyOn(payload, 'create').mockRejectedValue(new Error('The disk is full'))
    const typed = form()
    await expect(send(typed)).rejects.toThrow('The disk is full')
    create.mockRestore()
    expect(await stored(typed.email)).toEqual([])
    expect(await send(typed)).toMatchObject({ state: 'received' })
  })
})

describe('the sweeper', () => {
  it('completes what a crash left undone, once', async () => {
    const typed = form()
    await send(typed)
    const [done] = await stored(typed.email)
    const { id: _, createdAt: __, updatedAt: ___, lead: ____, ...copy } = done ?? ({} as never)
    const crashed = { ...copy, key: 'crashed', reference: 'CRASH-00001', email: 'crashed@example.com', reasons: [] }
    const { id } = await payload.create({ collection: 'contact-submissions', data: { ...crashed, answers: [] } })
    expect(await sweep(payload, new Date(0))).toBe(1)
    expect(await mailsOf(id)).toHaveLength(2)
    expect(await leadsOf('crashed@example.com')).toHaveLength(1)
    expect(await sweep(payload, new Date(0))).toBe(0)
  })
})

describe('the limit', () => {
  it('refuses the eleventh message of a network, stores nothing of it, and says when to come back', async () => {
    for (let n = 0; n < 10; n++) await send(form({ extra_remarks: 'filled' }), `2001:db8:7:7::${n}`)
    const typed = form()
    const receipt = await send(typed, '2001:db8:7:7:ffff::1')
    expect(receipt).toEqual({ state: 'limited', retryAfterSeconds: expect.any(Number) })
    expect(await stored(typed.email)).toEqual([])
  })
})
