import type { CollectionSlug, Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphql, rest } from '../support/api'
import { article, framework, page } from '../support/content'
import { contractPayload } from '../support/contract'

/** A word that stands in drafts and in deleted documents alone. */
const SECRET = 'zyzzyva'

let payload: Payload
/** Ids of documents that no visitor may see, by collection. */
let hidden: { articles: string; frameworks: string; pages: string; trashed: string }
/** A published post with a newer draft, which relates to a draft. */
let live: string

beforeAll(async () => {
  payload = await contractPayload()
  const draft = await payload.create({ collection: 'articles', data: article(`Draft ${SECRET}`) })
  const entry = await payload.create({ collection: 'frameworks', data: framework('hidden', { name: SECRET }) })
  const about = await payload.create({ collection: 'pages', data: page(`Page ${SECRET}`) })
  const trashed = await payload.create({
    collection: 'articles',
    data: article(`Trashed ${SECRET}`, { _status: 'published' }),
  })
  const shown = await payload.create({
    collection: 'articles',
    data: article('Live', { related: [draft.id, trashed.id], _status: 'published' }),
  })
  await payload.update({ collection: 'articles', id: shown.id, draft: true, data: { title: `Newer ${SECRET}` } })
  await payload.update({ collection: 'articles', id: trashed.id, data: { deletedAt: new Date().toISOString() } })
  hidden = { articles: draft.id, frameworks: entry.id, pages: about.id, trashed: trashed.id }
  live = shown.id
})

const expectNoSecret = (answer: unknown) => {
  const text = JSON.stringify(answer)
  for (const trace of [SECRET, ...Object.values(hidden)]) expect(text).not.toContain(trace)
}

describe('a visitor over REST', () => {
  it.each(['articles', 'frameworks', 'pages'] as const)('does not read a draft of %s by its id', async (collection) => {
    for (const query of ['', '?draft=true', '?trash=true', '?draft=true&trash=true&depth=2']) {
      const { status, body } = await rest('GET', `/${collection}/${hidden[collection]}${query}`)
      expect(status).toBe(404)
      expect(JSON.stringify(body)).not.toContain(SECRET)
    }
  })

  it.each(['articles', 'frameworks', 'pages'])('does not find a draft of %s in a list', async (collection) => {
    const queries = [
      '',
      '?draft=true',
      '?trash=true',
      '?where[_status][equals]=draft',
      '?draft=true&trash=true&depth=3',
    ]
    for (const query of queries) {
      const { status, body } = await rest('GET', `/${collection}${query}`)
      expect(status).toBe(200)
      expectNoSecret(body.docs)
    }
  })

  it('does not read what is in the trash, by id or by list', async () => {
    for (const path of [`/articles/${hidden.trashed}?trash=true`, `/articles/${hidden.trashed}`]) {
      expect((await rest('GET', path)).status).toBe(404)
    }
    const { body } = await rest('GET', '/articles?trash=true&where[deletedAt][exists]=true')
    expect(body.docs).toEqual([])
  })

  it('sees what is live of a post with a newer draft, and no relation to a draft', async () => {
    for (const query of ['', '?draft=true', '?depth=2', '?draft=true&depth=2']) {
      const { body } = await rest('GET', `/articles/${live}${query}`)
      expectNoSecret(body)
    }
    expect((await rest('GET', `/articles/${live}?depth=2`)).body).toMatchObject({ title: 'Live', related: [] })
  })

  it('cannot learn of a draft by asking which posts relate to it', async () => {
    const questions = [
      `where[related.title][like]=${SECRET}`,
      `where[related.title][contains]=${SECRET}`,
      `where[or][0][and][0][related.title][like]=${SECRET}`,
      `where[related][equals]=${hidden.articles}`,
      `where={"related":{"equals":"${hidden.articles}"}}`,
      `where[OR][0][related][equals]=${hidden.articles}`,
      `where[related][in]=${hidden.articles}`,
      `where[related][contains][title][like]=${SECRET}`,
    ]
    for (const question of questions) {
      const { body } = await rest('GET', `/articles?${question}`)
      expect(body.docs ?? [], question).toEqual([])
      const count = await rest('GET', `/articles/count?${question}`)
      expect(count.body.totalDocs ?? 0, question).toBe(0)
    }
  })

  it('cannot order posts by what a draft says', async () => {
    for (const sort of ['related.title', '-related.title', 'title,related.title', 'related']) {
      expect((await rest('GET', `/articles?sort=${sort}`)).status, sort).toBe(400)
    }
  })

  it('finds posts by what is public of them', async () => {
    for (const where of ['where[slug][equals]=live', 'where[topics][exists]=false', 'sort=-publishedAt']) {
      expect((await rest('GET', `/articles?${where}`)).body.totalDocs, where).toBe(1)
    }
  })

  it('reads no versions', async () => {
    const { docs } = await payload.findVersions({ collection: 'articles', where: { parent: { equals: live } } })
    for (const path of ['/articles/versions', '/pages/versions', `/articles/versions/${docs[0]?.id}`]) {
      const { status, body } = await rest('GET', path)
      expect(status, path).toBe(403)
      expectNoSecret(body)
    }
  })

  it('counts what is public alone', async () => {
    const count = async (path: string) => (await rest('GET', path)).body.totalDocs
    expect(await count('/articles/count')).toBe(1)
    expect(await count('/articles/count?where[_status][equals]=draft')).toBe(0)
    expect(await count('/articles/count?trash=true')).toBe(1)
    expect(await count('/pages/count')).toBe(0)
  })

  it('cannot ask for fields of people', async () => {
    for (const path of ['owner.email', 'owner.name', 'authors.user.email']) {
      const { status } = await rest('GET', `/articles?where[${path}][like]=a`)
      expect(status, path).toBe(400)
    }
  })
})

