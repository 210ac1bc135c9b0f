import { expect, test } from 'vitest'
import type { Setting } from '@/payload-types'
import { messages } from '@/site/messages'
import type { Site } from '@/site/queries'
import { articleFeed } from './feed'
import type { ArticleSummary } from './queries'

const site: Site = {
  settings: { id: '1', companyName: 'Acme' } as Setting,
  navigation: { id: '1' },
  name: 'Acme',
  locale: 'en',
  timeZone: 'UTC',
  messages: messages('en'),
}

const article = {
  id: '018b882e-0800-7b5a-a8e8-bfcdc863b236',
  title: 'Queues & <walls>',
  slug: 'queues',
  locale: 'en',
  excerpt: 'A\u0000B\u001F ]]> end',
  publishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  topics: [],
  authors: [],
} as unknown as ArticleSummary

test('no control character reaches the feed, and no text leaves its element', () => {
  const xml = articleFeed([article], site)
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
  expect(xml).toContain('<title><![CDATA[Queues & <walls>]]></title>')
  expect(xml).not.toContain('AB ]]> end')
})

test('an item is known by its document and leads to its page', () => {
  const xml = articleFeed([article], site)
  expect(xml).toContain('urn:uuid:018b882e-0800-7b5a-a8e8-bfcdc863b236')
  expect(xml).toContain('<link>http://localhost:3000/blog/queues</link>')
})

test('the same articles give the same feed', () => {
  expect(articleFeed([article], site)).toBe(articleFeed([article], site))
  expect(articleFeed([], site)).toContain('Thu, 01 Jan 1970')
})
