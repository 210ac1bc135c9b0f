import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureFirstAdmin } from '@/people/first-admin'
import { runDueJobs } from '@/platform/jobs'
import { forgetLeases, underLease } from '@/platform/lease'
import { article, email, submission } from '../support/content'
import { contractPayload } from '../support/contract'

const MANY = 12

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

/** Does the same many times at once; gives what succeeded and what failed. */
async function atOnce<T>(work: (number: number) => Promise<T>) {
  const results = await Promise.allSettled(Array.from({ length: MANY }, (_, number) => work(number)))
  return {
    done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    errors: results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])),
  }
}

describe('the first admin', () => {
  it('of an empty site is made once, and no process that starts at the same moment fails', async () => {
    const { errors } = await atOnce(() => ensureFirstAdmin(payload))
    expect(errors).toEqual([])
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(1)
  })
})

describe('inserts at the same time', () => {
  it('of different documents all succeed', async () => {
    const { done } = await atOnce((number) =>
      payload.create({ collection: 'articles', data: article(`At once ${number}`) }),
    )
    expect(done).toHaveLength(MANY)
    const where = { title: { in: done.map(({ title }) => title) } }
    expect((await payload.count({ collection: 'articles', where })).totalDocs).toBe(MANY)
  })

  it('of one submission store it once', async () => {
    const { done } = await atOnce(() =>
      payload.create({ collection: 'contact-submissions', data: submission({ key: 'double-click' }) }),
    )
    expect(done).toHaveLength(1)
    const where = { key: { equals: 'double-click' } }
    expect((await payload.count({ collection: 'contact-submissions', where })).totalDocs).toBe(1)
  })

  it('of one mail owe it once, and of one attempt let one deliverer try', async () => {
    const owed = await atOnce(() => payload.create({ collection: 'emails', data: email({ key: 'contact:2:sales' }) }))
    expect(owed.done).toHaveLength(1)
    const id = owed.done[0]?.id ?? ''
    const data = { lease: `${id}:1`, email: id, number: 1, startedAt: new Date().toISOString() }
    const tried = await atOnce(() => payload.create({ collection: 'email-attempts', data }))
    expect(tried.done).toHaveLength(1)
  })

  it('of one slug make one post', async () => {
    const { done } = await atOnce(() =>
      payload.create({ collection: 'articles', data: article('Contested', { slug: 'contested' }) }),
    )
    expect(done).toHaveLength(1)
  })
})

describe('two writers of one document', () => {
  it('leave it as one of them wrote it, whole', async () => {
    const data = { kind: 'runtime', summary: 'In short', locale: 'en', _status: 'published' } as const
    const { id } = await payload.create({ collection: 'frameworks', data: { ...data, name: 'Two', key: 'two' } })
    const write = (by: string) =>
      payload.update({
        collection: 'frameworks',
        id,
        data: { name: by, strengths: [{ text: `${by} one` }, { text: `${by} two` }] },
      })
    const results = await Promise.allSettled([write('Left'), write('Right')])
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    const { name, strengths } = await payload.findByID({ collection: 'frameworks', id })
    expect(strengths?.map(({ text }) => text)).toEqual([`${name} one`, `${name} two`])
  })
})

describe('a lease', () => {
  it('lets one of many do the work, and the next one when it is done', async () => {
    let working = 0
    let most = 0
    const work = async () => {
      working += 1
      most = Math.max(most, working)
      await payload.count({ collection: 'articles' })
      working -= 1
      return 'done'
    }
    const { done, errors } = await atOnce(() => underLease(payload, 'contested', 60, work))
    expect(errors).toEqual([])
    expect(most).toBe(1)
    expect(done).toContain('done')
    expect(await underLease(payload, 'contested', 60, work)).toBe('done')
  })

  it('is given back when the work fails', async () => {
    const failing = underLease(payload, 'failing', 60, () => Promise.reject(new Error('No')))
    await expect(failing).rejects.toThrow('No')
    expect(await underLease(payload, 'failing', 60, async () => 'done')).toBe('done')
  })

  it('of a process that died is taken over once it has ended, and not before', async () => {
    const held = (name: string, expiresAt: Date) =>
      payload.create({ collection: 'leases', data: { name, holder: 'dead', expiresAt: expiresAt.toISOString() } })
    await held('fresh', new Date(Date.now() + 60_000))
    await held('ended', new Date(Date.now() - 1000))
    expect(await underLease(payload, 'fresh', 60, async () => 'done')).toBeUndefined()
    expect(await underLease(payload, 'ended', 60, async () => 'done')).toBe('done')
  })

  it('is forgotten a day after its end, and not while it may still tell something', async () => {
    const ends = { 'long over': -25, 'just over': -1, 'for good': 100_000 }
    for (const [name, hours] of Object.entries(ends)) {
      const expiresAt = new Date(Date.now() + hours * 3_600_000).toISOString()
      await payload.create({ collection: 'leases', data: { name, holder: 'gone', expiresAt } })
    }
    await forgetLeases(payload)
    const { docs } = await payload.find({ collection: 'leases', where: { holder: { equals: 'gone' } }, sort: 'name' })
    expect(docs.map(({ name }) => name)).toEqual(['for good', 'just over'])
  })

  it('around the jobs does each of them once, whatever the number of runners', async () => {
    const editor = await payload.create({
      collection: 'users',
      data: { name: 'E', email: 'runner@example.com', password: 'a long password', roles: ['editor'], active: true },
    })
    const { id } = await payload.create({ collection: 'articles', data: article('Scheduled once') })
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'articles', value: id },
        user: { relationTo: 'users', value: editor.id },
      },
      waitUntil: new Date(Date.now() - 1000),
    })
    const { errors } = await atOnce(() => runDueJobs(payload))
    expect(errors).toEqual([])
    await runDueJobs(payload)
    const where: Where = { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] }
    expect((await payload.countVersions({ collection: 'articles', where })).totalDocs).toBe(1)
  })
})
