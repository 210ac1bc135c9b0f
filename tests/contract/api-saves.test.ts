import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearDemo } from '@/demo/clear'
import { seedDemo } from '@/demo/seed'
import { contractPayload } from '../support/contract'
import { type Api, guardedApi } from '../support/guarded-api'
import { createAccount } from '../support/staff'

let api: Api
let admin: string

beforeAll(async () => {
  const payload = await contractPayload()
  api = await guardedApi(payload)
  await seedDemo(payload)
  admin = (await createAccount(payload, 'checker', ['admin'])).token
})

afterAll(async () => {
  await clearDemo(api.payload)
})

const json = (data: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) })

describe('what the site itself holds', () => {
  it.each(['articles', 'topics', 'frameworks', 'statistics', 'pages', 'authors', 'media'] as const)(
    'can be read from %s and saved again unchanged',
    async (collection) => {
      const found = await api.call(`/${collection}?depth=0&limit=100`, { token: admin })
      const { docs } = (await found.json()) as { docs: Array<{ id: string }> }
      expect(docs.length).toBeGreaterThan(0)
      for (const doc of docs.slice(0, 3)) {
        const saved = await api.call(`/${collection}/${doc.id}`, { ...json(doc), method: 'PATCH', token: admin })
        expect(saved.status, await saved.clone().text()).toBe(200)
      }
    },
  )
})
