import type { Payload } from 'payload'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { forgetUnfinished, noteUnfinished, unfinishedMessages } from '@/leads/follow-up/unfinished'
import { endOutage, noteOutage } from '@/mail/outage'
import { processState } from '@/platform/process-state'
import { contractPayload } from '../support/contract'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
  await route([{ email: 'sales@example.com' }])
})

/** Who is mailed about messages of the only kind that the form offers. */
const route = (recipients: { email: string }[]) =>
  payload.updateGlobal({
    slug: 'notifications',
    data: { enquiryTypes: [{ key: 'project', label: 'A project', recipients }], fallback: [], copy: [] },
  })

afterEach(() => vi.restoreAllMocks())

/** Asks as a monitor does, after what was known has been forgotten. */
async function ask(): Promise<{ status: number; body: Record<string, string>; text: string }> {
  Object.assign(
    processState('database-health', () => ({})),
    { known: undefined },
  )
  const { GET } = await import('../../app/healthz/route')
  const response = await GET()
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text), text }
}

const failedMail = () =>
  payload.create({
    collection: 'emails',
    data: {
      key: 'health',
      kind: 'sales',
      subject: 'x',
      text: 'x',
      messageId: '<x@example.com>',
      state: 'failed',
      attempts: 9,
    },
  })

it('says ok with the version, and leaves no row behind', async () => {
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect(body).toEqual({
    status: 'ok',
    database: 'ok',
    mail: 'ok',
    messages: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
  expect((await payload.count({ collection: 'leases' })).totalDocs).toBe(0)
})

it('says degraded, and still 200, while a mail has failed', async () => {
  const { id } = await failedMail()
  const { status, body } = await ask()
  expect([status, body.status, body.mail]).toEqual([200, 'degraded', 'failed'])
  await payload.delete({ collection: 'emails', id })
})

it('says degraded while mail that was due long ago is tried by nobody, and not while it waits for its time', async () => {
  const { id } = await failedMail()
  const waits = async (minutes: number) => {
    const nextAttemptAt = new Date(Date.now() + minutes * 60_000).toISOString()
    await payload.update({ collection: 'emails', id, data: { state: 'queued', nextAttemptAt } })
    return (await ask()).body
  }
  expect(await waits(-60)).toMatchObject({ status: 'degraded', mail: 'not sent' })
  expect(await waits(-5)).toMatchObject({ status: 'ok', mail: 'ok' })
  expect(await waits(60)).toMatchObject({ status: 'ok', mail: 'ok' })
  await payload.delete({ collection: 'emails', id })
})

it('says degraded while the mail server is away', async () => {
  await noteOutage(payload)
  expect((await ask()).body).toMatchObject({ status: 'degraded', mail: 'server away' })
  await endOutage(payload)
  expect((await ask()).body).toMatchObject({ status: 'ok', mail: 'ok' })
})

it('says degraded while what follows from a message cannot be done', async () => {
  await noteUnfinished(payload, 'a', new Date(Date.now() - 6 * 60_000))
  expect(await unfinishedMessages(payload)).toBe(0)
  await noteUnfinished(payload, 'a')
  expect((await ask()).body).toMatchObject({ status: 'degraded', mail: 'ok', messages: 'unfinished' })
  expect(await unfinishedMessages(payload)).toBe(1)
  expect(await unfinishedMessages(payload, new Date(Date.now() + 6 * 60_000))).toBe(0)
  await forgetUnfinished(payload, 'a')
  expect((await ask()).body).toMatchObject({ status: 'ok', messages: 'ok' })
})

it('says degraded while messages of some kind would be mailed to nobody', async () => {
  const { email } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  await payload.db.updateGlobal({ slug: 'settings', data: { email: null } })
  await route([])
  expect((await ask()).body).toMatchObject({ status: 'degraded', messages: 'nobody is mailed' })
  await route([{ email: 'sales@example.com' }])
  expect((await ask()).body).toMatchObject({ status: 'ok', messages: 'ok' })
  await payload.db.updateGlobal({ slug: 'settings', data: { email } })
})

it('answers 503 when the database cannot be read', async () => {
  vi.spyOn(payload.db, 'find').mockRejectedValue(new Error('connect ECONNREFUSED db.internal:27017 user=site'))
  const { status, body, text } = await ask()
  expect(status).toBe(503)
  expect(body).toMatchObject({ status: 'down', database: 'cannot be read' })
  expect(text).not.toMatch(/internal|ECONNREFUSED|user=/)
})

it('answers 503 when the database can be read and not written', async () => {
  vi.spyOn(payload.db, 'create').mockRejectedValue(new Error('database or disk is full'))
  const { status, body } = await ask()
  expect([status, body.database]).toEqual([503, 'cannot be written'])
})

it('asks the database once, however many monitors ask at a time', async () => {
  await ask()
  const create = vi.spyOn(payload.db, 'create')
  const { GET } = await import('../../app/healthz/route')
  await Promise.all([GET(), GET(), GET()])
  expect(create).not.toHaveBeenCalled()
})

it('removes what a process that ended in the middle left behind', async () => {
  const data = { name: 'health:left', holder: 'health', expiresAt: new Date(0).toISOString() }
  await payload.create({ collection: 'leases', data })
  await ask()
  expect((await payload.count({ collection: 'leases' })).totalDocs).toBe(0)
})
