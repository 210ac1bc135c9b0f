import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { startSweeper, sweep } from '@/leads/follow-up/sweep'
import { isReceived, unfinishedMessages } from '@/leads/queries'
import { type ContactForm, contactForm } from '../support/contact-form'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'

let payload: Payload
let form: ContactForm['form']
let send: ContactForm['send']
let stored: ContactForm['stored']
let mailsOf: ContactForm['mailsOf']
let leadsOf: ContactForm['leadsOf']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ form, send, stored, mailsOf, leadsOf } = await contactForm(payload))
})

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
      [`contact:${submission?.id}:sales:boss@example.com`, 'boss@example.com'],
      [`contact:${submission?.id}:sales:sales@example.com`, 'sales@example.com'],
    ])
    const [acknowledgement, sales] = mails
    expect(sales).toMatchObject({ state: 'queued', replyTo: { name: 'Nguyễn Thị Ánh', address: typed.email } })
    expect(sales?.text).toContain('> We need a backend.')
    expect(sales?.text).toContain(`/admin/collections/contact-submissions/${submission?.id}`)
    expect(acknowledgement?.text).toContain(submission?.reference)
    expect(acknowledgement?.text).not.toContain('We need a backend.')
    expect(acknowledgement?.replyTo?.address).toBe('hello@example.com')
  })

  it('is mailed in full at its longest, whatever signs it is made of', async () => {
    const typed = form({ topic: 'project', message: '<'.repeat(10_000) })
    await send(typed)
    const [submission] = await stored(typed.email)
    const mails = await mailsOf(submission?.id ?? '')
    const sales = mails.filter(({ kind }) => kind === 'contact-sales')
    expect(sales).toHaveLength(2)
    expect(sales[0]?.html).toContain('&lt;'.repeat(10_000))
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
    for (let n = 0; n < 59; n++) await send(form({ extra_remarks: 'filled' }), '203.0.113.10')
    expect(await send(form(), '203.0.113.10')).toMatchObject({ state: 'limited' })
    expect(await send(typed, '203.0.113.10')).toEqual(first)
  })

  it('takes nothing of what its address may send, and is not held for it', async () => {
    const typed = form()
    for (let n = 0; n < 12; n++) await send(typed, '203.0.115.11')
    expect(await stored(typed.email)).toMatchObject([{ state: 'accepted' }])
    const others = Array.from({ length: 9 }, () => form())
    for (const other of others) await send(other, '203.0.115.11')
    expect(await stored(others.at(-1)?.email)).toMatchObject([{ state: 'accepted' }])
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

  it('goes on trying at any age: after a long time down, and when it failed before', async () => {
    const data = submission({ email: 'patient@example.com', enquiryType: 'other' })
    const { id } = await payload.create({ collection: 'contact-submissions', data })
    const long = '2020-01-01T00:00:00.000Z'
    await payload.db.updateOne({ collection: 'contact-submissions', id, data: { updatedAt: long } })
    expect((await stored(data.email))[0]?.updatedAt).toBe(long)
    const create = payload.db.create.bind(payload.db)
    let failures = 0
    const broken = vi.spyOn(payload.db, 'create').mockImplementation(async (args) => {
      if (args.collection !== 'lead-events' || !JSON.stringify(args.data).includes(id)) return create(args)
      failures += 1
      // What was done before the failure has made the message a young one.
      await payload.db.updateOne({ collection: 'contact-submissions', id, data: { updatedAt: long } })
      throw new Error('No room')
    })
    const wait = globalThis.setTimeout
    const hurried = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((work: () => void, ms?: number) => wait(work, ms === 60_000 ? 20 : ms)) as typeof setTimeout)
    const stop = startSweeper(payload)
    try {
      await vi.waitFor(() => expect(failures).toBeGreaterThan(2), { timeout: 10_000 })
      expect(await unfinishedMessages(payload)).toBe(1)
      expect(await mailsOf(id)).toEqual([])
      broken.mockRestore()
      await vi.waitFor(async () => expect(await mailsOf(id)).toHaveLength(2), { timeout: 10_000 })
    } finally {
      broken.mockRestore()
      await stop()
      hurried.mockRestore()
    }
  })
})

describe('many messages of one network', () => {
  it('are held from the eleventh on: stored, with the reason, and mailed to nobody', async () => {
    for (let n = 0; n < 10; n++) await send(form({ extra_remarks: 'filled' }), `2001:db8:6:6::${n}`)
    const typed = form()
    const receipt = await send(typed, '2001:db8:6:6:ffff::1')
    expect(receipt).toMatchObject({ state: 'received' })
    const [held, ...others] = await stored(typed.email)
    expect(others).toEqual([])
    expect(held).toMatchObject({ state: 'held', reasons: ['many-messages'] })
    await sweep(payload, new Date(0))
    expect(await mailsOf(held?.id ?? '')).toEqual([])
    expect(await leadsOf(typed.email)).toEqual([])
    expect(await send(typed, '2001:db8:6:6::1')).toEqual(receipt)
    const neighbour = form()
    await send(neighbour, '2001:db8:6:7::1')
    expect(await stored(neighbour.email)).toMatchObject([{ state: 'accepted' }])
  })

  it('are refused in a flood alone: nothing is stored of the sixty-first, and it says when to come back', async () => {
    for (let n = 0; n < 60; n++) await send(form({ extra_remarks: 'filled' }), `2001:db8:7:7::${n}`)
    const typed = form()
    const receipt = await send(typed, '2001:db8:7:7:ffff::1')
    expect(receipt).toEqual({ state: 'limited', retryAfterSeconds: expect.any(Number) })
    expect(await stored(typed.email)).toEqual([])
  })
})
