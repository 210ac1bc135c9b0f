import type { SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { graphqlRefusal } from './graphql'

const config = {
  collections: [
    {
      slug: 'articles',
      flattenedFields: [
        { name: 'title', type: 'text' },
        { name: 'owner', type: 'relationship', relationTo: 'users' },
      ],
    },
    { slug: 'users', flattenedFields: [{ name: 'hash', type: 'text', hidden: true }] },
  ],
} as unknown as SanitizedConfig

const refusal = (query: unknown, variables?: unknown) => graphqlRefusal({ query, variables }, config)
const list = (argument: string) => `{ Articles(${argument}) { docs { id } } }`
const deep = (levels: number) => `${'{ related '.repeat(levels)}{ id }${' }'.repeat(levels)}`

describe('a GraphQL request', () => {
  it('may ask for what a page shows', () => {
    expect(refusal('{ Articles(limit: 10, page: 2, sort: "-title") { docs { id } } }')).toBeUndefined()
    expect(refusal('query($n: Int) { Articles(limit: $n) { totalDocs } }', { n: 100 })).toBeUndefined()
    expect(refusal('{ Articles { docs { ...A } } } fragment A on Article { id title }')).toBeUndefined()
    expect(refusal(deep(14))).toBeUndefined()
  })

  it.each([
    ['not an object', 1],
    ['a list', []],
    ['without a query', {}],
    ['a query that is no text', { query: { a: 1 } }],
    ['with a syntax error', { query: '{' }],
    ['nested brackets', { query: '{'.repeat(100_000) }],
    ['nested lists', { query: `{ a(b: ${'['.repeat(50_000)}` }],
    ['variables that are no object', { query: '{ a }', variables: 'x' }],
    ['NUL in a variable', { query: '{ a }', variables: { x: '\0' } }],
    ['a definition of a type', { query: 'type A { b: Int }' }],
  ])('is refused when it is %s', (_what, body) => {
    expect(graphqlRefusal(body, config)?.status).toBe(400)
  })

  it('is refused when it is deep', () => {
    expect(refusal(deep(15))?.message).toMatch(/deeper/)
  })

  it('is refused when its aliases ask for one thing many times', () => {
    const aliases = Array.from({ length: 11 }, (_, i) => `a${i}: Articles { totalDocs }`)
    expect(refusal(`{ ${aliases.slice(1).join(' ')} }`)).toBeUndefined()
    expect(refusal(`{ ${aliases.join(' ')} }`)?.message).toMatch(/at most 10/)
  })

  it('is refused when its fragments multiply', () => {
    const level = (n: number) => `fragment F${n} on Article { a: related { ...F${n + 1} } b: related { ...F${n + 1} } }`
    const fragments = Array.from({ length: 12 }, (_, n) => level(n)).join(' ')
    expect(refusal(`{ Articles { docs { ...F0 } } } ${fragments} fragment F12 on Article { id }`)?.message).toMatch(
      /more than 600|deeper/,
    )
  })

  it('is refused when a fragment contains itself', () => {
    const cycle = 'fragment A on Article { ...B } fragment B on Article { ...A }'
    expect(refusal(`{ Articles { docs { ...A } } } ${cycle}`)?.message).toMatch(/contains itself/)
  })

  it.each(['limit: 0', 'limit: -1', 'limit: 101', 'page: 0', 'page: 99999999'])('is refused with %s', (argument) => {
    expect(refusal(list(argument))?.status).toBe(400)
  })

  it('is refused with such a limit in a variable', () => {
    expect(refusal('query($n: Int) { Articles(limit: $n) { totalDocs } }', { n: 101 })?.status).toBe(400)
  })

  it.each(['nothing', 'owner.hash', 'hash', ''.padEnd(300, 'a.')])('is refused when it sorts by %s', (sort) => {
    expect(refusal(list(`sort: "${sort}"`))?.message).toMatch(/sort/)
  })
})