describe('a visitor over GraphQL', () => {
  it('reads neither drafts nor what is in the trash', async () => {
    const { body } = await graphql(`{
      Articles(trash: true) { totalDocs docs { id title related { id title } } }
      newer: Articles(draft: true, trash: true) { docs { id title related { id title } } }
      Frameworks(draft: true, trash: true) { docs { id name } }
      Pages(draft: true, trash: true) { docs { id title } }
      countArticles { totalDocs }
    }`)
    expect(body).toMatchObject({ data: { Articles: { totalDocs: 1 }, countArticles: { totalDocs: 1 } } })
    expectNoSecret(body)
  })

  it('gets no draft by its id', async () => {
    const one = (kind: string, id: string) => graphql(`{ ${kind}(id: "${id}", draft: true) { id } }`)
    for (const [kind, id] of [
      ['Article', hidden.articles],
      ['Framework', hidden.frameworks],
      ['Page', hidden.pages],
      ['Article', hidden.trashed],
    ] as const) {
      expect((await one(kind, id)).body.data, kind).toEqual({ [kind]: null })
    }
  })

  it('cannot learn of a draft by asking which posts relate to it', async () => {
    const related = `{ related: { equals: "${hidden.articles}" } }`
    for (const where of [related, `{ OR: [${related}] }`, `{ AND: [{ OR: [${related}] }] }`]) {
      const { body } = await graphql(`{ Articles(where: ${where}) { totalDocs } }`)
      expect(body.errors, where).toBeDefined()
    }
  })

  it('reads no versions', async () => {
    const { body } = await graphql('{ versionsArticles { docs { id version { title } } } }')
    expect(body.data).toEqual({ versionsArticles: null })
    expect(body.errors).toBeDefined()
  })

  it('changes nothing', async () => {
    const mutations = [
      `updateArticle(id: "${live}", data: { title: "Mine" }) { id }`,
      `deleteArticle(id: "${live}") { id }`,
      `restoreVersionArticle(id: "${live}") { id }`,
      `createTopic(data: { name: "Mine", locale: en }) { id }`,
      `createUser(data: { name: "Mine", email: "m@example.com", password: "a long password", roles: [admin] }) { id }`,
    ]
    for (const mutation of mutations) {
      const { body } = await graphql(`mutation { ${mutation} }`)
      expect(body.errors, mutation).toBeDefined()
    }
    expect(await payload.findByID({ collection: 'articles', id: live })).toMatchObject({ title: 'Live' })
  })
})

describe('a visitor', () => {
  it('creates, changes and deletes nothing in any collection', async () => {
    for (const { slug, endpoints } of payload.config.collections) {
      if (endpoints === false) continue
      const before = (await payload.count({ collection: slug as CollectionSlug })).totalDocs
      const attempts = [
        await rest('POST', `/${slug}`, { body: { title: 'Mine', name: 'Mine' } }),
        await rest('PATCH', `/${slug}?where[id][exists]=true`, { body: { title: 'Mine', name: 'Mine' } }),
        await rest('DELETE', `/${slug}?where[id][exists]=true`),
      ]
      for (const { status } of attempts) expect([401, 403, 404], slug).toContain(status)
      expect((await payload.count({ collection: slug as CollectionSlug })).totalDocs, slug).toBe(before)
    }
  })

  it('does not become the first user of a site that has none', async () => {
    const account = { name: 'Mine', email: 'mine@example.com', password: 'a long password', roles: ['admin'] }
    const { status } = await rest('POST', '/users/first-register', { body: account })
    expect(status).toBe(403)
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(0)
  })

  it('reads nothing of leads, mail, people and the machinery', async () => {
    const slugs = ['leads', 'contact-points', 'contact-submissions', 'lead-events', 'emails', 'email-attempts']
    for (const slug of [...slugs, 'users', 'redirects', 'payload-jobs', 'payload-locked-documents', 'leases']) {
      expect([403, 404], slug).toContain((await rest('GET', `/${slug}`)).status)
    }
  })

  it('reads the public globals and not whom mail goes to', async () => {
    expect((await rest('GET', '/globals/settings')).status).toBe(200)
    expect((await rest('GET', '/globals/navigation')).status).toBe(200)
    expect((await rest('GET', '/globals/notifications')).status).toBe(403)
    for (const slug of ['settings', 'navigation', 'notifications']) {
      expect((await rest('POST', `/globals/${slug}`, { body: { companyName: 'Mine' } })).status).toBe(403)
    }
  })
})
