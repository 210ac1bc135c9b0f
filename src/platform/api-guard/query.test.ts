import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import type { FieldScope } from './fields'
import { searchFault, withinPublicLimits } from './query'

const users = [
  { name: 'email', type: 'email' },
  { name: 'hash', type: 'text', hidden: true },
]
const fields = [
  { name: 'id', type: 'text' },
  { name: 'title', type: 'text' },
  { name: 'views', type: 'number' },
  { name: 'live', type: 'checkbox' },
  { name: 'publishedAt', type: 'date' },
  { name: 'content', type: 'richText' },
  { name: 'owner', type: 'relationship', relationTo: 'users' },
  { name: 'meta', type: 'group', flattenedFields: [{ name: 'title', type: 'text' }] },
  { name: 'events', type: 'join', collection: 'events', on: 'post' },
] as unknown as FlattenedField[]
const events = [
  { name: 'at', type: 'date' },
  { name: 'author', type: 'relationship', relationTo: 'users' },
]
const scope = {
  fields,
  config: {
    collections: [
      { slug: 'users', flattenedFields: users },
      { slug: 'events', flattenedFields: events },
    ],
  },
} as unknown as FieldScope

const fault = (search: string) => searchFault(`?${search}`, scope)
const nested = (levels: number) => `where${'[and][0]'.repeat(levels)}[title][equals]=x`

describe('a query string of the API', () => {
  it.each([
    '',
    'limit=10&page=2&depth=0&draft=true&pagination=false',
    'limit=&where=&sort=',
    'where[title][equals]=x&where[views][greater_than]=3&where[live][equals]=true',
    'where[publishedAt][less_than]=2024-02-29T10:00:00.000Z',
    'where[publishedAt][equals]=null',
    'where[or][0][title][like]=a&where[or][1][and][0][meta.title][exists]=false',
    'where[id][in]=a,b&where[id][not_in][0]=c',
    'where={"title":{"equals":"x"}}',
    'where[events.at][greater_than]=2024-01-01',
    'where[events.author][equals]=x',
    'where[title][equals]=the constructor of __proto__ in prototype',
    'sort=-publishedAt,title',
    'sort=meta.title',
    'select[title]=true&select[meta][title]=true&populate[users][email]=true',
    'joins[events][limit]=5&joins[events][where][at][less_than]=2024-01-01',
    'joins=false',
    'something=else',
  ])('may be %s', (search) => {
    expect(fault(search)).toBeUndefined()
  })

  it.each([
    'where=abc',
    'where[events.author.email][like]=a',
    'where[]=x',
    'where[title]=x',
    'where[title][equals][a]=1',
    'where[title][equals][0]=1',
    'where[title][foo]=1',
    'where[title][near]=1,2',
    'where[title][all]=1',
    'where[title][exists]=maybe',
    'where[nothing][equals]=1',
    'where[content.root][equals]=1',
    'where[publishedAt][equals]=soon',
    'where[publishedAt][in]=2024-01-01,soon',
    'where[publishedAt][greater_than]=2024-13-45',
    'where[events.at][greater_than]=soon',
    'where[views][equals]=many',
    'where[live][equals]=perhaps',
    'where[or]=x',
    'where[or][0]=x',
    'where[or][a][title][equals]=1',
    'where[__proto__][x]=1',
    'where[constructor][prototype][x]=1',
    'where[a.__proto__][equals]=1',
    '__proto__[x]=1',
    'limit=abc',
    'limit=-1',
    'limit=1e9',
    'limit=99999999',
    'limit[a]=1',
    'limit=1&limit=2',
    'depth=-1',
    'page=0',
    'sort=nothing',
    'sort=content',
    'sort[a]=b',
    'sort=-',
    'select=title',
    'select[nothing]=true',
    'select[title]=perhaps',
    'populate[nothing][email]=true',
    'joins[title][limit]=1',
    'joins[events][where][at][less_than]=soon',
    'draft=perhaps',
    'trash[a]=true',
    'locale[a]=en',
    'data=abc',
    'title=%00',
    'title=%FF',
    'title=%',
  ])('may not be %s', (search) => {
    expect(fault(search)).toEqual(expect.any(String))
  })

  it('may nest a few levels of conditions and no more', () => {
    expect(fault(nested(3))).toBeUndefined()
    expect(
      fault(`where=${JSON.stringify({ and: [{ and: [{ and: [{ and: [{ and: [{ and: [{}] }] }] }] }] }] })}`),
    ).toMatch(/nested/)
    expect(fault(nested(30))).toEqual(expect.any(String))
  })

  it('may have many conditions and not any number', () => {
    const conditions = (count: number) =>
      `where=${JSON.stringify({ or: Array.from({ length: count }, () => ({ title: { equals: 'x' } })) })}`
    expect(fault(conditions(100))).toBeUndefined()
    expect(fault(conditions(101))).toMatch(/more than 100/)
  })

  it('may be long and not endless', () => {
    expect(fault(`a=${'x'.repeat(8_000)}`)).toBeUndefined()
    expect(fault(`a=${'x'.repeat(70_000)}`)).toMatch(/too long/)
  })

  it('tells no order by what is never shown', () => {
    expect(fault('sort=owner.hash')).toMatch(/sort/)
    expect(fault('sort=owner.email')).toMatch(/sort/)
    expect(searchFault('?sort=hash', { ...scope, fields: users as FlattenedField[] })).toMatch(/sort/)
  })
})

describe('limits of the public', () => {
  it.each([
    ['limit=1000', 'limit=100'],
    ['limit=0', 'limit=100'],
    ['pagination=false', 'pagination=false&limit=100'],
    ['depth=9&title=x', 'depth=4&title=x'],
  ])('turn %s into %s', (search, capped) => {
    expect(withinPublicLimits(search)).toBe(capped)
  })

  it.each(['', 'limit=100', 'limit=5&depth=4', 'pagination=false&limit=20'])('leave "%s" as it is', (search) => {
    expect(withinPublicLimits(search)).toBeUndefined()
  })
})
