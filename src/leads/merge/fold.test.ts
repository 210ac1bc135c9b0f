import { describe, expect, it } from 'vitest'
import { describeLead, foldLeads } from './fold'

const kept = { name: 'Jane', status: 'new' as const }
const merged = { name: 'Joan', status: 'contacted' as const }
const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`

describe('foldLeads', () => {
  it('fills what is empty, and leaves what stands there', () => {
    const fold = foldLeads({ ...kept, company: '' }, { ...merged, company: 'Example Ltd', owner: 'u1' })
    expect(fold).toMatchObject({ company: 'Example Ltd', owner: 'u1' })
    expect(fold).not.toHaveProperty('name')
    expect(fold).not.toHaveProperty('status')
  })

  it('takes the earlier first touch, whole, and the later last touch', () => {
    const ours = { at: at(2), source: 'news' }
    const fold = (theirs: string) => {
      const touch = { at: theirs, article: 'go' }
      return foldLeads(
        { ...kept, firstTouch: ours, lastTouch: ours },
        { ...merged, firstTouch: touch, lastTouch: touch },
      )
    }
    expect(fold(at(1))).toMatchObject({ firstTouch: { article: 'go', source: null }, lastTouch: { source: 'news' } })
    expect(fold(at(3))).toMatchObject({ firstTouch: { source: 'news' }, lastTouch: { article: 'go', source: null } })
  })

  it('knows touches without a time, and leads without touches', () => {
    expect(foldLeads({ ...kept, firstTouch: {} }, { ...merged, firstTouch: { at: at(1) } }).firstTouch?.at).toBe(at(1))
    expect(foldLeads({ ...kept, firstTouch: { at: at(1) } }, merged).firstTouch?.at).toBe(at(1))
  })

  it('takes the earlier first answer', () => {
    expect(foldLeads({ ...kept, firstAnsweredAt: at(2) }, { ...merged, firstAnsweredAt: at(1) }).firstAnsweredAt).toBe(
      at(1),
    )
    expect(foldLeads(kept, { ...merged, firstAnsweredAt: at(1) }).firstAnsweredAt).toBe(at(1))
    expect(foldLeads(kept, merged).firstAnsweredAt).toBeNull()
  })

  it('never puts the day of one plan to another plan', () => {
    const theirs = { ...merged, nextAction: 'Send an offer', nextActionAt: at(1) }
    expect(foldLeads({ ...kept, nextAction: 'Call' }, theirs)).not.toHaveProperty('nextActionAt')
    expect(foldLeads(kept, theirs)).toMatchObject({ nextAction: 'Send an offer', nextActionAt: at(1) })
  })

  it('changes nothing more when it is done again', () => {
    const once = { ...kept, ...foldLeads(kept, { ...merged, company: 'Example Ltd' }) }
    expect({ ...once, ...foldLeads(once, { ...merged, company: 'Example Ltd' }) }).toEqual(once)
  })
})

it('describeLead tells every field that has a value, in words', () => {
  const words = (_: string, value: string) => value.toUpperCase()
  expect(describeLead({ ...merged, company: null }, words)).toBe('Status: CONTACTED\nName: JOAN')
})
