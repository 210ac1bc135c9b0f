import type { Payload, Where } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { doDailyWork } from '@/leads/abuse/daily'
import { oweDigests } from '@/leads/abuse/held-digest'
import { type Decider, markAsSpam, releaseSubmission } from '@/leads/abuse/release'
import { sweep } from '@/leads/follow-up/sweep'
import type { TypedForm } from '@/leads/form/contact-form'
import { env } from '@/platform/env'
import { rest } from '../support/api'
import { type ContactForm, contactForm } from '../support/contact-form'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createAccount, createStaff } from '../support/staff'

const link: Decider = { name: 'a link' }
let sam: Decider
let payload: Payload
let form: ContactForm['form']
let send: ContactForm['send']
let stored: ContactForm['stored']
let mailsOf: ContactForm['mailsOf']
let leadsOf: ContactForm['leadsOf']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ form, send, stored, mailsOf, leadsOf } = await contactForm(payload))
  sam = { id: (await createAccount(payload, 'releasing', ['sales'])).id, name: 'Sam Sales' }
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a suspicious message', () => {
  it.each<[string, TypedForm]>([
    ['with the honeypot filled', { extra_remarks: 'buy' }],
    ['sent faster than a person can', { ticket: 'at once' }],
  ])('%s is kept, marked, and mails nobody', async (_, change) => {
    const at = new Date()
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
    const typed = form({ extra_remarks: 'filled' })
    await send(typed, undefined, new Date('2026-03-01T20:00:00Z'))
    const [submission] = await stored(typed.email)
    const id = submission?.id ?? ''
    expect(await releaseSubmission(payload, id, sam)).toBe(true)
    expect(await releaseSubmission(payload, id, sam)).toBe(true)
    expect((await stored(typed.email))[0]?.state).toBe('released')
    const mails = await mailsOf(id)
    expect(mails).toHaveLength(2)
    for (const mail of mails) expect(mail.text).toContain('2 March 2026')
    for (const mail of mails) expect(mail.html).toContain('2 March 2026')
    expect((await stored(typed.email))[0]).toMatchObject({
      receivedAt: '2026-03-01T20:00:00.000Z',
      decidedBy: sam.name,
    })
    const [lead] = await leadsOf(typed.email)
    const { docs } = await payload.find({ collection: 'lead-events', where: { lead: { equals: lead?.id } }, depth: 0 })
    expect(docs.map(({ kind, author: by }) => [kind, by ?? null]).sort()).toEqual([
      ['change', sam.id],
      ['message', null],
    ])
  })

  it('that is spam is kept, and can still be released', async () => {
    const typed = form({ extra_remarks: 'filled' })
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await markAsSpam(payload, id, sam)).toBe(true)
    const [spam] = await stored(typed.email)
    expect(spam).toMatchObject({ state: 'spam', decidedBy: sam.name, decidedAt: expect.any(String) })
    expect(await markAsSpam(payload, id, link)).toBe(true)
    expect((await stored(typed.email))[0]).toEqual(spam)
    expect(await mailsOf(id)).toEqual([])
    expect(await releaseSubmission(payload, id, link)).toBe(true)
    expect((await stored(typed.email))[0]?.decidedBy).toBe(link.name)
    expect(await mailsOf(id)).toHaveLength(2)
  })

  it('is decided about by one at a time: who comes second sees what the first decided', async () => {
    const typed = form({ extra_remarks: 'filled' })
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    const lease = { holder: 'another process', expiresAt: new Date(Date.now() + 60_000).toISOString() }
    await payload.create({ collection: 'leases', data: { name: `deciding about message ${id}`, ...lease } })
    const spam = markAsSpam(payload, id, sam)
    await new Promise((done) => setTimeout(done, 300))
    expect((await stored(typed.email))[0]?.state).toBe('held')
    await payload.db.updateOne({ collection: 'contact-submissions', id, data: { state: 'released' } })
    await payload.db.deleteMany({ collection: 'leases', where: { holder: { equals: lease.holder } } })
    expect(await spam).toBe(false)
    expect((await stored(typed.email))[0]?.state).toBe('released')
  })

  it('is the only kind that can be released', async () => {
    const typed = form()
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await releaseSubmission(payload, id, sam)).toBe(false)
    expect(await markAsSpam(payload, id, link)).toBe(false)
    expect(await releaseSubmission(payload, 'no-such-id', link)).toBe(false)
  })
})

