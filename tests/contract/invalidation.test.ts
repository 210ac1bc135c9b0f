import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
})

beforeEach(async () => {
  await payload.db.deleteMany({ collection: 'invalidations', where: {} })
})

/** Every tag that has been invalidated since the test began. */
async function invalidated(): Promise<string[]> {
  const { docs } = await payload.find({ collection: 'invalidations', pagination: false })
  return docs.flatMap(({ tags }) => tags as string[])
}

const post = (title: string, status: 'draft' | 'published') =>
  payload.create({
    collection: 'articles',
    draft: status === 'draft',
    data: { title, excerpt: 'In short', content: richText('Words'), _status: status } as never,
  })

describe('invalidation', () => {
  it('names the list, the document and its slug when a post is published', async () => {
    const { id } = await post('Published at once', 'published')
    expect(await invalidated()).toEqual(
      expect.arrayContaining(['articles', `articles:${id}`, 'articles/slug:published-at-once']),
    )
  })

  it('says nothing of a draft, new or over a published post', async () => {
    await post('Only a draft', 'draft')
    expect(await invalidated()).toEqual([])
    const { id } = await post('Live', 'published')
    await payload.db.deleteMany({ collection: 'invalidations', where: {} })
    await payload.update({ collection: 'articles', id, draft: true, data: { title: 'Not yet' } })
    await payload.update({ collection: 'articles', id, draft: true, autosave: true, data: { title: 'Not yet either' } })
    expect(await invalidated()).toEqual([])
  })

  it('says it when a post is unpublished, trashed, restored or deleted', async () => {
    const { id } = await post('To be taken down', 'published')
    const writes = [
      () => payload.update({ collection: 'articles', id, data: { _status: 'draft' } }),
      () => payload.update({ collection: 'articles', id, data: { _status: 'published' } }),
      () => payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } }),
      () => payload.update({ collection: 'articles', id, data: { deletedAt: null }, trash: true }),
      () => payload.delete({ collection: 'articles', id }),
    ]
    for (const write of writes) {
      await payload.db.deleteMany({ collection: 'invalidations', where: {} })
      await write()
      expect(await invalidated()).toContain(`articles:${id}`)
    }
  })

  it('names the old and the new slug when it changes, and leaves a redirect', async () => {
    const { id } = await post('Old name', 'published')
    await payload.update({ collection: 'articles', id, data: { slug: 'new-name' } })
    expect(await invalidated()).toEqual(
      expect.arrayContaining(['articles/slug:old-name', 'articles/slug:new-name', 'redirects']),
    )
    const { docs } = await payload.find({ collection: 'redirects', where: { from: { equals: '/blog/old-name' } } })
    expect(docs[0]).toMatchObject({ to: '/blog/new-name', automatic: true })
  })

  it('leaves a redirect also when the new slug was saved as a draft first, as the admin does', async () => {
    const { id } = await post('First name', 'published')
    await payload.update({ collection: 'articles', id, draft: true, autosave: true, data: { slug: 'second-name' } })
    await payload.update({ collection: 'articles', id, data: { slug: 'second-name', _status: 'published' } })
    const { docs } = await payload.find({ collection: 'redirects', where: { from: { equals: '/blog/first-name' } } })
    expect(docs).toMatchObject([{ to: '/blog/second-name' }])
  })

  it('takes away the redirect from an address where a document lives again', async () => {
    const { id } = await post('Moving', 'published')
    await payload.update({ collection: 'articles', id, data: { slug: 'moved', _status: 'published' } })
    await post('Moving', 'published')
    const { totalDocs } = await payload.count({ collection: 'redirects', where: { from: { equals: '/blog/moving' } } })
    expect(totalDocs).toBe(0)
  })

  it('leaves the redirects of another language alone', async () => {
    await payload.create({ collection: 'redirects', data: { from: '/blog/mot', to: '/blog', status: '301' } })
    await payload.create({
      collection: 'articles',
      data: { title: 'Mot', locale: 'vi', excerpt: 'E', content: richText('W'), _status: 'published' } as never,
    })
    const { totalDocs } = await payload.count({ collection: 'redirects', where: { from: { equals: '/blog/mot' } } })
    expect(totalDocs).toBe(1)
  })

  it('leaves no redirect from the slug of a draft', async () => {
    const { id } = await post('Secret plan', 'draft')
    await payload.update({ collection: 'articles', id, draft: true, data: { slug: 'other-plan' } })
    await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    const { totalDocs } = await payload.count({ collection: 'redirects', where: { from: { like: 'secret-plan' } } })
    expect(totalDocs).toBe(0)
  })

  it('names a global that changes', async () => {
    await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example Ltd' } })
    expect(await invalidated()).toContain('settings')
  })
})
