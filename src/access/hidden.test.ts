import { describe, expect, it } from 'vitest'
import { hiddenUnless } from './hidden'
import { mayWrite } from './roles'

const hidden = hiddenUnless(mayWrite)

describe('hiddenUnless', () => {
  it('shows to whom the rule names, and hides from the others', () => {
    expect(hidden({ user: { id: '1', roles: ['author'] } })).toBe(false)
    expect(hidden({ user: { id: '1', roles: ['sales'] } })).toBe(true)
  })

  it.each([undefined, null])('hides nothing from code that writes in the name of %s', (user) => {
    expect(hidden({ user })).toBe(false)
  })
})
