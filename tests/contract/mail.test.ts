import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deliverDue } from '@/mail/deliver'
import { startDeliverer, wakeDeliverer } from '@/mail/deliverer'
import { type OwedMail, owe } from '@/mail/outbox'
import { sendAgain } from '@/mail/resend'
import { type MailTransport, mailTransport } from '@/mail/transport'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let keys = 0
const closing: (() => unknown)[] = []

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  await payload.updateGlobal({
    slug: 'settings',
    data: { senderName: 'Example, Agency', senderAddress: 'site@example.com' },
  })
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await payload.delete({ collection: 'email-attempts', where: {} })
  await payload.delete({ collection: 'emails', where: {} })
  await payload.db.deleteMany({ collection: 'leases', where: {} })
})

const smtp = (port: number, timeouts: Parameters<typeof mailTransport>[1] = {}) =>
  mailTransport({ SMTP_URL: `smtp://127.0.0.1:${port}`, DATA_DIR: '' }, timeouts)

type Answers = { recipient?: (n: number) => string | undefined; message?: (n: number) => string | undefined }

/** A real SMTP server that keeps what it takes. Each answer is a reply such as `451 Later`, or nothing to accept. */
async function smtpServer(answers: Answers = {}) {
  const received: ParsedMail[] = []
  const recipients: string[] = []
  let asked = 0
  let sent = 0
  const refusal = (reply: string | undefined) =>
    reply ? Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }) : null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      asked += 1
      recipients.push(address)
      done(refusal(answers.recipient?.(asked)))
    },
    onData(stream, _, done) {
      sent += 1
      simpleParser(stream).then((mail) => {
        const error = refusal(answers.message?.(sent))
        if (!error) received.push(mail)
        done(error)
      }, done)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => new Promise<void>((closed) => server.close(closed)))
  return { received, recipients, transport: smtp((server.server.address() as AddressInfo).port) }
}

/** A server that takes connections and says nothing. */
async function silentServer(): Promise<MailTransport> {
  const server: Server = createServer(() => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close())
  return smtp((server.address() as AddressInfo).port, { greetingTimeout: 300 })
}

async function oweOne(change: Partial<OwedMail> = {}): Promise<string> {
  const key = `test:${++keys}`
  const mail = {
    kind: 'test',
    to: { address: 'ann@example.com' },
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
  }
  await owe(payload, { key, ...mail, ...change })
  const { docs } = await payload.find({ collection: 'emails', where: { key: { equals: change.key ?? key } } })
  return docs[0]?.id ?? ''
}

const email = (id: string) => payload.findByID({ collection: 'emails', id, depth: 0, joins: false })

async function attempts(id: string) {
  const where = { email: { equals: id } }
  return (await payload.find({ collection: 'email-attempts', where, sort: 'number', depth: 0 })).docs
}

/** Brings the next attempt forward, as if its time had come. */
const makeDue = (id: string) =>
  payload.update({ collection: 'emails', id, data: { nextAttemptAt: new Date(Date.now() - 1000).toISOString() } })

const minutesAhead = (at: string | null | undefined) => Math.round((Date.parse(at ?? '') - Date.now()) / 60_000)

describe('a mail that is owed', () => {
  it('is sent once, from the sender of the settings, and then owed no more', async () => {
    const { transport, received } = await smtpServer()
    const id = await oweOne()
    expect(await deliverDue(payload, transport)).toBe(1)
    expect(await deliverDue(payload, transport)).toBe(0)
    expect(received).toHaveLength(1)
    expect(received[0]?.from?.value).toEqual([{ name: 'Example, Agency', address: 'site@example.com' }])
    expect(received[0]?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(await email(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: expect.any(String) })
    expect(await attempts(id)).toMatchObject([{ number: 1, outcome: 'sent', reply: expect.stringContaining('250') }])
  })

  it('is owed once, however often it is said', async () => {
    await Promise.all(Array.from({ length: 5 }, () => oweOne({ key: 'once' })))
    expect((await payload.count({ collection: 'emails' })).totalDocs).toBe(1)
  })

  it('is sent once by ten deliverers at the same time', async () => {
    const { transport, received } = await smtpServer()
    const id = await oweOne()
    await Promise.all(Array.from({ length: 10 }, () => deliverDue(payload, transport)))
    expect(received).toHaveLength(1)
    expect(await attempts(id)).toHaveLength(1)
  })

  it('holds what was typed as text in both parts, and nothing of it as a header', async () => {
    const { transport, received, recipients } = await smtpServer()
    const name = 'Ann "The Boss" <x@example.com>, Bob\r\nBcc: victim@example.com'
    await oweOne({
      to: { name, address: 'ann@example.com' },
      replyTo: { name, address: "o'brien@xn--rucher-bua.de" },
      subject: 'Xin chào Ánh\r\nBcc: victim@example.com',
      text: 'Tom & Jerry <b>\n.\nend',
    })
    await deliverDue(payload, transport)
    expect(recipients).toEqual(['ann@example.com'])
    const [mail] = received
    expect(mail?.bcc).toBeUndefined()
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.subject).toBe('Xin chào Ánh Bcc: victim@example.com')
    expect((mail?.to as AddressObject).value.map(({ address }) => address)).toEqual(['ann@example.com'])
    expect(mail?.replyTo?.value.map(({ address }) => address)).toEqual(["o'brien@räucher.de"])
    expect(mail?.text).toBe('Tom & Jerry <b>\n.\nend')
  })
})

