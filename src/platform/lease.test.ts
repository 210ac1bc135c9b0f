import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { underLease } from './lease'

/** A Payload whose leases cannot be written, for one reason. */
const payloadThat = (failure: Error) =>
  ({ db: { deleteMany: async () => undefined }, create: () => Promise.reject(failure) }) as unknown as Payload

const done = async () => 'done'

describe('a lease', () => {
  it('that another process holds keeps the work from being done, whatever the build made of the name of the error', async () => {
    const taken = Object.assign(new Error('The following field is invalid: name'), { name: '', status: 400 })
    expect(await underLease(payloadThat(taken), 'jobs', 60, done)).toBeUndefined()
  })

  it('that cannot be taken because the database fails says so', async () => {
    await expect(underLease(payloadThat(new Error('disk full')), 'jobs', 60, done)).rejects.toThrow('disk full')
  })
})
