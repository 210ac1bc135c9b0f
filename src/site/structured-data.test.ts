import { expect, test } from 'vitest'
import type { Article, Setting } from '@/payload-types'
import { messages } from './messages'
import type { Site } from './queries'
import { blogPosting, breadcrumbs, faqPage, itemList, organization, serialize } from './structured-data'

const site = (settings: Partial<Setting>): Site => ({
  settings: { id: '1', ...settings } as Setting,
  navigation: { id: '1' },
  name: settings.companyName ?? '',
  locale: 'en',
  timeZone: 'UTC',
  messages: messages('en'),
})

const article = {
  id: '1',
  title: 'Queues',
  slug: 'queues',
  excerpt: 'Why they fill.',
  locale: 'en',
  publishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  authors: [{ id: '1', name: 'Ada', kind: 'person', url: 'javascript:alert(1)' }, 'an-id-that-was-not-read'],
} as unknown as Article

test('no text can end the script element it stands in', () => {
  const json = serialize([faqPage([{ question: '</script><script>alert(1)</script>', answer: '<!--' }])])
  expect(json).not.toContain('<')
  expect(JSON.parse(json)['@graph'][0].mainEntity[0].name).toBe('</script><script>alert(1)</script>')
})

test('what the settings do not say is absent', () => {
  expect(organization(site({ companyName: 'Acme' }))).toEqual({
    '@type': 'Organization',
    '@id': 'http://localhost:3000/#organization',
    name: 'Acme',
    url: 'http://localhost:3000/',
  })
})

test('profiles that are no links are left out', () => {
  const social = [
    { label: 'Code', url: 'https://example.com/acme' },
    { label: 'Bad', url: 'javascript:alert(1)' },
  ]
  expect(organization(site({ companyName: 'Acme', social }))).toMatchObject({ sameAs: ['https://example.com/acme'] })
})

test('an article names its dates, its readable authors and its publisher, and no unsafe address', () => {
  expect(blogPosting(article)).toMatchObject({
    headline: 'Queues',
    datePublished: '2026-01-01T00:00:00.000Z',
    dateModified: '2026-01-02T00:00:00.000Z',
    url: 'http://localhost:3000/blog/queues',
    author: [{ '@type': 'Person', name: 'Ada' }],
    publisher: { '@id': 'http://localhost:3000/#organization' },
  })
  expect(JSON.stringify(blogPosting(article))).not.toContain('javascript:')
})

test('breadcrumbs and lists count from one, the second page of a list goes on counting', () => {
  expect(breadcrumbs([{ name: 'Home', path: '/' }])).toMatchObject({
    itemListElement: [{ position: 1, item: 'http://localhost:3000/' }],
  })
  expect(itemList([{ name: 'A', path: '/a' }], 11)).toMatchObject({ itemListElement: [{ position: 11 }] })
})
