import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { completeSubmission } from '@/leads/follow-up/complete'
import { deliverDue } from '@/mail/deliver'
import { byWebhook } from '@/mail/webhook'
import { isWebhookSecret, signedHeaders } from '@/mail/webhook-signature'
import { env } from '@/platform/env'
import { graphql, rest } from '../support/api'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

/** A name of the public internet that nobody has: settings take it, and no test asks it. */
const PUBLIC_URL = 'https://hooks.invalid/contact'

let payload: Payload
let staff: Staff
let contact: ContactForm
const closing: (() => void)[] = []

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  contact = await contactForm(payload)
})

afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await payload.delete({ collection: 'email-attempts', where: {} })
  await payload.delete({ collection: 'emails', where: {} })
  await payload.updateGlobal({ slug: 'notifications', data: { webhookUrl: null, webhookSecret: null } })
})

type Call = { headers: IncomingHttpHeaders; body: string }

/** A real server that answers with these, one after another, and then 204. */
async function receiver(...answers: number[]) {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ headers: request.headers, body })
    response.writeHead(answers[calls.length - 1] ?? 204, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close().closeAllConnections())
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

const setWebhook = (webhookUrl: string) => payload.updateGlobal({ slug: 'notifications', data: { webhookUrl } })

async function secret(): Promise<string> {
  return (await payload.findGlobal({ slug: 'notifications' })).webhookSecret ?? ''
}

/** Sends a message. @returns the calls that it owes */
async function messageWithCalls(typed = contact.form()) {
  await contact.send(typed)
  const [submission] = await contact.stored(typed.email)
  const id = submission?.id ?? ''
  const owed = async () => (await contact.mailsOf(id)).filter(({ channel }) => channel === 'webhook')
  return { id, owed }
}

/** Sends a message to a webhook on this machine, whose address the settings would refuse. */
async function messageTo(url: string) {
  await setWebhook(PUBLIC_URL)
  const message = await messageWithCalls()
  const [call] = await message.owed()
  await payload.update({ collection: 'emails', id: call?.id ?? '', data: { url } })
  return { ...message, callId: call?.id ?? '' }
}

const onThisMachine = (address: string) => address === '127.0.0.1'
const files = { mode: 'files' as const, send: async () => 'Written' }

/** Delivers what is due, by a rule about addresses; the one of the product unless told. */
const deliver = (allow?: (address: string) => boolean) =>
  deliverDue(payload, files, undefined, allow ? byWebhook(payload, allow) : undefined)

const makeDue = (id: string) =>
  payload.update({ collection: 'emails', id, data: { nextAttemptAt: new Date(Date.now() - 1000).toISOString() } })

describe('a message', () => {
  it('calls the webhook once, signed, with all that was written', async () => {
    const { calls, url } = await receiver()
    const { id, owed, callId } = await messageTo(url)
    await completeSubmission(payload, id)
    await deliver(onThisMachine)
    await deliver(onThisMachine)
    expect(calls).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = calls
    expect(JSON.parse(body)).toMatchObject({
      type: 'contact.received',
      text: expect.stringContaining(`/admin/collections/contact-submissions/${id}`),
      data: { id, name: 'Ann Lee', message: 'We need a backend.', enquiryType: 'other' },
    })
    expect(JSON.parse(body).text).not.toContain('Ann')
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      ...signedHeaders(await secret(), callId, at, body),
    })
    expect(await owed()).toMatchObject([{ key: `contact:${id}:webhook`, state: 'sent', attempts: 1 }])
  })

  it('that is held calls nobody, and without a webhook none does', async () => {
    const { owed } = await messageWithCalls()
    expect(await owed()).toEqual([])
    await setWebhook(PUBLIC_URL)
    const held = await messageWithCalls(contact.form({ extra_remarks: 'filled' }))
    expect(await held.owed()).toEqual([])
  })

  it('of a staging site calls nobody', async () => {
    const { calls, url } = await receiver()
    const { owed } = await messageTo(url)
    const { SITE_ENV } = env()
    env().SITE_ENV = 'staging'
    try {
      await deliver(onThisMachine)
      expect(await (await messageWithCalls()).owed()).toEqual([])
    } finally {
      env().SITE_ENV = SITE_ENV
    }
    expect(calls).toEqual([])
    expect(await owed()).toMatchObject([{ state: 'failed' }])
  })
})

