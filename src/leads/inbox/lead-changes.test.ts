import { describe, expect, it } from 'vitest'
import { leadChanges } from './lead-changes'

const upper = (_: string, value: string) => value.toUpperCase()
const lead = { name: 'Jane', company: 'Example Ltd', status: 'new', owner: 'u1' } as const

describe('leadChanges', () => {
  it('is silent about what stayed', () => {
    expect(leadChanges(lead, { ...lead }, upper)).toEqual([])
  })

  it('tells a new status, in words', () => {
    expect(leadChanges(lead, { ...lead, status: 'won' }, upper)).toEqual([
      { kind: 'status', text: 'Status: NEW → WON', data: { field: 'status', from: 'new', to: 'won' } },
    ])
  })

  it('tells an owner who came and one who went', () => {
    const orphan = { ...lead, owner: null }
    expect(leadChanges(orphan, lead, upper)[0]?.text).toBe('Owner: nobody → U1')
    expect(leadChanges(lead, orphan, upper)[0]?.text).toBe('Owner: U1 → nobody')
  })

  it('takes an empty text and a missing one for the same', () => {
    expect(leadChanges({ ...lead, company: null }, { ...lead, company: '' }, upper)).toEqual([])
  })

  it('makes one entry per field', () => {
    const changes = leadChanges(lead, { ...lead, name: 'Joan', company: 'Other Ltd' }, upper)
    expect(changes.map(({ kind, data }) => [kind, data.field])).toEqual([
      ['change', 'name'],
      ['change', 'company'],
    ])
  })
})
