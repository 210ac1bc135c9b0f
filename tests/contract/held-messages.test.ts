import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { oweDigests } from '@/leads/abuse/held-digest'
import { markAsSpam, releaseSubmission } from '@/leads/abuse/release'
import { sweep } from '@/leads/follow-up/sweep'
import type { TypedForm } from '@/leads/form/contact-form'
import { env } from '@/platform/env'
import { rest } from '../support/api'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { createAccount, createStaff } from '../support/staff'

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
    expect(await markAsSpam(payload, id, '')).toBe(true)
    expect(await mailsOf(id)).toEqual([])
    expect(await releaseSubmission(payload, id, '')).toBe(true)
    expect(await mailsOf(id)).toHaveLength(2)
  })

  it('is the only kind that can be released', async () => {
    const typed = form()
    await send(typed)
    const id = (await stored(typed.email))[0]?.id ?? ''
    expect(await releaseSubmission(payload, id, '')).toBe(false)
    expect(await markAsSpam(payload, id, '')).toBe(false)
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
