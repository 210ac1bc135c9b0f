import type { Payload } from 'payload'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { processState } from '@/platform/process-state'
import { contractPayload } from '../support/contract'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
})

afterEach(() => vi.restoreAllMocks())

/** What the app tells the server, after what was known of the database has been forgotten. */
async function figures(): Promise<Record<string, unknown>> {
  Object.assign(
    processState('database-health', () => ({})),
    { known: undefined },
  )
  const { GET } = await import('../../app/internal-metrics/route')
  return (await GET()).json()
}

it('tells of an empty outbox', async () => {
  expect(await figures()).toEqual({
    databaseUp: true,
    databaseSeconds: expect.any(Number),
    mails: { queued: 0, sending: 0, sent: 0, failed: 0, paused: 0, late: 0 },
    oldestWaitingSeconds: 0,
    heldMessages: 0,
    unfinishedMessages: 0,
    waitingJobs: 0,
  })
})

it('counts mails by state, and tells how long the oldest of those that wait has waited', async () => {
  const mail = (key: string, state: 'queued' | 'sent' | 'failed', minutes: number) =>
    payload.create({
      collection: 'emails',
      data: {
        key,
        kind: 'sales',
        subject: 'x',
        text: 'x',
        messageId: `<${key}@example.com>`,
        state,
        attempts: 0,
        createdAt: new Date(Date.now() - minutes * 60_000).toISOString(),
      },
    })
  await mail('a', 'queued', 1)
  await mail('b', 'queued', 10)
  await mail('c', 'sent', 60)
  await mail('d', 'failed', 60)
  const { mails, oldestWaitingSeconds } = await figures()
  expect(mails).toEqual({ queued: 2, sending: 0, sent: 1, failed: 1, paused: 0, late: 0 })
  expect(oldestWaitingSeconds).toBeGreaterThanOrEqual(600)
  expect(oldestWaitingSeconds).toBeLessThan(900)
})

it('says that the database is down, and nothing that it cannot know', async () => {
  vi.spyOn(payload.db, 'find').mockRejectedValue(new Error('connect ECONNREFUSED db.internal:27017'))
  expect(await figures()).toEqual({ databaseUp: false, databaseSeconds: expect.any(Number) })
})
