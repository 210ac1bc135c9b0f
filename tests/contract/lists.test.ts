import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { article, statistic } from '../support/content'
import { contractPayload } from '../support/contract'

let payload: Payload

/** Seven posts, a day apart, so that no two are equal in the order by date. */
beforeAll(async () => {
  payload = await contractPayload()
  for (let day = 1; day <= 7; day += 1) {
    const publishedAt = `2026-01-0${day}T00:00:00.000Z`
    const excerpt = day % 2 ? 'Odd day' : 'Even day'
    await payload.create({
      collection: 'articles',
      data: article(`Day ${day}`, { publishedAt, excerpt, _status: 'published' }),
    })
  }
})

type Query = { where?: Where; sort?: string | string[]; limit?: number; page?: number; pagination?: boolean }
const titles = async (query: Query) => {
  const { docs } = await payload.find({ collection: 'articles', overrideAccess: false, ...query })
  return docs.map(({ title }) => title)
}

describe('a list', () => {
  it('sorts by dates and by texts, up and down, and by several fields', async () => {
    expect((await titles({ sort: 'publishedAt' }))[0]).toBe('Day 1')
    expect((await titles({ sort: '-publishedAt' }))[0]).toBe('Day 7')
    expect(await titles({ sort: ['excerpt', '-title'], limit: 4 })).toEqual(['Day 6', 'Day 4', 'Day 2', 'Day 7'])
  })

  it('has the default order of its collection when none is asked for', async () => {
    expect(await titles({ limit: 2 })).toEqual(['Day 7', 'Day 6'])
  })

  it('comes in pages that leave nothing out and repeat nothing', async () => {
    const page = (number: number) =>
      payload.find({ collection: 'articles', overrideAccess: false, limit: 3, page: number })
    const [first, second, third] = [await page(1), await page(2), await page(3)]
    expect([first, second, third].flatMap(({ docs }) => docs.map(({ title }) => title))).toEqual(
      [7, 6, 5, 4, 3, 2, 1].map((day) => `Day ${day}`),
    )
    expect(first).toMatchObject({ totalDocs: 7, totalPages: 3, hasPrevPage: false, hasNextPage: true, nextPage: 2 })
    expect(third).toMatchObject({ page: 3, hasPrevPage: true, hasNextPage: false, nextPage: null })
  })

  it('is empty past its end', async () => {
    expect(await titles({ limit: 3, page: 4 })).toEqual([])
  })

  it('comes whole without pagination', async () => {
    expect(await titles({ pagination: false })).toHaveLength(7)
  })

  it('is counted as it is read', async () => {
    const where = { excerpt: { equals: 'Odd day' } }
    expect((await payload.count({ collection: 'articles', where, overrideAccess: false })).totalDocs).toBe(4)
    expect(await titles({ where })).toHaveLength(4)
  })

  it.each<[string, Where, string[]]>([
    ['later than a date', { publishedAt: { greater_than: '2026-01-05T00:00:00.000Z' } }, ['Day 6', 'Day 7']],
    ['until a date', { publishedAt: { less_than_equal: '2026-01-02T00:00:00.000Z' } }, ['Day 1', 'Day 2']],
    ['one of several', { title: { in: ['Day 1', 'Day 3', 'Day 9'] } }, ['Day 1', 'Day 3']],
    ['none of several', { title: { not_in: [1, 2, 3, 4, 5].map((day) => `Day ${day}`) } }, ['Day 6', 'Day 7']],
    ['this or that', { or: [{ slug: { equals: 'day-2' } }, { slug: { equals: 'day-4' } }] }, ['Day 2', 'Day 4']],
    [
      'this and that',
      { and: [{ excerpt: { equals: 'Even day' } }, { publishedAt: { less_than: '2026-01-03T00:00:00.000Z' } }] },
      ['Day 2'],
    ],
    ['without a picture', { and: [{ hero: { exists: false } }, { slug: { equals: 'day-1' } }] }, ['Day 1']],
  ])('holds what is %s', async (_, where, expected) => {
    expect(await titles({ where, sort: 'title' })).toEqual(expected)
  })

  it('gives the fields that were asked for, and the id', async () => {
    const { docs } = await payload.find({ collection: 'articles', select: { title: true }, limit: 1 })
    expect(Object.keys(docs[0] ?? {}).sort()).toEqual(['id', 'title'])
  })

  it('sorts numbers as numbers, and dates of any century', async () => {
    for (const [value, asOf] of [
      [9, '1999-12-31'],
      [100, '2024-01-01'],
      [20, '2010-06-01'],
    ] as const) {
      await payload.create({ collection: 'statistics', data: statistic(`Of ${value}`, { value, asOf }) })
    }
    const values = async (sort: string) =>
      (await payload.find({ collection: 'statistics', sort })).docs.map(({ value }) => value)
    expect(await values('value')).toEqual([9, 20, 100])
    expect(await values('asOf')).toEqual([9, 20, 100])
  })
})
