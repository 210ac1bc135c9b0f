import fc from 'fast-check'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { FORM_FIELDS } from '@/leads/form/contact-form'
import type { FormState } from '@/leads/form/form-state'
import { env } from '@/platform/env'
import { POST } from '../../app/(site)/forms/contact/route'
import { contractPayload } from '../support/contract'
import { postForm } from '../support/form-route'

const URL_ENCODED = 'application/x-www-form-urlencoded'
let payload: Payload
let senders = 0

beforeAll(async () => {
  payload = await contractPayload()
  await payload.updateGlobal({
    slug: 'notifications',
    data: { enquiryTypes: [{ key: 'project', label: 'A new project' }], consentText: 'Yes.', consentVersion: '1' },
  })
})

const post = (
  body: BodyInit,
  { address = `192.0.2.${++senders % 250}`, ...more }: { type?: string; address?: string } = {},
) => postForm<FormState>(POST, body, { address, ...more })

const filledIn = () => ({
  name: 'Ann Lee',
  email: `ann${++senders}@example.com`,
  topic: 'project',
  message: 'We need a backend.',
  consent: 'agreed:1',
  ticket: issueTicket(env().PAYLOAD_SECRET, new Date(Date.now() - 60_000)),
})

const stored = async () => (await payload.count({ collection: 'contact-submissions' })).totalDocs

describe('the contact form', () => {
  it('is answered with the way to a receipt that says nothing of its sender', async () => {
    const { status, location } = await post(new URLSearchParams(filledIn()))
    expect(status).toBe(303)
    expect(location).toMatch(/^\/contact\/received\/[0-9A-Z]{5}-[0-9A-Z]{5}\?by=[\w.-]+$/)
  })

  it('is answered with its page when something is wrong, holding all that was typed', async () => {
    const typed = { ...filledIn(), email: 'ann@', company: ' Example ', message: '' }
    const { status, page, form } = await post(new URLSearchParams(typed))
    expect(status).toBe(422)
    expect(page).toBe('/contact')
    expect(form?.typed).toEqual(typed)
    expect(form?.problems).toEqual([
      { field: 'email', code: 'emailInvalid' },
      { field: 'message', code: 'messageMissing' },
    ])
  })

  it('is answered like any other when it is one of many', async () => {
    const address = '2001:db8:8:8::1'
    for (let n = 0; n < 10; n++) await post(new URLSearchParams({ ...filledIn(), extra_remarks: 'x' }), { address })
    const before = await stored()
    const { status, location } = await post(new URLSearchParams(filledIn()), { address })
    expect(status).toBe(303)
    expect(location).toMatch(/^\/contact\/received\//)
    expect(await stored()).toBe(before + 1)
  })

  it('is answered plainly in a flood, with its text and the time to come back', async () => {
    const address = '2001:db8:9:9::1'
    for (let n = 0; n < 60; n++) await post(new URLSearchParams({ ...filledIn(), extra_remarks: 'x' }), { address })
    const typed = filledIn()
    const before = await stored()
    const { status, form, retryAfter } = await post(new URLSearchParams(typed), { address })
    expect(status).toBe(429)
    expect(form).toMatchObject({ typed, notice: { kind: 'limited', minutes: 10 } })
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(await stored()).toBe(before)
  })
})

describe('garbage', () => {
  it.each<[string, BodyInit, string | undefined, number]>([
    ['JSON', '{"name":"Ann"}', 'application/json', 415],
    ['no type', new Uint8Array([1, 2, 3]), undefined, 415],
    ['multipart without parts', 'x', 'multipart/form-data', 400],
    [
      'multipart cut off',
      '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAnn',
      'multipart/form-data; boundary=b',
      400,
    ],
    ['unknown fields', 'name=Ann&isAdmin=1', URL_ENCODED, 422],
    ['operators', 'name[$gt]=', URL_ENCODED, 422],
    ['lists', 'email=a@example.com&email=b@example.com', URL_ENCODED, 400],
    ['NUL characters', 'name=Ann%00', URL_ENCODED, 400],
    ['broken UTF-8', 'name=%c3%28', URL_ENCODED, 400],
    ['endless fields', `message=${'x'.repeat(400_000)}`, URL_ENCODED, 413],
    ['nothing', '', URL_ENCODED, 422],
  ])('of the kind "%s" is refused and stores nothing', async (_, body, type, status) => {
    const before = await stored()
    const answer = await post(body, { type })
    expect(answer).toMatchObject({ status, page: '/contact' })
    expect(await stored()).toBe(before)
  })

  it('of any kind is answered with a clear 4xx and stores nothing', async () => {
    const before = await stored()
    const name = fc.oneof(fc.constantFrom(...FORM_FIELDS), fc.string())
    const pairs = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 8 })
    const encoded = pairs.map((list) => new URLSearchParams(list.filter(([key]) => key !== 'consent')).toString())
    await fc.assert(
      fc.asyncProperty(fc.oneof(encoded, fc.uint8Array(), fc.string()), async (body) => {
        const { status } = await post(typeof body === 'string' ? body : Buffer.from(body), { type: URL_ENCODED })
        expect([400, 422]).toContain(status)
      }),
      { numRuns: 60 },
    )
    expect(await stored()).toBe(before)
  })
})
