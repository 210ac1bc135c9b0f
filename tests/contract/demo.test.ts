import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { clearDemo } from '@/demo/clear'
import { articles } from '@/demo/content/articles'
import { statistics } from '@/demo/content/statistics'
import { figures } from '@/demo/figures'
import { demoId } from '@/demo/ids'
import { seedDemo } from '@/demo/seed'
import { env } from '@/platform/env'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'

const FILLED = ['articles', 'topics', 'authors', 'frameworks', 'statistics', 'pages', 'media'] as const
const GLOBALS = ['settings', 'navigation', 'notifications'] as const

let payload: Payload

/** No documents, and globals as they are before anybody saved them. */
async function emptySite(): Promise<void> {
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { companyName: null, hotline: null, isDemo: false } })
}

const count = async (collection: CollectionSlug) => (await payload.count({ collection, trash: true })).totalDocs

const counts = async (...collections: readonly CollectionSlug[]) =>
  Object.fromEntries(await Promise.all(collections.map(async (slug) => [slug, await count(slug)] as const)))

const createPost = (data: Record<string, unknown> = {}) =>
  payload.create({
    collection: 'articles',
    data: {
      title: 'Ours',
      slug: 'ours',
      excerpt: 'One',
      content: richText('Words'),
      _status: 'published',
      ...data,
    } as never,
  })

const pictures = async () => {
  const { docs } = await payload.find({ collection: 'media', pagination: false, depth: 0 })
  return docs.map(({ id, filename }) => ({ id, path: join(env().DATA_DIR, 'media', String(filename)) }))
}

const trash = (id: string) =>
  payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } })

describe('filling an empty database', () => {
  let filled: Awaited<ReturnType<typeof seedDemo>>

  beforeAll(async () => {
    await emptySite()
    filled = await seedDemo(payload)
  })

  it('writes every part of the demo, marked as such', async () => {
    expect(filled.seeded).toBe(true)
    for (const collection of FILLED) {
      const { docs } = await payload.find({ collection, pagination: false, depth: 0 })
      expect(docs.length, collection).toBeGreaterThan(2)
      expect(
        docs.filter(({ isDemo }) => !isDemo),
        collection,
      ).toEqual([])
    }
    for (const slug of GLOBALS) expect(await payload.findGlobal({ slug }), slug).toMatchObject({ isDemo: true })
    expect(await payload.findGlobal({ slug: 'settings' })).toMatchObject({ companyName: 'AMELA Technology' })
  })

  it('makes one account for each role, which can sign in with its own password', async () => {
    expect(filled.accounts.map(({ role }) => role)).toEqual(['admin', 'editor', 'author', 'sales'])
    expect(new Set(filled.accounts.map(({ password }) => password)).size).toBe(4)
    for (const { email, password, role } of filled.accounts) {
      const { user } = await payload.login({ collection: 'users', data: { email, password } })
      expect(user?.roles).toEqual([role])
    }
  })

  it('stores every figure of the post with the post as where it was read', async () => {
    const { docs } = await payload.find({ collection: 'statistics', pagination: false, depth: 1 })
    expect(docs.map(({ label }) => label).sort()).toEqual(statistics.map(({ label }) => label).sort())
    for (const { citedVia, sourceName, sourceStatus, sourceUrl } of docs) {
      expect(citedVia?.article).toMatchObject({ slug: 'best-backend-frameworks-2024' })
      expect(sourceStatus).toBe(sourceName ? 'named' : 'not-named')
      expect(sourceUrl ?? null).toBeNull()
    }
  })

  it('shows visitors the published posts with their byline and date, and not the draft', async () => {
    const { docs } = await payload.find({ collection: 'articles', overrideAccess: false, pagination: false, depth: 1 })
    const published = articles.filter(({ publishedAt }) => publishedAt)
    expect(docs.map(({ slug }) => slug).sort()).toEqual(published.map(({ slug }) => slug).sort())
    const told = docs.find(({ slug }) => slug === 'best-backend-frameworks-2024')
    expect(told?.authors).toMatchObject([{ name: 'AMELA Technology', kind: 'organization' }])
    expect(told?.related).toHaveLength(2)
  })

  it('draws its pictures as files', async () => {
    const files = await pictures()
    expect(files.map(({ id }) => id).sort()).toEqual(
      Object.keys(figures)
        .map((key) => demoId('media', key))
        .sort(),
    )
    expect(files.filter(({ path }) => !existsSync(path))).toEqual([])
  })

  it('changes nothing the second time, even where an editor has deleted a post', async () => {
    await payload.delete({ collection: 'articles', id: demoId('articles', 'tim-kiem-tieng-viet') })
    const before = await counts(...FILLED, 'users')
    expect(await seedDemo(payload)).toEqual({ accounts: [], seeded: false })
    expect(await counts(...FILLED, 'users')).toEqual(before)
  })

  it('completes what an interrupted run began, with passwords that work', async () => {
    const whole = { ...(await counts(...FILLED, 'users')), articles: articles.length }
    // As a killed process leaves it: later documents are missing, and the settings, written last, are empty.
    await payload.updateGlobal({ slug: 'settings', data: { companyName: null, isDemo: false } })
    await payload.delete({ collection: 'pages', where: { isDemo: { equals: true } } })
    await payload.delete({ collection: 'articles', id: demoId('articles', 'code-review-that-people-like') })
    const { accounts, seeded } = await seedDemo(payload)
    expect(seeded).toBe(true)
    expect(await counts(...FILLED, 'users')).toEqual(whole)
    for (const { email, password } of accounts) {
      await expect(payload.login({ collection: 'users', data: { email, password } })).resolves.toBeTruthy()
    }
  })
})

