import { expect, test } from '@playwright/test'
import { PAGE_TYPES } from '../support/page-types'
import { startSite } from '../support/site'

/** Database reads of the first request for each type of page. A number that grows is a query somebody added. */
const QUERIES = {
  home: 9,
  blog: 6,
  'blog, second page': 6,
  topic: 7,
  article: 17,
  frameworks: 4,
  framework: 6,
  contact: 4,
  'kinds of meetings': 3,
  about: 8,
  privacy: 3,
  search: 5,
  'not found': 4,
} as const

test('a page that is not in memory costs as many database reads as it did', async () => {
  const site = await startSite()
  const counts: Record<string, number> = {}
  for (const [type, path] of Object.entries(PAGE_TYPES)) {
    const response = await fetch(site.url + path)
    counts[type] = Number(/db;desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1])
  }
  const again = await fetch(site.url + PAGE_TYPES.article)
  await site.stop()
  expect(counts).toEqual(QUERIES)
  expect(again.headers.get('server-timing'), 'a page from memory costs none').toBeNull()
})
