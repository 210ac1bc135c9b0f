import { createLocalReq, type Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { needsAttention } from '@/admin/queries'
import { deliverDue } from '@/mail/deliver'
import { outboxFigures } from '@/mail/queries'
import { sendAgain } from '@/mail/resend'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

afterEach(async () => {
  await payload.delete({ collection: 'email-attempts', where: {} })
  await payload.delete({ collection: 'emails', where: {} })
})

async function paused(key: string): Promise<string> {
  const mail = { kind: 'test', subject: key, text: 'Hello', messageId: `<${key}@example.com>`, attempts: 0 }
  const nextAttemptAt = new Date(Date.now() - 60_000).toISOString()
  const data = { key, ...mail, to: { address: 'ann@example.com' }, state: 'paused' as const, nextAttemptAt }
  return (await payload.create({ collection: 'emails', data })).id
}

/** Delivers what is due. @returns the subjects of what was handed over */
async function deliver(): Promise<string[]> {
  const subjects: string[] = []
  const send = async ({ subject }: { subject?: string }) => {
    subjects.push(subject ?? '')
    return '250 Taken'
  }
  while ((await deliverDue(payload, { mode: 'smtp', send })) > 0);
  return subjects.sort()
}

const release = (as: Staff[keyof Staff] | undefined, body: unknown) => rest('POST', '/emails/release', { as, body })

describe('mail that is paused', () => {
  it('is not sent, whatever its time, and not by "Send again"', async () => {
    const id = await paused('one')
    expect(await sendAgain(payload, id)).toBe(false)
    expect(await deliver()).toEqual([])
    expect(await payload.findByID({ collection: 'emails', id })).toMatchObject({ state: 'paused', attempts: 0 })
  })

  it('is counted apart, and stands before admins', async () => {
    await paused('one')
    expect(await outboxFigures(payload)).toMatchObject({ mails: { paused: 1, queued: 0 }, oldestWaitingSeconds: 0 })
    const seen = async (role: 'admin' | 'sales') =>
      (await needsAttention(await createLocalReq({ user: staff[role].user }, payload))).map(({ label }) => label)
    expect(await seen('admin')).toEqual(['Paused mail'])
    expect(await seen('sales')).toEqual([])
  })

  it('is sent once an admin has released it, and the rest of it is not', async () => {
    const id = await paused('one')
    await paused('two')
    expect(await release(staff.admin, { ids: [id, 'unknown'] })).toMatchObject({ status: 200, body: { released: 1 } })
    expect(await deliver()).toEqual(['one'])
  })

  it('is released all at once, and nothing besides it', async () => {
    await Promise.all(['one', 'two', 'three'].map(paused))
    const failed = await paused('failed')
    await payload.update({ collection: 'emails', id: failed, data: { state: 'failed' } })
    expect((await release(staff.admin, { all: true })).body).toEqual({ released: 3 })
    expect(await deliver()).toEqual(['one', 'three', 'two'])
    expect((await release(staff.admin, { ids: [failed] })).body).toEqual({ released: 0 })
  })

  it('is released by nobody but admins', async () => {
    await paused('one')
    for (const as of [undefined, staff.author, staff.editor, staff.sales]) {
      expect((await release(as, { all: true })).status).toBe(403)
    }
    expect(await deliver()).toEqual([])
  })

  it.each([{}, { ids: 'all' }, { ids: [1] }, { all: 'yes' }])(
    'is not released by a request that does not say which: %j',
    async (body) => {
      await paused('one')
      expect((await release(staff.admin, body)).status).toBe(400)
      expect(await deliver()).toEqual([])
    },
  )
})
