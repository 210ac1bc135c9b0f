import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { misshapenValue } from './data'
import type { FieldScope } from './fields'
import { shapeFault } from './shape'

const scope = {
  config: {
    collections: [],
    blocks: [{ slug: 'note', flattenedFields: [{ name: 'on', type: 'date' }] }],
  },
  fields: [
    { name: 'id', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'count', type: 'number' },
    { name: 'live', type: 'checkbox' },
    { name: 'day', type: 'date' },
    { name: 'roles', type: 'select', hasMany: true },
    { name: 'owner', type: 'relationship', relationTo: 'users' },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
    { name: 'content', type: 'richText' },
    { name: 'anything', type: 'json' },
    { name: 'meta', type: 'group', flattenedFields: [{ name: 'title', type: 'text' }] },
    { name: 'rows', type: 'array', flattenedFields: [{ name: 'label', type: 'text' }] },
    { name: 'layout', type: 'blocks', blocks: [], blockReferences: ['note'] },
  ] as unknown as FlattenedField[],
} as unknown as FieldScope

const at = (data: Record<string, unknown>) => misshapenValue(data, scope)?.path
const text = { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hello' }] }] } }

describe('data of a document', () => {
  it('passes when each value has the form of its field', () => {
    const data = {
      id: '0192-abc',
      title: 'A title',
      count: 3,
      live: false,
      day: '2024-01-01T00:00:00.000Z',
      roles: ['admin'],
      owner: 'abc',
      topics: ['a', { id: 'b' }, { relationTo: 'topics', value: 'c' }],
      content: text,
      anything: [{ at: 'all' }],
      meta: { title: 'M' },
      rows: [{ label: 'one' }],
      layout: [{ blockType: 'note', on: '2024-01-01' }],
      unknown: { of: 'any form' },
    }
    expect(at(data)).toBeUndefined()
  })

  it('passes with what the admin sends for nothing', () => {
    expect(at({ title: null, day: '', owner: null, topics: [], rows: 0, layout: 0, meta: {}, content: null })).toBe(
      undefined,
    )
  })

  it.each([
    ['id', { id: '../x' }],
    ['id', { id: { a: 1 } }],
    ['title', { title: { a: 1 } }],
    ['title', { title: ['a'] }],
    ['count', { count: 'many' }],
    ['count', { count: {} }],
    ['live', { live: 'perhaps' }],
    ['day', { day: 'soon' }],
    ['day', { day: { a: 1 } }],
    ['roles', { roles: [{ a: 1 }] }],
    ['roles', { roles: 'admin' }],
    ['owner', { owner: { a: 1 } }],
    ['owner', { owner: ['abc'] }],
    ['topics', { topics: 'abc' }],
    ['topics', { topics: [{ relationTo: 1, value: 'a' }] }],
    ['content', { content: 'words' }],
    ['content', { content: { root: 1 } }],
    ['content', { content: { root: { type: 'root', children: [1] } } }],
    ['content', { content: { root: { type: 'root', children: [{ type: 'paragraph', children: {} }] } } }],
    ['meta', { meta: [1] }],
    ['meta.title', { meta: { title: 1 } }],
    ['rows', { rows: ['a'] }],
    ['rows', { rows: 3 }],
    ['rows.1.label', { rows: [{}, { label: 1 }] }],
    ['layout.0', { layout: [{ blockType: 'nothing' }] }],
    ['layout.0', { layout: [{}] }],
    ['layout.0.on', { layout: [{ blockType: 'note', on: 'soon' }] }],
  ])('is refused at %s for %j', (path, data) => {
    expect(at(data)).toBe(path)
  })
})

describe('the shape of JSON', () => {
  const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

  it('may be what articles are made of', () => {
    expect(shapeFault({ text: 'Đường 🌉', list: [1, null, true, { deep: deep(90) }] })).toBeUndefined()
  })

  it.each([
    ['NUL', { a: 'x\0y' }],
    ['NUL in a name', { 'x\0y': 1 }],
    ['half a surrogate pair', ['\ud800']],
    ['a number without end', JSON.parse('1e999')],
    ['the prototype of an object', JSON.parse('{"__proto__":{"isAdmin":true}}')],
    ['its constructor', { a: { constructor: {} } }],
    ['thousands of levels', deep(100_000)],
  ])('may not hold %s', (_what, data) => {
    expect(shapeFault(data)).toEqual(expect.any(String))
  })
})
