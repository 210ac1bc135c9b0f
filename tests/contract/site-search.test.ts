import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { articleDates, articleList, latestArticles } from '@/articles/queries'
import { searchSite } from '@/search/queries'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
})

const write = (title: string, fields: Record<string, unknown> = {}) =>
  payload.create({
    collection: 'articles',
    data: {
      title,
      excerpt: `About ${title}`,
      content: richText(`${title} at length`),
      _status: 'published',
      ...fields,
    } as never,
  })

const titles = async (query: string) => (await searchSite(query)).hits.map(({ title }) => title)

describe('the search of the site', () => {
  it('finds what was just published, with or without its marks', async () => {
    await write('Kiến trúc ở Đà Nẵng')
    expect(await titles('da nang')).toEqual(['Kiến trúc ở Đà Nẵng'])
    expect(await titles('ĐÀ NẴNG')).toEqual(['Kiến trúc ở Đà Nẵng'])
  })

  it('finds no draft, and the live words of a post that has one', async () => {
    await write('Unannounced merger', { _status: 'draft' })
    expect(await titles('merger')).toEqual([])
    const { id } = await write('Calm delivery')
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { title: 'Frantic delivery', _status: 'draft' },
    })
    expect(await titles('frantic')).toEqual([])
    expect(await titles('calm')).toEqual(['Calm delivery'])
  })

  it('forgets at once what was taken down, moved to the trash or deleted', async () => {
    const takenDown = await write('Ephemeral one')
    const trashed = await write('Ephemeral two')
    const deleted = await write('Ephemeral three')
    expect(await titles('ephemeral')).toHaveLength(3)
    await payload.update({ collection: 'articles', id: takenDown.id, data: { _status: 'draft' } })
    expect(await titles('ephemeral')).toHaveLength(2)
    await payload.update({ collection: 'articles', id: trashed.id, data: { deletedAt: new Date().toISOString() } })
    expect(await titles('ephemeral')).toEqual(['Ephemeral three'])
    await payload.delete({ collection: 'articles', id: deleted.id })
    expect(await titles('ephemeral')).toEqual([])
  })

  it('keeps to the language of the site', async () => {
    await write('Ngôn ngữ khác', { locale: 'vi' })
    expect(await titles('ngon ngu')).toEqual([])
  })
})

describe('listings, feed and sitemap', () => {
  it('hold published posts alone, newest first', async () => {
    await write('Secret listing', { _status: 'draft' })
    await write('Older listing', { publishedAt: '2030-01-01T00:00:00.000Z' })
    await write('Newer listing', { publishedAt: '2031-01-01T00:00:00.000Z' })
    const feed = (await latestArticles(2)).map(({ title }) => title)
    expect(feed).toEqual(['Newer listing', 'Older listing'])
    const listed = (await articleList(1)).docs.map(({ title }) => title)
    expect(listed).not.toContain('Secret listing')
    expect((await articleDates()).map(({ slug }) => slug)).not.toContain('secret-listing')
  })

  it('give an empty page past the end, with the number of pages there are', async () => {
    const { docs, totalPages } = await articleList(50)
    expect(docs).toEqual([])
    expect(totalPages).toBe(1)
  })
})