describe('a mail that is not taken', () => {
  it('is tried again after "not now", with the same Message-ID', async () => {
    const { transport, received } = await smtpServer({ message: (n) => (n === 1 ? '451 Come back later' : undefined) })
    const id = await oweOne()
    await deliverDue(payload, transport)
    const deferred = await email(id)
    expect(deferred).toMatchObject({ state: 'queued', attempts: 1 })
    expect(minutesAhead(deferred.nextAttemptAt)).toBe(1)
    expect(await deliverDue(payload, transport)).toBe(0)
    await makeDue(id)
    await deliverDue(payload, transport)
    expect(received.map(({ messageId }) => messageId)).toEqual([deferred.messageId])
    expect((await attempts(id)).map(({ outcome }) => outcome)).toEqual(['deferred', 'sent'])
  })

  it('fails at once, and visibly, when the server refuses it for good', async () => {
    const { transport } = await smtpServer({ recipient: () => '550 No such user' })
    const id = await oweOne()
    await deliverDue(payload, transport)
    expect(await email(id)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(await attempts(id)).toMatchObject([{ outcome: 'refused', reply: expect.stringContaining('No such user') }])
    expect(await deliverDue(payload, transport)).toBe(0)
  })

  it.each([
    ['says nothing', silentServer],
    ['is not there', async () => smtp(1)],
  ])('waits while the server %s', async (_, server) => {
    const id = await oweOne()
    await deliverDue(payload, await server())
    expect(await email(id)).toMatchObject({ state: 'queued', attempts: 1 })
    expect(await attempts(id)).toMatchObject([{ outcome: 'error' }])
  })

  it('is given up after the last delay, and sent when a person asks for it', async () => {
    const id = await oweOne()
    await payload.update({ collection: 'emails', id, data: { attempts: 6 } })
    const { transport, received } = await smtpServer({ message: (n) => (n <= 2 ? '451 Come back later' : undefined) })
    await deliverDue(payload, transport)
    expect(await email(id)).toMatchObject({ state: 'failed', attempts: 7 })
    expect(await sendAgain(payload, id)).toBe(true)
    await deliverDue(payload, transport)
    const again = await email(id)
    expect(again).toMatchObject({ state: 'queued', attempts: 8 })
    expect(minutesAhead(again.nextAttemptAt)).toBe(1)
    await makeDue(id)
    await deliverDue(payload, transport)
    expect(received).toHaveLength(1)
    expect(await sendAgain(payload, id)).toBe(false)
  })
})

describe('after a crash', () => {
  const longAgo = () => new Date(Date.now() - 11 * 60_000).toISOString()

  it('in the middle of an attempt, a mail is tried again once its lease is over', async () => {
    const { transport, received } = await smtpServer()
    const id = await oweOne()
    const lease = { lease: `${id}:1`, email: id, number: 1, startedAt: longAgo() }
    await payload.create({ collection: 'email-attempts', data: lease })
    await payload.update({
      collection: 'emails',
      id,
      data: { state: 'sending', attempts: 1, nextAttemptAt: longAgo() },
    })
    await deliverDue(payload, transport)
    expect(received).toHaveLength(1)
    expect(await email(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('right after the lease was taken, the mail is not stuck behind it', async () => {
    const { transport, received } = await smtpServer()
    const id = await oweOne()
    const lease = { lease: `${id}:1`, email: id, number: 1, startedAt: longAgo() }
    await payload.create({ collection: 'email-attempts', data: lease })
    await deliverDue(payload, transport)
    await deliverDue(payload, transport)
    expect(received).toHaveLength(1)
  })

  it('of nobody, an attempt under way is left alone', async () => {
    const { transport, received } = await smtpServer()
    const id = await oweOne()
    const lease = { lease: `${id}:1`, email: id, number: 1, startedAt: new Date().toISOString() }
    await payload.create({ collection: 'email-attempts', data: lease })
    expect(await deliverDue(payload, transport)).toBe(0)
    expect(received).toEqual([])
  })

  it('does not hold up what comes behind, however many attempts are under way', async () => {
    const { transport, received } = await smtpServer()
    for (let n = 0; n < 11; n++) {
      const id = await oweOne()
      const lease = { lease: `${id}:1`, email: id, number: 1, startedAt: new Date().toISOString() }
      if (n < 10) await payload.create({ collection: 'email-attempts', data: lease })
    }
    expect(await deliverDue(payload, transport)).toBe(1)
    expect(received).toHaveLength(1)
  })
})

describe('the deliverer', () => {
  it('sends what is owed as soon as it is told', async () => {
    const { transport, received } = await smtpServer()
    const stop = startDeliverer(payload, transport)
    closing.unshift(stop)
    await oweOne()
    wakeDeliverer()
    await expect.poll(() => received.length, { timeout: 4000 }).toBe(1)
  })

  /** A transport that has begun to send, and ends when it is told to. */
  function slowTransport() {
    let finish = (_: string) => {}
    const reply = new Promise<string>((resolve) => {
      finish = resolve
    })
    const state = { begun: 0, finish, transport: { mode: 'smtp', send } satisfies MailTransport }
    async function send() {
      state.begun++
      return reply
    }
    return state
  }

  it('that is stopped finishes the attempt under way, and leaves no lease', async () => {
    const slow = slowTransport()
    const id = await oweOne()
    const stop = startDeliverer(payload, slow.transport)
    await expect.poll(() => slow.begun).toBe(1)
    let isOver = false
    const stopped = stop().then(() => {
      isOver = true
    })
    await new Promise((done) => setTimeout(done, 100))
    expect(isOver).toBe(false)
    slow.finish('250 Taken')
    await stopped
    expect(await email(id)).toMatchObject({ state: 'sent', nextAttemptAt: null })
    expect(await attempts(id)).toMatchObject([{ outcome: 'sent', reply: '250 Taken', finishedAt: expect.any(String) }])
  })

  it('that is stopped gives up an attempt that takes too long, and the mail is tried again soon', async () => {
    const slow = slowTransport()
    const id = await oweOne()
    const stop = startDeliverer(payload, slow.transport, 50)
    await expect.poll(() => slow.begun).toBe(1)
    await oweOne()
    await stop()
    const given = await email(id)
    expect(given).toMatchObject({ state: 'queued', attempts: 1 })
    expect(minutesAhead(given.nextAttemptAt)).toBe(1)
    expect(await attempts(id)).toMatchObject([{ outcome: 'deferred', finishedAt: expect.any(String) }])
    expect(slow.begun).toBe(1)
  })
})

describe('without a mail server', () => {
  it('a mail becomes a file that mail programs open, and a repeat replaces it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'mail-'))
    const transport = mailTransport({ SMTP_URL: undefined, DATA_DIR: directory })
    const id = await oweOne({ subject: 'Xin chào' })
    await deliverDue(payload, transport)
    const { messageId } = await email(id)
    await transport.send({
      messageId,
      to: 'ann@example.com',
      from: 'site@example.com',
      subject: 'Xin chào',
      text: 'Hi',
    })
    const files = readdirSync(join(directory, 'mail'))
    expect(files).toEqual([`${messageId.replace(/^<|@.*$/g, '')}.eml`])
    const parsed = await simpleParser(readFileSync(join(directory, 'mail', files[0] ?? '')))
    expect(parsed).toMatchObject({ subject: 'Xin chào', messageId })
  })
})

describe('sending again by REST', () => {
  it('is for admins and sales, and for failed mails', async () => {
    const id = await oweOne()
    await payload.update({ collection: 'emails', id, data: { state: 'failed' } })
    const path = `/emails/${id}/send-again`
    for (const as of [undefined, staff.author, staff.editor]) {
      expect((await rest('POST', path, { as })).status).toBe(403)
    }
    expect((await email(id)).state).toBe('failed')
    expect((await rest('POST', path, { as: staff.sales })).status).toBe(200)
    expect((await email(id)).state).toBe('queued')
    expect((await rest('POST', path, { as: staff.admin })).status).toBe(409)
    expect((await rest('POST', '/emails/none/send-again', { as: staff.admin })).status).toBe(409)
  })
})
