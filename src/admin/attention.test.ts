import { describe, expect, it } from 'vitest'
import type { Role } from '@/access/roles'
import { attentionFor } from './attention'

const collections = (...roles: Role[]) => attentionFor({ id: '1', roles }).map(({ collection }) => collection)

describe('attentionFor', () => {
  it('shows sales leads, messages and mail, and no content', () => {
    expect(collections('sales')).toEqual([
      'leads',
      'contact-submissions',
      'contact-submissions',
      'emails',
      'emails',
      'busy-feeds',
    ])
  })

  it('shows an author posts and, as a host, calendars alone', () => {
    expect(collections('author')).toEqual(['busy-feeds', 'articles'])
  })

  it('shows an editor every draft, and nothing of leads', () => {
    expect(collections('editor')).toEqual(['busy-feeds', 'articles', 'frameworks', 'pages'])
  })

  it('adds up the roles of one person', () => {
    expect(collections('sales', 'author')).toEqual([
      'leads',
      'contact-submissions',
      'contact-submissions',
      'emails',
      'emails',
      'busy-feeds',
      'articles',
    ])
  })

  it('shows paused mail to those alone who may release it', () => {
    const labels = (role: Role) => attentionFor({ id: '1', roles: [role] }).map(({ label }) => label)
    expect(labels('admin')).toContain('Paused mail')
    expect(labels('sales')).not.toContain('Paused mail')
  })

  it('shows nothing to nobody, and nothing to a deactivated account', () => {
    expect(attentionFor(null)).toEqual([])
    expect(attentionFor({ id: '1', roles: ['admin'], active: false })).toEqual([])
  })
})
