import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { article, framework } from '../support/content'
import { contractPayload } from '../support/contract'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let payload: Payload
beforeAll(async () => {
  payload = await contractPayload()
})

describe('an id', () => {
  it('is a UUIDv7 as text, the same in every answer', async () => {
    const { id } = await payload.create({ collection: 'articles', data: article('One') })
    expect(id).toMatch(UUID_V7)
    expect(await payload.findByID({ collection: 'articles', id })).toMatchObject({ id, title: 'One' })
    const { docs } = await payload.find({ collection: 'articles', where: { id: { equals: id } } })
    expect(docs).toMatchObject([{ id }])
  })

  it('sorts by the time of creation', async () => {
    const ids: string[] = []
    for (const name of ['First', 'Second', 'Third']) {
      ids.push((await payload.create({ collection: 'topics', data: { name, locale: 'en' } })).id)
    }
    expect([...ids].sort()).toEqual(ids)
    const { docs } = await payload.find({ collection: 'topics', sort: 'id', where: { id: { in: ids } } })
    expect(docs.map(({ id }) => id)).toEqual(ids)
  })

  it('is new for a copy, and so is its slug', async () => {
    const original = await payload.create({ collection: 'frameworks', data: framework('copied') })
    const copy = await payload.duplicate({ collection: 'frameworks', id: original.id })
    expect(copy.id).toMatch(UUID_V7)
    expect(copy.id).not.toBe(original.id)
    expect(copy.slug).not.toBe(original.slug)
    expect(copy.key).not.toBe(original.key)
  })

  it('is what relations hold, in the order they were given', async () => {
    const first = await payload.create({ collection: 'topics', data: { name: 'Alpha', locale: 'en' } })
    const second = await payload.create({ collection: 'topics', data: { name: 'Beta', locale: 'en' } })
    const topics = [second.id, first.id]
    const { id } = await payload.create({ collection: 'articles', data: article('Related', { topics }) })
    expect(await payload.findByID({ collection: 'articles', id, depth: 0 })).toMatchObject({ topics })
  })

  it('of a document stays through its versions and their restoring', async () => {
    const { id } = await payload.create({ collection: 'articles', data: article('Before') })
    await payload.update({ collection: 'articles', id, draft: true, data: { title: 'After' } })
    const versions = await payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.title': { equals: 'Before' } }] },
    })
    expect(versions.docs).toMatchObject([{ parent: id }])
    const restored = await payload.restoreVersion({ collection: 'articles', id: versions.docs[0]?.id ?? '' })
    expect(restored).toMatchObject({ id, title: 'Before' })
  })

  it('finds nothing when it is not one, or nobody has it', async () => {
    for (const id of ['1', 'nonsense', '01890a5d-ac96-774b-bcce-b302099a8057']) {
      expect(await payload.findByID({ collection: 'articles', id, disableErrors: true })).toBeNull()
    }
  })
})
