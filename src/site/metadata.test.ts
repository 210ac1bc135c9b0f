import { expect, test } from 'vitest'
import type { Media, Setting } from '@/payload-types'
import { messages } from './messages'
import { pageMetadata, shorten } from './metadata'
import type { Site } from './queries'

const site: Site = {
  settings: { id: '1', companyName: 'Acme', tagline: 'We build.' } as Setting,
  navigation: { id: '1' },
  name: 'Acme',
  locale: 'en',
  timeZone: 'UTC',
  messages: messages('en'),
}

const picture = {
  id: '1',
  url: '/media/1/a.png',
  width: 1600,
  height: 900,
  alt: 'A diagram',
  sizes: { og: { url: '/media/1/a-og.jpg', width: 1200, height: 630 } },
} as unknown as Media

test('a title carries the name of the company, if there is one', () => {
  expect(pageMetadata({ site, title: 'Queues' }).title).toBe('Queues · Acme')
  expect(pageMetadata({ site }).title).toBe('Acme')
  expect(pageMetadata({ site: { ...site, name: '' }, title: 'Queues' }).title).toBe('Queues')
})

test('what an editor wrote for search engines wins over the document', () => {
  const { title, description } = pageMetadata({
    site,
    title: 'Queues',
    description: 'Long.',
    meta: { title: 'Why queues fill', description: 'Short.' },
  })
  expect(title).toBe('Why queues fill · Acme')
  expect(description).toBe('Short.')
})

test('canonical address and shared picture are absolute', () => {
  const metadata = pageMetadata({ site, title: 'Queues', path: '/blog/queues', image: picture })
  expect(metadata.alternates?.canonical).toBe('http://localhost:3000/blog/queues')
  expect(metadata.openGraph).toMatchObject({
    url: 'http://localhost:3000/blog/queues',
    images: [{ url: 'http://localhost:3000/media/1/a-og.jpg', width: 1200, height: 630, alt: 'A diagram' }],
  })
})

test('a picture that was not read, since it is not public, is not shared', () => {
  expect(pageMetadata({ site, image: 'an-id' }).openGraph).not.toHaveProperty('images')
})

test('an error page has no canonical address and asks not to be listed', () => {
  const metadata = pageMetadata({ site, title: 'Page not found', hidden: true })
  expect(metadata.alternates).not.toHaveProperty('canonical')
  expect(metadata.robots).toEqual({ index: false, follow: true })
})

test('a long description is cut at a word', () => {
  expect(shorten('one two three', 9)).toBe('one two…')
  expect(shorten('one\n two', 9)).toBe('one two')
  expect(shorten('x'.repeat(20), 9)).toBe('xxxxxxxx…')
})

test('an address that opens something is told to no search engine and no other site', () => {
  const metadata = pageMetadata({ site, title: 'Your meeting', secret: true })
  expect(metadata).toMatchObject({ robots: { index: false }, referrer: 'same-origin' })
  expect(metadata.alternates?.canonical).toBeUndefined()
  expect(pageMetadata({ site, title: 'Queues' }).referrer).toBeUndefined()
})
