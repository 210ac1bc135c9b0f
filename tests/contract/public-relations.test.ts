import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { block, linkTo, richText } from '../support/rich-text'

let payload: Payload
let secret: string
let secretFramework: string
let open: string
let figure: string

const published = { _status: 'published' as const }

beforeAll(async () => {
  payload = await contractPayload()

  const draft = { title: 'Secret plan', excerpt: 'Hidden words', content: richText('Hidden words'), _status: 'draft' }
  secret = (await payload.create({ collection: 'articles', draft: true, data: draft as never })).id
  const entry = { name: 'Hidden engine', key: 'hidden', kind: 'runtime', summary: 'Hidden words', _status: 'draft' }
  secretFramework = (await payload.create({ collection: 'frameworks', draft: true, data: entry as never })).id
  const row = {
    label: 'Use',
    frameworkKey: 'nodejs',
    value: 5,
    unit: 'percent',
    asOf: '2024-01-01',
    population: 'All',
    sourceStatus: 'not-named',
    citedVia: { title: 'A post', article: secret },
  }
  figure = (await payload.create({ collection: 'statistics', data: row as never })).id
  const middle = { title: 'Middle', excerpt: 'M', content: richText('M'), related: [secret], ...published }
  const middleId = (await payload.create({ collection: 'articles', data: middle as never })).id
  const content = richText(
    block('frameworkCard', { framework: secretFramework }),
    block('statistic', { statistic: figure }),
    linkTo('articles', secret, 'the words of the link'),
  )
  const data = { title: 'Open', excerpt: 'O', content, related: [secret, middleId], ...published }
  open = (await payload.create({ collection: 'articles', data: data as never })).id
})

const expectNoTrace = (answer: unknown) => {
  const text = JSON.stringify(answer)
  for (const trace of [secret, secretFramework, 'Hidden', 'hidden', 'Secret']) expect(text).not.toContain(trace)
}

describe('a public read', () => {
  it.each([0, 1, 2, 3])('shows no trace of a draft at depth %i', async (depth) => {
    const found = await payload.findByID({ collection: 'articles', id: open, depth, overrideAccess: false })
    expectNoTrace(found)
  })

  it('keeps what is published, and the words of a link whose target is hidden', async () => {
    const found = await payload.findByID({ collection: 'articles', id: open, depth: 2, overrideAccess: false })
    expect(found.related).toHaveLength(1)
    expect(JSON.stringify(found.content)).toContain('the words of the link')
    expect(JSON.stringify(found.content)).toContain('"population":"All"')
  })

  it('leaves staff who may see the draft their relations', async () => {
    const found = await payload.findByID({ collection: 'articles', id: open, depth: 1, overrideAccess: true })
    expect(found.related).toHaveLength(2)
  })

  it('shows no trace of a draft over REST and GraphQL', async () => {
    const { REST_GET, GRAPHQL_POST } = await import('@payloadcms/next/routes')
    const { default: config } = await import('@payload-config')
    for (const path of [
      `articles/${open}?depth=3`,
      'articles?depth=3&draft=true',
      'statistics?depth=2',
      'frameworks?trash=true',
    ]) {
      const url = new URL(`http://localhost:3000/api/${path}`)
      const response = await REST_GET(config)(new Request(url), {
        params: Promise.resolve({ slug: url.pathname.split('/').slice(2) }),
      })
      expect(response.status).toBe(200)
      expectNoTrace(await response.json())
    }
    const query = `{ Articles(draft: true) { docs { title related { id title } content(depth: 3) } } Statistics { docs { citedVia { article { id title } } } } Frameworks(trash: true) { docs { name } } }`
    const response = await GRAPHQL_POST(config)(
      new Request('http://localhost:3000/api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    )
    const answer = await response.json()
    expect(answer.data.Articles.docs.length).toBeGreaterThan(0)
    expectNoTrace(answer.data)
  })
})