describe('filling a database that is not empty', () => {
  it('is refused where somebody has written, in the trash or not', async () => {
    await emptySite()
    const { id } = await createPost()
    expect(await seedDemo(payload)).toEqual({ accounts: [], seeded: false })
    await trash(id)
    expect(await seedDemo(payload)).toEqual({ accounts: [], seeded: false })
    expect(await counts('articles', 'pages', 'users')).toEqual({ articles: 1, pages: 0, users: 0 })
  })

  it('is refused where the settings name a company', async () => {
    await emptySite()
    await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example Ltd' } })
    expect((await seedDemo(payload)).seeded).toBe(false)
    expect(await count('articles')).toBe(0)
  })
})

describe('clearing the demo', () => {
  let own: { post: string; topic: string; lead: string }
  let files: string[]

  beforeAll(async () => {
    await emptySite()
    await seedDemo(payload)
    const topic = await payload.create({ collection: 'topics', data: { name: 'Ours', slug: 'ours', locale: 'en' } })
    const post = await createPost({ topics: [demoId('topics', 'data'), topic.id] })
    const owner = demoId('users', 'sales')
    const lead = await payload.create({ collection: 'leads', data: { name: 'A prospect', status: 'new', owner } })
    own = { post: post.id, topic: topic.id, lead: lead.id }
    await trash(demoId('articles', 'security-checklist-before-launch'))
    const moved = demoId('articles', 'sqlite-in-production')
    await payload.update({ collection: 'articles', id: moved, data: { slug: 'sqlite-for-real', _status: 'published' } })
    await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example Ltd' } })
    expect(await count('redirects')).toBe(1)
    files = (await pictures()).map(({ path }) => path)
    await clearDemo(payload)
  })

  it('leaves what people created, and what was sent to them', async () => {
    expect(await payload.findByID({ collection: 'articles', id: own.post })).toMatchObject({ title: 'Ours' })
    expect(await payload.findByID({ collection: 'topics', id: own.topic })).toMatchObject({ name: 'Ours' })
    expect(await payload.findByID({ collection: 'leads', id: own.lead })).toMatchObject({ name: 'A prospect' })
  })

  it('removes everything else: what was edited, moved or in the trash, with versions and redirects', async () => {
    const left = { articles: 1, topics: 1, authors: 0, frameworks: 0, statistics: 0, pages: 0, media: 0, redirects: 0 }
    expect(await counts(...FILLED, 'redirects')).toEqual(left)
    const versions = await payload.findVersions({ collection: 'articles', pagination: false, depth: 0 })
    expect(new Set(versions.docs.map(({ parent }) => parent))).toEqual(new Set([own.post]))
    expect((await payload.countVersions({ collection: 'pages' })).totalDocs).toBe(0)
  })

  it('removes the files of its pictures', () => {
    expect(files.filter((path) => existsSync(path))).toEqual([])
  })

  it('keeps the values of a global that somebody made their own, and empties the others', async () => {
    const settings = await payload.findGlobal({ slug: 'settings' })
    expect(settings).toMatchObject({ companyName: 'Example Ltd', isDemo: false })
    expect([settings.hotline, settings.email, settings.address, settings.tagline].filter(Boolean)).toEqual([])
    const { header, footer } = await payload.findGlobal({ slug: 'navigation' })
    expect([header, footer]).toEqual([[], []])
    const { consentText, enquiryTypes, fallback } = await payload.findGlobal({ slug: 'notifications' })
    expect([enquiryTypes, fallback, consentText ?? null]).toEqual([[], [], null])
  })

  it('deletes accounts, but deactivates the owner of a lead and keeps the only admin', async () => {
    const { docs } = await payload.find({ collection: 'users', depth: 0, sort: 'email' })
    expect(docs.map(({ email, active }) => [email, active])).toEqual([
      ['admin@example.com', true],
      ['sales@example.com', false],
    ])
  })

  it('finds nothing more to delete the second time', async () => {
    expect(await clearDemo(payload)).toBe(0)
  })

  it('removes the demo admin as soon as there is another one', async () => {
    const account = { name: 'Real', email: 'real@example.org', password: 'long enough to pass', active: true }
    await payload.create({ collection: 'users', data: { ...account, roles: ['admin'] } })
    expect(await clearDemo(payload)).toBe(1)
    const { docs } = await payload.find({ collection: 'users', depth: 0, sort: 'email' })
    expect(docs.map(({ email }) => email)).toEqual(['real@example.org', 'sales@example.com'])
  })
})
