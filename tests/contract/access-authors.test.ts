import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { graphql, rest } from '../support/api'
import { article } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
/** A published post of the author, and a draft. */
let live: string
let draft: string
let count = 0

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

beforeEach(async () => {
  count += 1
  const owner = staff.author.id
  const create = (title: string, _status: 'draft' | 'published') =>
    payload.create({ collection: 'articles', data: article(`${title} ${count}`, { owner, _status }) })
  live = (await create('Live', 'published')).id
  draft = (await create('Draft', 'draft')).id
})

/** What visitors see of a post. */
const visible = async (id: string) => (await rest('GET', `/articles/${id}`)).body.title
const asAuthor = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
  rest(method, path, { as: staff.author, body })

describe('an author', () => {
  it('writes a draft of their own, and a draft over their live post', async () => {
    const created = await asAuthor('POST', '/articles?draft=true', article('Mine'))
    expect(created.status).toBe(201)
    expect(created.body.doc).toMatchObject({ _status: 'draft', owner: { id: staff.author.id } })
    expect((await asAuthor('PATCH', `/articles/${draft}?draft=true`, { title: 'Better' })).status).toBe(200)
    expect((await asAuthor('PATCH', `/articles/${live}?draft=true`, { title: 'Better' })).status).toBe(200)
    expect(await visible(live)).toBe(`Live ${count}`)
    expect(await visible(draft)).toBeUndefined()
  })

  it('saves as they type without changing what is live', async () => {
    const autosave = await asAuthor('PATCH', `/articles/${live}?draft=true&autosave=true`, { title: 'Typ' })
    expect(autosave.status).toBe(200)
    expect(await visible(live)).toBe(`Live ${count}`)
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['a change that is not a draft', '', { title: 'Changed' }],
    ['a draft that publishes', '?draft=true', { _status: 'published' }],
    ['a publication', '', { _status: 'published' }],
    ['taking it down', '', { _status: 'draft' }],
    ['publishing in all languages', '?draft=true&publishAllLocales=true', { title: 'Changed' }],
    ['publishing in one language', '?draft=true&publishSpecificLocale=en', { title: 'Changed' }],
    ['taking it down in all languages', '?draft=true&unpublishAllLocales=true', { title: 'Changed' }],
    ['the trash', '?draft=true', { deletedAt: '2026-01-01T00:00:00.000Z' }],
    ['the trash without a draft', '', { deletedAt: '2026-01-01T00:00:00.000Z' }],
  ])('cannot change their live post by %s', async (_, query, data) => {
    await asAuthor('PATCH', `/articles/${live}${query}`, data)
    expect(await visible(live)).toBe(`Live ${count}`)
    await asAuthor('PATCH', `/articles/${draft}${query}`, data)
    expect(await visible(draft)).toBeUndefined()
  })

  it('cannot create a post that is public', async () => {
    for (const [query, status] of [
      ['', 'published'],
      ['?draft=true', 'published'],
      ['', 'draft'],
      ['?draft=true&publishAllLocales=true', 'published'],
    ]) {
      const title = `Pushed ${count} ${query} ${status}`
      await asAuthor('POST', `/articles${query}`, { ...article(title), _status: status })
      const { docs } = await payload.find({
        collection: 'articles',
        where: { title: { equals: title } },
        overrideAccess: false,
      })
      expect(docs, title).toEqual([])
    }
  })

  it('cannot change many at once, restore, or delete', async () => {
    const { docs } = await payload.findVersions({ collection: 'articles', where: { parent: { equals: live } } })
    const attempts = [
      await asAuthor('PATCH', `/articles?where[id][equals]=${live}&draft=true`, { title: 'Changed' }),
      await asAuthor('POST', `/articles/versions/${docs[0]?.id}`),
      await asAuthor('POST', `/articles/versions/${docs[0]?.id}?draft=true`),
      await asAuthor('DELETE', `/articles/${live}`),
      await asAuthor('DELETE', `/articles/${draft}`),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(await visible(live)).toBe(`Live ${count}`)
  })

  it('cannot do it by GraphQL either', async () => {
    const mutations = [
      `updateArticle(id: "${live}", data: { title: "Changed" }) { id }`,
      `updateArticle(id: "${live}", draft: true, data: { _status: published }) { id }`,
      `updateArticle(id: "${live}", data: { _status: draft }) { id }`,
      `deleteArticle(id: "${live}") { id }`,
    ]
    for (const mutation of mutations) {
      const { body } = await graphql(`mutation { ${mutation} }`, { as: staff.author })
      expect(body.errors, mutation).toBeDefined()
    }
    expect(await visible(live)).toBe(`Live ${count}`)
  })

  it('makes a draft of a copy, as everybody does', async () => {
    for (const as of [staff.author, staff.editor]) {
      for (const query of ['', '?draft=false']) {
        const { status, body } = await rest('POST', `/articles/${live}/duplicate${query}`, { as })
        expect(status).toBe(200)
        const { id, _status } = body.doc as { id: string; _status: string }
        expect(_status).toBe('draft')
        expect(await visible(id)).toBeUndefined()
      }
    }
  })

  it('sees drafts and versions of their own, and none of others', async () => {
    const read = async (path: string, as: Staff['author']) => (await rest('GET', path, { as })).status
    expect(await read(`/articles/${draft}`, staff.author)).toBe(200)
    expect(await read(`/articles/${draft}`, staff.otherAuthor)).toBe(404)
    const versions = async (as: Staff['author']) =>
      (await rest('GET', `/articles/versions?where[parent][equals]=${draft}`, { as })).body.totalDocs
    expect(await versions(staff.author)).toBe(1)
    expect(await versions(staff.otherAuthor)).toBe(0)
  })

  it('does not write the posts of others, or give theirs away', async () => {
    const stranger = await rest('PATCH', `/articles/${draft}?draft=true`, {
      as: staff.otherAuthor,
      body: { title: 'Mine now' },
    })
    expect([403, 404]).toContain(stranger.status)
    await asAuthor('PATCH', `/articles/${draft}?draft=true`, { owner: staff.otherAuthor.id })
    const found = await payload.findByID({ collection: 'articles', id: draft, draft: true, depth: 0 })
    expect(found).toMatchObject({ owner: staff.author.id, title: `Draft ${count}` })
  })

  it('cannot mark content as that of the demo', async () => {
    await asAuthor('PATCH', `/articles/${draft}?draft=true`, { isDemo: true })
    const found = await payload.findByID({ collection: 'articles', id: draft, draft: true })
    expect(found.isDemo).toBe(false)
  })
})

describe('an editor', () => {
  it('publishes, takes down, restores and deletes what an author wrote', async () => {
    const as = staff.editor
    await rest('PATCH', `/articles/${draft}`, { as, body: { _status: 'published' } })
    expect(await visible(draft)).toBe(`Draft ${count}`)
    await rest('PATCH', `/articles/${draft}`, { as, body: { _status: 'draft' } })
    expect(await visible(draft)).toBeUndefined()
    expect((await rest('DELETE', `/articles/${draft}`, { as })).status).toBe(200)
  })
})

describe('sales', () => {
  it('writes no drafts and sees none', async () => {
    const as = staff.sales
    expect((await rest('POST', '/articles?draft=true', { as, body: article('No') })).status).toBe(403)
    expect((await rest('PATCH', `/articles/${live}?draft=true`, { as, body: { title: 'No' } })).status).toBe(403)
    expect((await rest('GET', `/articles/${draft}?draft=true`, { as })).status).toBe(404)
    expect((await rest('GET', '/articles/versions', { as })).status).toBe(403)
  })
})
