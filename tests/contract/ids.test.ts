import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

describe('an id', () => {
  it('is a UUIDv7 as text', async () => {
    const topic = await payload.create({ collection: 'topics', data: { name: 'Testing' } as never })
    expect(topic.id).toMatch(UUID_V7)
  })
})
