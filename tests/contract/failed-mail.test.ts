import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mailSamples } from '@/admin/mail-previews/samples'
import { navCounts } from '@/admin/queries'
import { deliverDue } from '@/mail/deliver'
import { oweFailedDigest } from '@/mail/failed-digest'
import { endOutage, noteOutage } from '@/mail/outage'
import { owe, oweCall } from '@/mail/outbox'
import type { Email } from '@/payload-types'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createAccount, createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  const { id } = await createAccount(payload, 'former-admin', ['admin'])
  await payload.update({ collection: 'users', id, data: { active: false } })
  await createAccount(payload, 'second-admin', ['admin', 'sales'])
  await payload.updateGlobal({ slug: 'settings', data: { timeZone: 'UTC' } })
})

afterEach(async () => {
  await payload.delete({ collection: 'email-attempts', where: {} })
  await payload.delete({ collection: 'emails', where: {} })
})

/** So many days from now, at this hour. */
function at(days: number, hour: number): Date {
  const date = new Date(Date.now() + days * 24 * 3_600_000)
  date.setUTCHours(hour, 0, 0, 0)
  return date
}

let mails = 0

async function mail(state: Email['state'], { kind = 'test', subject = 'Hello' } = {}): Promise<string> {
  const key = `failed-mail-test:${++mails}`
  const data = { key, kind, subject, text: 'x', messageId: `<${mails}@example.com>`, state, attempts: 7 }
  const { id } = await payload.create({ collection: 'emails', data: { ...data, to: { address: 'ann@example.com' } } })
  return id
}

async function digests() {
  const { docs } = await payload.find({
    collection: 'emails',
    where: { kind: { equals: 'failed-digest' } },
    sort: 'key',
  })
  return docs
}

const stateOf = async (id: string) => (await payload.findByID({ collection: 'emails', id, depth: 0 })).state

describe('the digest of failed mail', () => {
  it('goes to every active admin once, however many processes look', async () => {
    const id = await mail('failed', { subject: 'Broken & lost' })
    const attempt = { lease: `${id}:7`, email: id, number: 7, startedAt: new Date().toISOString() }
    await payload.create({ collection: 'email-attempts', data: { ...attempt, reply: '535 Wrong password' } })
    await Promise.all([1, 2, 3].map(() => oweFailedDigest(payload, at(1, 9))))
    await oweFailedDigest(payload, at(1, 20))
    const owed = await digests()
    expect(owed.map(({ to }) => to?.address).sort()).toEqual(['admin@example.com', 'second-admin@example.com'])
    for (const { state, subject, text } of owed) {
      expect([state, subject]).toEqual(['queued', 'A mail could not be delivered'])
      expect(text).toContain('Broken & lost\n')
      expect(text).toContain('Answer of the server: 535 Wrong password\n')
      expect(text).toContain(`/admin/collections/emails/${id}\n`)
    }
  })

  it('waits for the morning of the site', async () => {
    await mail('failed')
    await oweFailedDigest(payload, at(1, 7))
    expect(await digests()).toEqual([])
  })

  it('says nothing of what was told, and nothing while nothing failed', async () => {
    await mail('sent')
    await mail('queued')
    await oweFailedDigest(payload, at(1, 9))
    expect(await digests()).toEqual([])
    await mail('failed')
    await oweFailedDigest(payload, at(1, 9))
    await oweFailedDigest(payload, at(2, 9))
    expect(await digests()).toHaveLength(2)
  })

  it('makes no loop when it fails itself', async () => {
    await mail('failed', { kind: 'failed-digest' })
    await oweFailedDigest(payload, at(1, 9))
    expect(await digests()).toHaveLength(1)
  })

  it('that was cut off reaches the others a minute later', async () => {
    await mail('failed')
    await oweFailedDigest(payload, at(1, 9))
    const [first] = await digests()
    await payload.delete({ collection: 'emails', id: first?.id ?? '' })
    await oweFailedDigest(payload, at(1, 10))
    expect(await digests()).toHaveLength(2)
  })
})

