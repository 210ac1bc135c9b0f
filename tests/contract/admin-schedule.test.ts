import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { runDueJobs } from '@/platform/jobs'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'
import { type Account, createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const SECOND_AGO = () => new Date(Date.now() - 1000)

const draftOf = (account: Account, title: string) =>
  payload.create({
    collection: 'articles',
    draft: true,
    data: { title, excerpt: 'In short', content: richText('Words'), owner: account.id, _status: 'draft' } as never,
  })

/** Schedules as the admin does, by the function that its button calls. */
async function schedule(account: Account, article: string, date: Date) {
  // Loaded late: it brings the admin's code with it.
  const { schedulePublish } = await import('@/access/schedule-publish')
  const req: PayloadRequest = await createLocalReq({ user: account.user }, payload)
  return schedulePublish({ req, type: 'publish', date, doc: { relationTo: 'articles', value: article } })
}

const statusOf = async (id: string) => (await payload.findByID({ collection: 'articles', id }))._status
const waiting = async () => (await payload.count({ collection: 'payload-jobs' })).totalDocs

describe('scheduled publishing', () => {
  it('publishes what an editor scheduled, once its time has come', async () => {
    const { id } = await draftOf(staff.author, 'Due')
    await schedule(staff.editor, id, SECOND_AGO())
    await runDueJobs(payload)
    expect(await statusOf(id)).toBe('published')
    expect(await waiting()).toBe(0)
  })

  it('waits until then', async () => {
    const { id } = await draftOf(staff.author, 'Not due')
    await schedule(staff.editor, id, new Date(Date.now() + 60_000))
    await runDueJobs(payload)
    expect(await statusOf(id)).toBe('draft')
    await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
  })

  it.each(['author', 'sales'] as const)('is refused to %s, also for what is their own', async (role) => {
    const { id } = await draftOf(staff[role], `Of ${role}`)
    await expect(schedule(staff[role], id, SECOND_AGO())).rejects.toThrow('not allowed')
    expect(await waiting()).toBe(0)
  })

  it('does not publish in the name of an author, however the job came about', async () => {
    const { id } = await draftOf(staff.author, 'By the back door')
    const user = { relationTo: 'users', value: staff.author.id } as const
    const input = { type: 'publish', doc: { relationTo: 'articles', value: id }, user } as const
    await payload.jobs.queue({ task: 'schedulePublish', input, waitUntil: SECOND_AGO() })
    await runDueJobs(payload)
    expect(await statusOf(id)).toBe('draft')
    await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
  })

  it('is not queued by REST', async () => {
    const { rest } = await import('../support/api')
    const body = { taskSlug: 'schedulePublish', input: { type: 'publish' } }
    for (const role of ['author', 'editor', 'admin'] as const) {
      expect((await rest('POST', '/payload-jobs', { as: staff[role], body })).status).toBe(403)
    }
  })
})