describe('the digest of held messages', () => {
  const digestsTo = async (address: string) => {
    const where = { kind: { equals: 'held-digest' } }
    const { docs } = await payload.find({ collection: 'emails', where, sort: 'createdAt', pagination: false })
    return docs.filter(({ to }) => to?.address === address).map(({ text }) => text)
  }

  it('is mailed once a day to the recipients of each enquiry type, with a link to decide', async () => {
    const held = form({ topic: 'project', name: 'Held Person', extra_remarks: 'filled' })
    await send(held)
    const [submission] = await stored(held.email)
    await doDailyWork(payload, new Date('2026-03-02T00:30:00Z'))
    expect(await digestsTo('boss@example.com')).toEqual([])
    await doDailyWork(payload, new Date('2026-03-02T02:00:00Z'))
    await doDailyWork(payload, new Date('2026-03-02T03:00:00Z'))
    const [toBoss, ...others] = await digestsTo('boss@example.com')
    expect(others).toEqual([])
    expect(toBoss).toContain('Held Person')
    expect(toBoss).toContain(`/admin/collections/contact-submissions/${submission?.id}`)
    expect((await digestsTo('office@example.com')).join()).not.toContain('Held Person')
    expect((await stored(held.email))[0]).toMatchObject({ state: 'held', listedAt: '2026-03-02T02:00:00.000Z' })
  })

  it('of the next day lists what came since, and nothing twice', async () => {
    const [first, second] = [1, 2].map((n) => form({ topic: 'project', name: `Later ${n}`, extra_remarks: 'filled' }))
    const dayOf = (day: number) => new Date(`2026-03-0${day}T02:00:00Z`)
    await send(first ?? {})
    await doDailyWork(payload, dayOf(3))
    await send(second ?? {})
    await doDailyWork(payload, new Date('2026-03-03T08:00:00Z'))
    expect((await stored(second?.email))[0]?.listedAt ?? null).toBeNull()
    await doDailyWork(payload, dayOf(4))
    await doDailyWork(payload, dayOf(5))
    const texts = (await digestsTo('boss@example.com')).join()
    expect(texts.match(/Later 1/g)).toHaveLength(1)
    expect(texts.match(/Later 2/g)).toHaveLength(1)
    expect((await stored(second?.email))[0]).toMatchObject({ listedAt: dayOf(4).toISOString() })
  })

  it('is owed by one of two processes that find it due at once', async () => {
    await send(form({ topic: 'project', name: 'Of two', extra_remarks: 'filled' }))
    const at = new Date('2026-03-06T02:00:00Z')
    await Promise.all([doDailyWork(payload, at), doDailyWork(payload, at)])
    expect((await digestsTo('boss@example.com')).join().match(/Of two/g)).toHaveLength(1)
  })
})