describe('sending a selection again', () => {
  const send = (as: Staff[keyof Staff] | undefined, body: unknown) => rest('POST', '/emails/send-again', { as, body })

  it('owes what failed or was sent once more, says how many, and leaves the rest', async () => {
    const [failed, sent, paused, sending, other] = await Promise.all(
      (['failed', 'sent', 'paused', 'sending', 'failed'] as const).map((state) => mail(state)),
    )
    const ids = [failed, sent, paused, sending, 'unknown']
    expect(await send(staff.sales, { ids })).toMatchObject({ status: 200, body: { queued: 2 } })
    const states = await Promise.all([failed, sent, paused, sending, other].map((id) => stateOf(id ?? '')))
    expect(states).toEqual(['queued', 'queued', 'paused', 'sending', 'failed'])
  })

  it('is for admins and sales', async () => {
    const id = await mail('failed')
    for (const as of [undefined, staff.author, staff.editor]) {
      expect((await send(as, { ids: [id] })).status).toBe(403)
    }
    expect(await stateOf(id)).toBe('failed')
    expect((await send(staff.admin, { ids: [id] })).body).toEqual({ queued: 1 })
  })

  it.each([{}, { ids: 'all' }, { ids: [1] }, { ids: Array(1001).fill('x') }])(
    'is refused when it does not say which',
    async (body) => {
      expect((await send(staff.admin, body)).status).toBe(400)
    },
  )
})

describe('the previews of mails', () => {
  it('show one of each in both parts, and store nothing', async () => {
    const samples = await mailSamples(payload)
    expect(samples.map(({ title }) => title)).toEqual([
      'New message',
      'Acknowledgement',
      'Reply',
      'Held messages',
      'Failed mail',
    ])
    for (const { subject, text, html } of samples) {
      expect(subject).not.toBe('')
      expect(text.length).toBeGreaterThan(100)
      expect(html).toContain('</html>')
    }
    expect((await payload.count({ collection: 'emails' })).totalDocs).toBe(0)
  })
})

describe('the number beside the link of the mails', () => {
  const beside = async (role: keyof Staff) =>
    (await navCounts(payload, staff[role].user)).filter(({ collection }) => collection === 'emails')

  it('is that of failed ones, and with those that wait only while the server is away', async () => {
    for (const state of ['failed', 'queued', 'sending', 'sent', 'paused'] as const) await mail(state)
    expect(await beside('sales')).toEqual([{ collection: 'emails', count: 1, what: 'failed' }])
    await noteOutage(payload)
    expect(await beside('sales')).toEqual([{ collection: 'emails', count: 3, what: 'not delivered' }])
    await endOutage(payload)
    expect(await beside('admin')).toEqual([{ collection: 'emails', count: 1, what: 'failed' }])
  })

  it('is none where nothing failed, and none for those who serve no leads', async () => {
    await mail('queued')
    expect(await beside('sales')).toEqual([])
    await mail('failed')
    expect(await beside('editor')).toEqual([])
  })
})

describe('a delivery that the database fails', () => {
  it('ends only once the mails and the calls beside it are over', async () => {
    const one = { kind: 'test', to: { address: 'ann@example.com' }, subject: 'Hello', text: 'Hello', html: '' }
    for (const key of ['broken', 'beside']) await owe(payload, { key: `failed-mail-test:${key}`, ...one })
    const call = { kind: 'test', url: 'https://hook.example.com/', subject: 'Hello', text: '{}' }
    await oweCall(payload, { key: 'failed-mail-test:call', ...call })
    const found = async (key: string) => {
      const where = { key: { equals: `failed-mail-test:${key}` } }
      return (await payload.find({ collection: 'emails', where, depth: 0, joins: false })).docs[0]
    }
    const broken = (await found('broken'))?.id
    const update = (options: { id?: unknown }) =>
      options.id === broken ? Promise.reject(new Error('disk full')) : payload.update(options as never)
    const failing: Payload = Object.create(payload, { update: { value: update } })
    const slowly = () => new Promise((done) => setTimeout(done, 300))
    const transport = { mode: 'smtp' as const, send: () => slowly().then(() => '250 OK') }
    const byCall = () => slowly().then(() => ({ outcome: 'sent' as const, reply: '200' }))

    await expect(deliverDue(failing, transport, undefined, byCall)).rejects.toThrow('disk full')
    const states = await Promise.all(['broken', 'beside', 'call'].map(async (key) => (await found(key))?.state))
    expect(states).toEqual(['queued', 'sent', 'sent'])
  })
})
