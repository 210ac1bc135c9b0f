import { createLocalReq, type Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { needsAttention } from '@/admin/queries'
import { deliverDue } from '@/mail/deliver'
import { isOutage } from '@/mail/outage'
import { owe } from '@/mail/outbox'
import { mailTransport } from '@/mail/transport'
import { contractPayload } from '../support/contract'
import { freePort } from '../support/site'

const HOUR_MS = 3_600_000
const ALL = { limit: 0, pagination: false, depth: 0 } as const

let payload: Payload
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  payload = await contractPayload()
})

afterEach(async () => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) await close()
  await payload.delete({ collection: 'email-attempts', where: {} })
  await payload.delete({ collection: 'emails', where: {} })
  await payload.db.deleteMany({ collection: 'leases', where: {} })
})

/** The clock alone is moved: timers and sockets go by the real one. */
function startClock(): (hours: number) => void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
  return (hours) => vi.setSystemTime(Date.now() + hours * HOUR_MS)
}

/** Opens a real mail server on a port that nothing listened on. @returns the recipients it took, as they arrived */
async function openServer(port: number, refuse: (address: string) => string | undefined = () => undefined) {
  const arrived: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      const reply = refuse(address)
      done(reply ? Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }) : null)
    },
    onData(stream, { envelope }, done) {
      stream.resume().on('end', () => {
        arrived.push(...envelope.rcptTo.map(({ address }) => address.split('@')[0] ?? ''))
        done()
      })
    },
  })
  const close = () => new Promise<void>((closed) => server.close(closed))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  closing.push(close)
  return { arrived, close }
}

const transportTo = (port: number) => mailTransport({ SMTP_URL: `smtp://127.0.0.1:${port}`, DATA_DIR: '' })

const oweTo = (name: string) =>
  owe(payload, {
    key: `outage:${name}`,
    kind: 'test',
    to: { address: `${name}@example.com` },
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
  })

const emails = async () => (await payload.find({ collection: 'emails', sort: 'id', joins: false, ...ALL })).docs

/** Delivers as two processes do, until neither finds anything to do. */
async function deliverAll(port: number): Promise<void> {
  const one = async () => {
    while ((await deliverDue(payload, transportTo(port))) > 0);
  }
  await Promise.all([one(), one()])
  await one()
}

describe('a mail server that is away for a day', () => {
  it('gets every mail when it is back, the oldest first', async () => {
    const pass = startClock()
    const port = await freePort()
    const names: string[] = []
    for (let hour = 0; hour < 24; hour++) {
      names.push(`hour${hour}`)
      await oweTo(`hour${hour}`)
      await deliverAll(port)
      pass(1)
    }
    const waiting = await emails()
    expect(waiting.map(({ state }) => state)).toEqual(names.map(() => 'queued'))

    const { arrived } = await openServer(port)
    await deliverAll(port)
    expect(arrived).toEqual(names)
    expect((await emails()).every(({ state }) => state === 'sent')).toBe(true)
    expect(await isOutage(payload)).toBe(false)
  })

  it('is seen to be away by one attempt, and no mail is tried until it answers', async () => {
    const port = await freePort()
    await oweTo('first')
    await deliverAll(port)
    await oweTo('second')
    await deliverAll(port)
    await deliverAll(port)
    expect(await isOutage(payload)).toBe(true)
    const req = await createLocalReq({ user: { collection: 'users', id: 'x', roles: ['sales'] } as never }, payload)
    expect(await needsAttention(req)).toMatchObject([{ label: 'Mail that waits for the mail server', total: 1 }])
    const tried = await payload.find({ collection: 'email-attempts', ...ALL })
    expect(tried.docs).toMatchObject([{ outcome: 'error', reply: expect.stringContaining('ECONNREFUSED') }])
  })

  it('costs a mail none of its attempts', async () => {
    const port = await freePort()
    await oweTo('tired')
    const [mail] = await emails()
    await payload.update({ collection: 'emails', id: mail?.id ?? '', data: { attempts: 6 } })
    await deliverAll(port)
    expect(await emails()).toMatchObject([{ state: 'queued', attempts: 7, outages: 1 }])
    await openServer(port, () => '451 Come back later')
    await deliverAll(port)
    // Its seventh failure is the last.
    expect(await emails()).toMatchObject([{ state: 'failed', attempts: 8, outages: 1 }])
  })

  it('may go away again in between: the rest waits, still in order', async () => {
    const port = await freePort()
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    for (const name of names) await oweTo(name)
    await deliverAll(port)
    const first = await openServer(port, (address) => {
      if (!address.startsWith('d')) return undefined
      for (const close of closing.splice(0)) void close()
      return '421 Shutting down'
    })
    await deliverAll(port)
    expect(first.arrived).toEqual(['a', 'b', 'c'])
    expect((await emails()).filter(({ state }) => state === 'failed')).toEqual([])
    const second = await openServer(port)
    await deliverAll(port)
    // What the server had answered is put off by a minute; the others go at once.
    expect(second.arrived).toEqual(['e', 'f', 'g', 'h'])
  })
})

describe('a mail that fails alone', () => {
  it('after an outage is put off as always, and holds up none of the others', async () => {
    const port = await freePort()
    for (const name of ['a', 'b', 'c']) await oweTo(name)
    await deliverAll(port)
    const { arrived } = await openServer(port, (address) =>
      address.startsWith('b') ? '451 Come back later' : undefined,
    )
    await deliverAll(port)
    expect(arrived).toEqual(['a', 'c'])
    const [, mail] = await emails()
    expect(mail).toMatchObject({ state: 'queued' })
    expect(Date.parse(mail?.nextAttemptAt ?? '')).toBeGreaterThan(Date.now())
    expect(await isOutage(payload)).toBe(false)
  })

  it('without an answer, while the server greets others, is no outage', async () => {
    await oweTo('lonely')
    const send = () => Promise.reject(Object.assign(new Error('Socket closed'), { code: 'ECONNECTION' }))
    await deliverDue(payload, { mode: 'smtp', send, isReachable: async () => true })
    expect(await isOutage(payload)).toBe(false)
    const [mail] = await emails()
    expect(mail).toMatchObject({ state: 'queued', attempts: 1, outages: 0 })
    expect(Date.parse(mail?.nextAttemptAt ?? '')).toBeGreaterThan(Date.now())
  })

  it('because the server refuses our login is no outage: that needs a person, and is given up in the end', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_, __, done) => done(Object.assign(new Error('Wrong password'), { responseCode: 535 })),
    })
    const port = await freePort()
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    closing.push(() => new Promise<void>((closed) => server.close(closed)))
    await oweTo('ann')
    await deliverDue(payload, mailTransport({ SMTP_URL: `smtp://user:wrong@127.0.0.1:${port}`, DATA_DIR: '' }))
    expect(await isOutage(payload)).toBe(false)
    expect(await emails()).toMatchObject([{ state: 'queued', attempts: 1, outages: 0 }])
  })
})
