import { expect, test } from 'vitest'
import {
  absoluteUrl,
  articlePath,
  blogPath,
  contactPath,
  documentPath,
  frameworksPath,
  mediaPath,
  pagePath,
  safeHref,
  telephoneHref,
  topicPath,
} from './urls'

test('the first page of a listing has no number in its address', () => {
  expect(blogPath()).toBe('/blog')
  expect(blogPath(1)).toBe('/blog')
  expect(blogPath(2)).toBe('/blog/page/2')
  expect(topicPath('backend', 3)).toBe('/blog/topic/backend/page/3')
})

test('the default language stands at the root and others below their code', () => {
  expect(articlePath('a', 'en')).toBe('/blog/a')
  expect(articlePath('a', 'vi')).toBe('/vi/blog/a')
  expect(pagePath('home', 'vi')).toBe('/vi')
  expect(frameworksPath('ja')).toBe('/ja/frameworks')
})

test('a slug cannot leave its segment', () => {
  expect(articlePath('../admin?x=1#y')).toBe('/blog/..%2Fadmin%3Fx%3D1%23y')
})

test('the page named home stands at the front', () => {
  expect(pagePath('home')).toBe('/')
  expect(pagePath('privacy')).toBe('/privacy')
})

test('a contact link carries its topic and the article it stands in', () => {
  expect(contactPath()).toBe('/contact')
  expect(contactPath({ topic: 'meeting', from: 'rust & go' })).toBe('/contact?topic=meeting&from=rust+%26+go')
  expect(contactPath({ topic: null, from: '' })).toBe('/contact')
})

test('a document without a slug, or of a collection without pages, has no path', () => {
  expect(documentPath('articles', { slug: 'a' })).toBe('/blog/a')
  expect(documentPath('articles', { slug: null })).toBeUndefined()
  expect(documentPath('media', { slug: 'a' })).toBeUndefined()
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '',
  'http://[',
])('%j typed as a link does not become one', (address) => {
  expect(safeHref(address)).toBeUndefined()
})

test.each(['/blog', '#top', 'https://example.com/a', 'mailto:a@example.com', 'tel:+15550100'])(
  '%s is a link',
  (address) => {
    expect(safeHref(address)).toBe(address)
  },
)

test('a phone number loses what a phone cannot dial', () => {
  expect(telephoneHref('(+84) 904 026 070')).toBe('tel:+84904026070')
  expect(telephoneHref('024 555-0100')).toBe('tel:0245550100')
})

test('absolute addresses are built on the configured origin alone', () => {
  expect(absoluteUrl('/blog')).toBe('http://localhost:3000/blog')
  expect(absoluteUrl('https://example.com/x')).toBe('https://example.com/x')
})

test('the address of a file changes with its version', () => {
  expect(mediaPath('1', 'a b.png')).toBe('/media/1/a%20b.png')
  expect(mediaPath('1', 'a.png', 'x')).toBe('/media/1/a.png?v=x')
})
