import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { article, email, statistic, submission } from '../support/content'
import { contractPayload } from '../support/contract'

let payload: Payload
let lead: string

beforeAll(async () => {
  payload = await contractPayload()
  lead = (await payload.create({ collection: 'leads', data: { name: 'Thu', status: 'new' } })).id
})

describe('relations', () => {
  it('are ids at depth 0, documents at depth 1, and their documents at depth 2', async () => {
    const author = await payload.create({ collection: 'authors', data: { name: 'An', kind: 'person' } })
    const inner = await payload.create({ collection: 'articles', data: article('Inner', { authors: [author.id] }) })
    const outer = await payload.create({ collection: 'articles', data: article('Outer', { related: [inner.id] }) })
    const read = (depth: number) => payload.findByID({ collection: 'articles', id: outer.id, depth })
    expect(await read(0)).toMatchObject({ related: [inner.id] })
    expect(await read(1)).toMatchObject({ related: [{ title: 'Inner', authors: [author.id] }] })
    expect(await read(2)).toMatchObject({ related: [{ authors: [{ name: 'An' }] }] })
  })

  it('keep the order in which they were given, also after a change', async () => {
    const ids: string[] = []
    for (const name of ['Red', 'Green', 'Blue']) {
      ids.push((await payload.create({ collection: 'topics', data: { name, locale: 'en' } })).id)
    }
    const [red = '', green = '', blue = ''] = ids
    const { id } = await payload.create({ collection: 'articles', data: article('Ordered', { topics: [blue, red] }) })
    await payload.update({ collection: 'articles', id, data: { topics: [green, blue, red] } })
    const found = await payload.findByID({ collection: 'articles', id, depth: 0 })
    expect(found.topics).toEqual([green, blue, red])
  })

  it('are found by an id among many, by a list, and by a field of what they name', async () => {
    const topic = await payload.create({ collection: 'topics', data: { name: 'Databases', locale: 'en' } })
    const other = await payload.create({ collection: 'topics', data: { name: 'Networks', locale: 'en' } })
    await payload.create({ collection: 'articles', data: article('About both', { topics: [other.id, topic.id] }) })
    await payload.create({ collection: 'articles', data: article('About one', { topics: [other.id] }) })
    const titles = async (where: object) => {
      const { docs } = await payload.find({ collection: 'articles', where: { ...where }, sort: 'title' })
      return docs.map(({ title }) => title)
    }
    expect(await titles({ topics: { equals: topic.id } })).toEqual(['About both'])
    expect(await titles({ topics: { in: [topic.id, other.id] } })).toEqual(['About both', 'About one'])
    expect(await titles({ 'topics.slug': { equals: 'databases' } })).toEqual(['About both'])
  })

  it('within a group are found and read', async () => {
    const { id } = await payload.create({ collection: 'articles', data: article('Cited') })
    await payload.create({ collection: 'statistics', data: statistic('Use', { citedVia: { article: id } }) })
    const { docs } = await payload.find({
      collection: 'statistics',
      where: { 'citedVia.article': { equals: id } },
      depth: 1,
    })
    expect(docs).toMatchObject([{ label: 'Use', citedVia: { article: { title: 'Cited' } } }])
  })
})

describe('joins', () => {
  const values = (join: { docs?: unknown[] } | undefined, field: string) =>
    (join?.docs ?? []).map((doc) => (doc as Record<string, unknown>)[field])

  it('show what belongs to a lead, and nothing of others', async () => {
    const other = await payload.create({ collection: 'leads', data: { name: 'Somebody else', status: 'new' } })
    const point = (value: string, of: string) =>
      payload.create({ collection: 'contact-points', data: { kind: 'email', raw: value, value, lead: of } })
    await point('thu@example.com', lead)
    await point('thu@work.example.com', lead)
    await point('else@example.com', other.id)
    const { contactPoints } = await payload.findByID({ collection: 'leads', id: lead, depth: 1 })
    expect(values(contactPoints, 'value').sort()).toEqual(['thu@example.com', 'thu@work.example.com'])
  })

  it('come in their own order, the newest first, in pages', async () => {
    for (const day of [3, 1, 2]) {
      const at = `2026-01-0${day}T00:00:00.000Z`
      await payload.create({ collection: 'lead-events', data: { lead, kind: 'note', text: `Day ${day}`, at } })
    }
    const joins = { events: { limit: 2 } }
    const { events } = await payload.findByID({ collection: 'leads', id: lead, depth: 1, joins })
    expect(values(events, 'text')).toEqual(['Day 3', 'Day 2'])
    expect(events?.hasNextPage).toBe(true)
  })

  it('reach from a lead to its messages, and from a mail to its attempts', async () => {
    const message = await payload.create({ collection: 'contact-submissions', data: submission({ lead }) })
    const { submissions } = await payload.findByID({ collection: 'leads', id: lead, depth: 1 })
    expect(values(submissions, 'id')).toEqual([message.id])
    const mail = await payload.create({ collection: 'emails', data: email({ submission: message.id, lead }) })
    for (const number of [1, 2]) {
      const startedAt = `2026-01-01T00:0${number}:00.000Z`
      const data = { lease: `${mail.id}:${number}`, email: mail.id, number, startedAt }
      await payload.create({ collection: 'email-attempts', data })
    }
    const { tries } = await payload.findByID({ collection: 'emails', id: mail.id, depth: 1 })
    expect(values(tries, 'number')).toEqual([2, 1])
  })
})

describe('deleting a lead', () => {
  it('deletes its addresses and its timeline, and leaves its messages without a lead', async () => {
    const { id } = await payload.create({ collection: 'leads', data: { name: 'Gone', status: 'new' } })
    const raw = 'gone@example.com'
    await payload.create({ collection: 'contact-points', data: { kind: 'email', raw, value: raw, lead: id } })
    const at = new Date().toISOString()
    await payload.create({ collection: 'lead-events', data: { lead: id, kind: 'note', text: 'Called', at } })
    const message = await payload.create({ collection: 'contact-submissions', data: submission({ lead: id }) })
    await payload.delete({ collection: 'leads', id })
    for (const collection of ['contact-points', 'lead-events'] as const) {
      expect((await payload.count({ collection, where: { lead: { equals: id } } })).totalDocs).toBe(0)
    }
    const kept = await payload.findByID({ collection: 'contact-submissions', id: message.id })
    expect(kept.lead ?? null).toBeNull()
  })
})
