import { describe, expect, it } from 'vitest'
import { readAttribution } from './attribution'
import { afterPage } from './visit'

const page = (path: string) => new URL(path, 'https://www.example.com')

describe('what is known of a visit', () => {
  const first = afterPage(
    undefined,
    page('/blog/why-go?utm_source=news&utm_medium=mail&utm_campaign=spring&token=x'),
    'https://search.example.org/find?q=secret',
  )

  it('begins with its first page, the campaign and the other site', () => {
    expect(first).toEqual({
      landingPage: '/blog/why-go',
      referrer: 'https://search.example.org/find',
      source: 'news',
      medium: 'mail',
      campaign: 'spring',
      article: 'why-go',
    })
  })

  it('keeps its beginning, and follows the articles that are read', () => {
    const later = afterPage(first, page('/contact?utm_source=other'), 'https://www.example.com/blog/why-go')
    expect(later).toEqual(first)
    expect(afterPage(later, page('/vi/blog/tim-kiem'), '')).toEqual({ ...first, article: 'tim-kiem' })
  })

  it('takes no listing for an article, and no page of ours for a referrer', () => {
    expect(afterPage(undefined, page('/blog/page/2'), 'https://www.example.com/')).toEqual({
      landingPage: '/blog/page/2',
    })
    expect(afterPage(undefined, page('/blog'), '')).toEqual({ landingPage: '/blog' })
  })

  it('keeps no address that opens a meeting', () => {
    expect(afterPage(undefined, page('/book/manage/secret/move'), '')).toEqual({ landingPage: '/book/manage' })
  })

  it('arrives whole at the other end', () => {
    expect(readAttribution(JSON.stringify(first), '')).toEqual(first)
  })
})
