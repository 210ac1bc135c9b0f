import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { changedFields } from './changed-fields'

const fields = [
  { name: 'id', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'at', type: 'date' },
  { name: 'owner', type: 'relationship', relationTo: 'users' },
  { name: 'links', type: 'array', fields: [], flattenedFields: [{ name: 'url', type: 'text' }] },
  { name: 'touch', type: 'group', fields: [], flattenedFields: [{ name: 'source', type: 'text' }] },
  { name: 'hash', type: 'text', hidden: true },
  { name: 'now', type: 'text', virtual: true },
  { name: 'updatedAt', type: 'date' },
] as unknown as FlattenedField[]

const changed = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  changedFields(fields, before, after)

describe('changedFields', () => {
  it('names what differs, a field of a group by its path', () => {
    const before = { name: 'Jane', owner: 'u1', touch: { source: 'news' } }
    expect(changed(before, { name: 'Joan', owner: 'u2', touch: { source: 'ad' } })).toEqual([
      'name',
      'owner',
      'touch.source',
    ])
  })

  it('never gives a value', () => {
    expect(JSON.stringify(changed({ name: 'Jane' }, { name: 'Joan' }))).not.toMatch(/Jane|Joan/)
  })

  it.each([
    ['nothing, however it is written', { name: '', links: [] }, { name: null }],
    ['the same moment', { at: '2026-03-01T00:00:00.000Z' }, { at: '2026-03-01T07:00:00+07:00' }],
    ['rows with other ids', { links: [{ id: '1', url: '/a' }] }, { links: [{ id: '2', url: '/a' }] }],
    ['what Payload keeps', { id: '1', updatedAt: '2026-03-01' }, { id: '2', updatedAt: '2026-03-02' }],
    ['what is hidden or not stored', { hash: 'a', now: 'b' }, {}],
  ])('says nothing of %s', (_, before, after) => {
    expect(changed(before, after)).toEqual([])
  })

  it('sees rows that were added, changed or moved', () => {
    const [a, b] = [{ url: '/a' }, { url: '/b' }]
    for (const links of [[a, b], [b], []]) expect(changed({ links: [a] }, { links })).toEqual(['links'])
    expect(changed({ links: [a, b] }, { links: [b, a] })).toEqual(['links'])
  })
})
