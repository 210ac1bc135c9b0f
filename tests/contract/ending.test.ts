import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { startJobs } from '@/platform/jobs'
import { underLease } from '@/platform/lease'
import { contractPayload } from '../support/contract'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
})

const leases = async () => (await payload.count({ collection: 'leases' })).totalDocs

describe('a process that ends', () => {
  it('waits for the jobs under lease, and leaves no lease', async () => {
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'articles', value: 'none' } },
      waitUntil: new Date(Date.now() - 1000),
    })
    const { run } = payload.jobs
    let isDone = false
    const begun = new Promise<void>((begin) => {
      const slowRun = async (options: Parameters<typeof run>[0]) => {
        begin()
        await new Promise((done) => setTimeout(done, 150))
        const result = await run(options)
        isDone = true
        return result
      }
      // Not an assignment: Payload declares the result as a promise of a promise.
      Object.assign(payload.jobs, { run: slowRun })
    })
    try {
      const stop = startJobs(payload)
      await begun
      expect(await leases()).toBe(1)
      await stop()
      expect(isDone).toBe(true)
      expect(await leases()).toBe(0)
    } finally {
      payload.jobs.run = run
      await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
    }
  })

  it('leaves no lease of work that failed', async () => {
    const failing = underLease(payload, 'test', 60, async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await leases()).toBe(0)
  })
})
