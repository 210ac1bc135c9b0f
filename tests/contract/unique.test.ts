import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { article, email, framework, page, submission } from '../support/content'
import { contractPayload } from '../support/contract'

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

/** What a second document with the same value is answered with, on both databases. */
const refusal = { name: 'ValidationError', status: 400 }

describe('a slug', () => {
  it('is unique in its language', async () => {
    await payload.create({ collection: 'articles', data: article('Same', { slug: 'same' }) })
    const again = payload.create({ collection: 'articles', data: article('Again', { slug: 'same' }) })
    await expect(again).rejects.toMatchObject(refusal)
  })

  it('may be had once in each language, and once in each collection', async () => {
    await payload.create({ collection: 'articles', data: article('One', { slug: 'one' }) })
    await payload.create({ collection: 'articles', data: article('Một', { slug: 'one', locale: 'vi' }) })
    await payload.create({ collection: 'pages', data: page('One', { slug: 'one' }) })
    const where = { slug: { equals: 'one' } }
    expect((await payload.count({ collection: 'articles', where })).totalDocs).toBe(2)
    expect((await payload.count({ collection: 'pages', where })).totalDocs).toBe(1)
  })

  it('cannot be taken over by a change', async () => {
    await payload.create({ collection: 'topics', data: { name: 'Web', locale: 'en' } })
    const { id } = await payload.create({ collection: 'topics', data: { name: 'Mobile', locale: 'en' } })
    await expect(payload.update({ collection: 'topics', id, data: { slug: 'web' } })).rejects.toMatchObject(refusal)
    expect(await payload.findByID({ collection: 'topics', id })).toMatchObject({ slug: 'mobile' })
  })

  it('is made up when the title gives none, so that drafts without a title do not clash', async () => {
    const untitled = () => payload.create({ collection: 'articles', draft: true, data: {} as never })
    const slugs = [(await untitled()).slug, (await untitled()).slug]
    expect(slugs[0]).toMatch(/^untitled-/)
    expect(new Set(slugs).size).toBe(2)
  })

  it('is free again when its document is deleted for good', async () => {
    const { id } = await payload.create({ collection: 'pages', data: page('Short lived', { slug: 'short-lived' }) })
    await payload.delete({ collection: 'pages', id })
    const next = await payload.create({ collection: 'pages', data: page('Next', { slug: 'short-lived' }) })
    expect(next.slug).toBe('short-lived')
  })
})

describe('the key of a framework', () => {
  it('is unique in its language', async () => {
    await payload.create({ collection: 'frameworks', data: framework('rust') })
    await payload.create({ collection: 'frameworks', data: framework('rust', { locale: 'vi' }) })
    const again = payload.create({ collection: 'frameworks', data: framework('rust', { name: 'Rust again' }) })
    await expect(again).rejects.toMatchObject(refusal)
  })
})

describe('what carries leads and mail', () => {
  it('has one contact point for each address', async () => {
    const { id: lead } = await payload.create({ collection: 'leads', data: { name: 'An', status: 'new' } })
    const point = { kind: 'email', raw: 'An@Example.com', value: 'an@example.com', lead } as const
    await payload.create({ collection: 'contact-points', data: point })
    await expect(payload.create({ collection: 'contact-points', data: point })).rejects.toMatchObject(refusal)
  })

  it('stores a submission once, by its key', async () => {
    await payload.create({ collection: 'contact-submissions', data: submission({ key: 'sent-twice' }) })
    const again = payload.create({ collection: 'contact-submissions', data: submission({ key: 'sent-twice' }) })
    await expect(again).rejects.toMatchObject(refusal)
  })

  it('owes a mail once, and tries it once at a time', async () => {
    const { id } = await payload.create({ collection: 'emails', data: email({ key: 'contact:1:sales' }) })
    const again = payload.create({ collection: 'emails', data: email({ key: 'contact:1:sales' }) })
    await expect(again).rejects.toMatchObject(refusal)
    const attempt = { lease: `${id}:1`, email: id, number: 1, startedAt: new Date().toISOString() }
    await payload.create({ collection: 'email-attempts', data: attempt })
    await expect(payload.create({ collection: 'email-attempts', data: attempt })).rejects.toMatchObject(refusal)
  })
})

describe('other unique values', () => {
  it('are the address of an account, whatever its case', async () => {
    const account = { name: 'An', password: 'a long password', roles: ['author'] } as const
    const create = (email: string) =>
      payload.create({ collection: 'users', data: { ...account, roles: ['author'], email } })
    await create('unique@example.com')
    await expect(create('unique@example.com')).rejects.toMatchObject(refusal)
    await expect(create('UNIQUE@example.com')).rejects.toMatchObject(refusal)
  })

  it('are the path that a redirect leads from', async () => {
    const data = { from: '/old', to: '/new', status: '301' } as const
    await payload.create({ collection: 'redirects', data })
    await expect(payload.create({ collection: 'redirects', data })).rejects.toMatchObject(refusal)
  })
})