describe('a webhook', () => {
  it.each([500, 429, 302])('that answers %i is called again, with the same id', async (status) => {
    const { calls, url } = await receiver(status)
    const { owed, callId } = await messageTo(url)
    await deliver(onThisMachine)
    expect(await owed()).toMatchObject([{ state: 'queued', attempts: 1 }])
    expect(calls).toHaveLength(1)
    await makeDue(callId)
    await deliver(onThisMachine)
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([callId, callId])
    expect(await owed()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('that refuses is not called again, and is seen as failed', async () => {
    const { calls, url } = await receiver(410)
    const { owed, callId } = await messageTo(url)
    await deliver(onThisMachine)
    await deliver(onThisMachine)
    expect(calls).toHaveLength(1)
    expect(await owed()).toMatchObject([{ state: 'failed' }])
    const where = { email: { equals: callId } }
    const attempts = await payload.find({ collection: 'email-attempts', where, depth: 0 })
    expect(attempts.docs).toMatchObject([{ outcome: 'refused', reply: '410' }])
  })

  it('that is not there is called later', async () => {
    const { owed } = await messageTo('http://127.0.0.1:1/')
    await deliver(onThisMachine)
    expect(await owed()).toMatchObject([{ state: 'queued', attempts: 1 }])
  })

  it('that leads to the inside is not called, though it stands in the outbox', async () => {
    const { calls, url } = await receiver()
    const { owed } = await messageTo(url)
    await deliver()
    expect(calls).toEqual([])
    expect(await owed()).toMatchObject([{ state: 'queued', attempts: 1 }])
  })

  it.each([
    ['alone', { webhookUrl: null }],
    ['with its secret', { webhookUrl: null, webhookSecret: null }],
  ])('whose address was taken out of the settings %s is not called with what was owed', async (_, data) => {
    const { calls, url } = await receiver()
    const { owed } = await messageTo(url)
    await payload.updateGlobal({ slug: 'notifications', data })
    await deliver(onThisMachine)
    expect(calls).toEqual([])
    expect(await owed()).toMatchObject([{ state: 'failed' }])
  })
})

describe('the settings of the webhook', () => {
  const save = (body: unknown) => rest('POST', '/globals/notifications', { as: staff.admin, body })

  it.each([
    'http://127.0.0.1:3000/',
    'http://localhost/',
    'http://[::1]/',
    'http://10.0.0.8/hook',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'ftp://example.com/',
    'example.com/hook',
  ])('take no address of the inside: %s', async (url) => {
    expect((await save({ webhookUrl: url })).status).toBe(400)
    expect((await payload.findGlobal({ slug: 'notifications' })).webhookUrl ?? null).toBeNull()
  })

  it('make a secret with the first address, keep it, and refuse a weak one', async () => {
    expect((await save({ webhookUrl: PUBLIC_URL })).status).toBe(200)
    const made = await secret()
    expect(isWebhookSecret(made)).toBe(true)
    await save({ webhookUrl: `${PUBLIC_URL}/2` })
    expect(await secret()).toBe(made)
    expect((await save({ webhookSecret: 'weak' })).status).toBe(400)
  })

  it('are read by admins alone, in the settings and in the outbox', async () => {
    await setWebhook(PUBLIC_URL)
    const { owed } = await messageWithCalls()
    const [call] = await owed()
    const seen = async (as: Staff[keyof Staff]) => {
      const answers = [
        await rest('GET', '/globals/notifications', { as }),
        await rest('GET', `/emails/${call?.id}`, { as }),
        await graphql('{ Notification { webhookUrl webhookSecret } }', { as }),
      ]
      return JSON.stringify(answers)
    }
    expect(await seen(staff.admin)).toContain('whsec_')
    const toSales = await seen(staff.sales)
    expect(toSales).toContain(`contact:`)
    expect(toSales).not.toContain('whsec_')
    expect(toSales).not.toContain('hooks.invalid')
  })
})
