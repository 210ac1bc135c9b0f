import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'

let payload: Payload

beforeAll(async () => {
  payload = await contractPayload()
})

const draft = (data: Record<string, unknown>) =>
  payload.create({ collection: 'articles', draft: true, data: { _status: 'draft', ...data } as never })

const save = (id: string, data: Record<string, unknown>) =>
  payload.update({ collection: 'articles', id, draft: true, autosave: true, data })

describe('the slug of a post', () => {
  it('follows the title of a draft that began without one, as the admin makes it', async () => {
    const { id, slug } = await draft({})
    expect(slug).toMatch(/^untitled-[0-9a-f]{8}$/)
    expect(await save(id, { title: 'Đà Nẵng', slug })).toMatchObject({ slug: 'da-nang' })
    expect(await save(id, { title: 'Đà Nẵng in C++', slug: 'da-nang' })).toMatchObject({ slug: 'da-nang-in-cpp' })
  })

  it('is the title’s where a post is published before its form heard of it', async () => {
    const { id, slug } = await draft({})
    const written = { title: 'A slow network', excerpt: 'E', content: richText('Words') }
    expect(await save(id, { ...written, slug })).toMatchObject({ slug: 'a-slow-network' })
    const live = await payload.update({ collection: 'articles', id, data: { ...written, slug, _status: 'published' } })
    expect(live.slug).toBe('a-slow-network')
  })

  it('is made from the title where somebody empties it', async () => {
    const { id } = await draft({ title: 'Emptied by hand', slug: 'by-hand' })
    expect(await save(id, { title: 'Emptied by hand', slug: '' })).toMatchObject({ slug: 'emptied-by-hand' })
  })

  it('stays what somebody wrote, in an address’s form', async () => {
    const { id } = await draft({ title: 'A title' })
    expect(await save(id, { slug: 'My Own Words' })).toMatchObject({ slug: 'my-own-words' })
    expect(await save(id, { title: 'Another title', slug: 'my-own-words' })).toMatchObject({ slug: 'my-own-words' })
  })

  it('is never empty, so that two titles without letters do not clash', async () => {
    const [one, two] = [await draft({ title: '数据库' }), await draft({ title: '🚀' })]
    expect(one.slug).toMatch(/^untitled-/)
    expect(two.slug).not.toBe(one.slug)
  })

  it('is not a word that means another part of the site', async () => {
    const page = (slug: string) =>
      payload.create({
        collection: 'pages',
        data: {
          title: 'T',
          slug,
          layout: [{ blockType: 'hero', heading: 'H', lead: 'L' }],
          _status: 'published',
        } as never,
      })
    await expect(page('blog')).rejects.toThrow(/slug/i)
    await expect(page('vi')).rejects.toThrow(/slug/i)
    await expect(page('company')).resolves.toMatchObject({ slug: 'company' })
  })
})

describe('the date of a post', () => {
  it('is set when it is first published, and not again', async () => {
    const { id, publishedAt } = await draft({ title: 'Dated', excerpt: 'E', content: richText('Words') })
    expect(publishedAt ?? null).toBeNull()
    const live = await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    expect(Date.now() - Date.parse(String(live.publishedAt))).toBeLessThan(60_000)
    await save(id, { publishedAt: null, title: 'Dated again' })
    const again = await payload.update({
      collection: 'articles',
      id,
      data: { _status: 'published', publishedAt: null },
    })
    expect(again.publishedAt).toBe(live.publishedAt)
  })

  it('is an editor’s own where one is given', async () => {
    const { id } = await draft({
      title: 'Old',
      excerpt: 'E',
      content: richText('Words'),
      publishedAt: '2020-01-02T03:04:05.000Z',
    })
    const live = await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    expect(live.publishedAt).toBe('2020-01-02T03:04:05.000Z')
  })
})