describe('the digest of many, or interrupted', () => {
  const digest = async (day: string, address: string) => {
    const where = { key: { equals: `held:${day}:${address}` } }
    return (await payload.find({ collection: 'emails', where })).docs[0]?.text ?? ''
  }
  const hold = (count: number, change: Parameters<typeof submission>[0]) =>
    Promise.all(
      Array.from({ length: count }, () =>
        payload.create({ collection: 'contact-submissions', data: submission({ state: 'held', ...change }) }),
      ),
    )
  const listedOf = async (ids: string[]) => {
    const where: Where = { and: [{ id: { in: ids } }, { listedAt: { exists: true } }] }
    return (await payload.count({ collection: 'contact-submissions', where })).totalDocs
  }
  const idsOf = (documents: { id: string }[]) => documents.map(({ id }) => id)
  const remove = (documents: { id: string }[]) =>
    payload.delete({ collection: 'contact-submissions', where: { id: { in: idsOf(documents) } } })

  it('names 50 in one mail, counts the others, and names those the day after', async () => {
    const many = await hold(52, { enquiryType: 'project', name: 'One of many' })
    await oweDigests(payload, '2031-05-01')
    const first = await digest('2031-05-01', 'boss@example.com')
    expect(first.match(/One of many/g)).toHaveLength(50)
    expect(first).toContain('And 2 more')
    expect(first).toContain('/admin/collections/contact-submissions?')
    expect(await listedOf(idsOf(many))).toBe(50)
    await oweDigests(payload, '2031-05-02')
    const second = await digest('2031-05-02', 'boss@example.com')
    expect(second.match(/One of many/g)).toHaveLength(2)
    expect(second).not.toContain('more, which the list shows')
    expect(await listedOf(idsOf(many))).toBe(52)
    await remove(many)
  })

  it('is not filled by messages that nobody is to be mailed about', async () => {
    const routing = await payload.findGlobal({ slug: 'notifications', depth: 0 })
    await payload.updateGlobal({ slug: 'notifications', data: { fallback: [] } })
    await payload.updateGlobal({ slug: 'settings', data: { email: null } })
    const nobodys = await hold(51, { enquiryType: 'other' })
    const person = await hold(1, { enquiryType: 'project', name: 'Behind the crowd' })
    await oweDigests(payload, '2031-05-03')
    await payload.updateGlobal({ slug: 'notifications', data: { fallback: routing.fallback } })
    await payload.updateGlobal({ slug: 'settings', data: { email: 'hello@example.com' } })
    expect(await digest('2031-05-03', 'boss@example.com')).toContain('Behind the crowd')
    expect(await listedOf(idsOf(person))).toBe(1)
    expect(await listedOf(idsOf(nobodys))).toBe(0)
    await remove([...nobodys, ...person])
  })

  it('reaches the second recipient although the work was cut off between two', async () => {
    const cutOff = await hold(1, { enquiryType: 'project', name: 'Cut Off' })
    const create = payload.db.create.bind(payload.db)
    vi.spyOn(payload.db, 'create').mockImplementation(async (args) => {
      if (args.data.key === 'held:2031-05-04:boss@example.com') throw new Error('The process ended')
      return create(args)
    })
    await expect(oweDigests(payload, '2031-05-04')).rejects.toThrow('The process ended')
    vi.restoreAllMocks()
    expect(await digest('2031-05-04', 'sales@example.com')).toContain('Cut Off')
    expect(await listedOf(idsOf(cutOff))).toBe(0)
    await oweDigests(payload, '2031-05-04')
    expect(await digest('2031-05-04', 'boss@example.com')).toContain('Cut Off')
    expect(await listedOf(idsOf(cutOff))).toBe(1)
    await remove(cutOff)
  })
})

describe('old messages', () => {
  it('go with the daily work when they were spam for 90 days, and stay when nobody decided', async () => {
    const [spam, held, released] = await Promise.all(
      [1, 2, 3].map(async () => {
        const typed = form({ extra_remarks: 'filled' })
        await send(typed)
        return { email: typed.email, id: (await stored(typed.email))[0]?.id ?? '' }
      }),
    )
    await markAsSpam(payload, spam?.id ?? '', link)
    await releaseSubmission(payload, released?.id ?? '', link)
    // Late enough in the day for the daily work, whenever the test runs.
    const after = (days: number) => new Date(new Date(Date.now() + days * 24 * 3_600_000).setUTCHours(3))
    await doDailyWork(payload, after(88))
    expect(await stored(spam?.email)).toHaveLength(1)
    const info = vi.spyOn(payload.logger, 'info')
    await doDailyWork(payload, after(92))
    expect(await stored(spam?.email)).toEqual([])
    expect(info).toHaveBeenCalledWith({ msg: 'Spam was removed after 90 days', messages: expect.any(Number) })
    await doDailyWork(payload, after(5000))
    expect(await stored(held?.email)).toMatchObject([{ state: 'held' }])
    expect(await stored(released?.email)).toMatchObject([{ state: 'released' }])
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
