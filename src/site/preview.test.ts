import { describe, expect, it } from 'vitest'
import { previewUrl } from './preview'

describe('previewUrl', () => {
  it('leads to the page of the document', () => {
    expect(previewUrl('articles', { slug: 'a-post', locale: 'en' })).toBe('/blog/a-post?preview=1')
    expect(previewUrl('pages', { slug: 'home' })).toBe('/?preview=1')
  })

  it.each([{}, { slug: null }, { slug: '' }])('has no address for %j', (document) => {
    expect(previewUrl('articles', document)).toBeNull()
  })

  it('has none for a language that the site does not show yet', () => {
    expect(previewUrl('articles', { slug: 'mot-bai', locale: 'vi' })).toBeNull()
  })

  it('has none for a collection without pages', () => {
    expect(previewUrl('media', { slug: 'a' })).toBeNull()
  })
})
