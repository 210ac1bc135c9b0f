import { expect, test } from 'vitest'
import { sitemapXml } from './sitemap'

test('every entry has an absolute address, escaped, and its date', () => {
  const xml = sitemapXml([{ path: '/blog/a&b', updatedAt: '2026-01-02T03:04:05.000Z' }])
  expect(xml).toContain('<loc>http://localhost:3000/blog/a&amp;b</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod>')
})

test('an entry without a date has none', () => {
  expect(sitemapXml([{ path: '/' }])).toContain('<url><loc>http://localhost:3000/</loc></url>')
})
