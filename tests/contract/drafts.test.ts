import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { runDueJobs } from '@/platform/jobs'
import { article, framework } from '../support/content'
import { contractPayload } from '../support/contract'
import { createAccount } from '../support/staff'

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

const visible = async (id: string) => {
  const { docs } = await payload.find({ collection: 'articles', where: { id: { equals: id } }, overrideAccess: false })
  return docs[0]
}
const publish = (title: string) =>
  payload.create({ collection: 'articles', data: article(title, { _status: 'published' }) })

describe('a draft', () => {
  it('over a published post leaves what is live as it is until it is published', async () => {
    const { id } = await publish('Live')
    await payload.update({ collection: 'articles', id, draft: true, data: { title: 'Not yet' } })
    expect(await visible(id)).toMatchObject({ title: 'Live' })
    expect(await payload.findByID({ collection: 'articles', id, draft: true })).toMatchObject({ title: 'Not yet' })
    await payload.update({ collection: 'articles', id, data: { title: 'Now', _status: 'published' } })
    expect(await visible(id)).toMatchObject({ title: 'Now' })
  })

  it('may be incomplete, but cannot be published so', async () => {
    const { id } = await payload.create({ collection: 'articles', draft: true, data: { title: 'A thought' } as never })
    const published = payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    await expect(published).rejects.toThrow(/excerpt/i)
    expect(await visible(id)).toBeUndefined()
  })

  it('keeps arrays and rich text apart from the live ones', async () => {
    const strengths = [{ text: 'Fast' }, { text: 'Small' }]
    const data = framework('arrays', { strengths, _status: 'published' })
    const { id } = await payload.create({ collection: 'frameworks', data })
    const changed = { strengths: [{ text: 'Only one' }] }
    await payload.update({ collection: 'frameworks', id, draft: true, data: changed })
    const live = await payload.findByID({ collection: 'frameworks', id })
    expect(live.strengths?.map(({ text }) => text)).toEqual(['Fast', 'Small'])
    const draft = await payload.findByID({ collection: 'frameworks', id, draft: true })
    expect(draft.strengths?.map(({ text }) => text)).toEqual(['Only one'])
  })

  it('is what unpublishing makes of a post, at once', async () => {
    const { id } = await publish('Taken down')
    await payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
    expect(await visible(id)).toBeUndefined()
  })
})

describe('a version', () => {
  it('is kept of every save, the newest marked, and can be restored', async () => {
    const { id } = await publish('One')
    await payload.update({ collection: 'articles', id, data: { title: 'Two', _status: 'published' } })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'createdAt',
    })
    expect(docs.map(({ version, latest }) => [version.title, Boolean(latest)])).toEqual([
      ['One', false],
      ['Two', true],
    ])
    await payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' })
    expect(await visible(id)).toMatchObject({ title: 'One' })
  })

  it('with another slug leaves a redirect when it is restored', async () => {
    const { id } = await publish('First address')
    await payload.update({ collection: 'articles', id, data: { slug: 'second-address', _status: 'published' } })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.slug': { equals: 'first-address' } }] },
    })
    await payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' })
    const redirects = await payload.find({ collection: 'redirects', where: { from: { contains: '-address' } } })
    expect(redirects.docs).toMatchObject([{ from: '/blog/second-address', to: '/blog/first-address' }])
  })

  it('of an autosave replaces the autosave before it', async () => {
    const { id } = await publish('Typed')
    for (const title of ['T', 'Ty', 'Typ']) {
      await payload.update({ collection: 'articles', id, draft: true, autosave: true, data: { title } })
    }
    const where = { parent: { equals: id } }
    const { docs } = await payload.findVersions({ collection: 'articles', where, sort: 'createdAt' })
    expect(docs.map(({ version }) => version.title)).toEqual(['Typed', 'Typ'])
    expect(await visible(id)).toMatchObject({ title: 'Typed' })
  })
})

describe('a trashed post', () => {
  it('is gone for everybody until it is restored', async () => {
    const { id } = await publish('Thrown away')
    await payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } })
    expect(await visible(id)).toBeUndefined()
    expect((await payload.find({ collection: 'articles', where: { id: { equals: id } } })).docs).toEqual([])
    const trash = { collection: 'articles', where: { id: { equals: id } }, trash: true } as const
    expect((await payload.find({ ...trash, overrideAccess: false })).docs).toEqual([])
    expect((await payload.find(trash)).docs).toHaveLength(1)
    await payload.update({ collection: 'articles', id, trash: true, data: { deletedAt: null, _status: 'published' } })
    expect(await visible(id)).toMatchObject({ title: 'Thrown away' })
  })
})

describe('a scheduled publication', () => {
  const schedule = async (id: string, type: 'publish' | 'unpublish', user: string, waitUntil: Date) => {
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type, doc: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: user } },
      waitUntil,
    })
  }
  const past = () => new Date(Date.now() - 1000)

  it('happens when its time has come, and not before', async () => {
    const editor = await createAccount(payload, 'scheduling-editor', ['editor'])
    const due = await payload.create({ collection: 'articles', data: article('Due') })
    const later = await payload.create({ collection: 'articles', data: article('Later') })
    const ending = await publish('Ending')
    await schedule(due.id, 'publish', editor.id, past())
    await schedule(later.id, 'publish', editor.id, new Date(Date.now() + 3_600_000))
    await schedule(ending.id, 'unpublish', editor.id, past())
    await runDueJobs(payload)
    expect(await visible(due.id)).toMatchObject({ title: 'Due' })
    expect(await visible(later.id)).toBeUndefined()
    expect(await visible(ending.id)).toBeUndefined()
  })

  it('does not happen for an author, who may not publish', async () => {
    const author = await createAccount(payload, 'scheduling-author', ['author'])
    const { id } = await payload.create({ collection: 'articles', data: article('Mine', { owner: author.id }) })
    await schedule(id, 'publish', author.id, past())
    await runDueJobs(payload)
    expect(await visible(id)).toBeUndefined()
  })
})
