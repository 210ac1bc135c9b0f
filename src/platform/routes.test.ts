import { describe, expect, test } from 'vitest'
import { isInternal, loggedPath, normalPath, pageKey } from './routes'

const key = (path: string, query: string) => pageKey(path, new URLSearchParams(query))

describe('the address a page is kept under', () => {
  test('is the path alone where no parameter counts', () => {
    expect(key('/blog/a', '?from=x&q=1&preview=1')).toBe('/blog/a')
  })

  test('has the parameters that count, sorted, each once', () => {
    expect(key('/contact', '?topic=web&x=1&from=a-post&topic=other')).toBe('/contact?from=a-post&topic=web')
  })

  test('has none of a form that is not allowed', () => {
    for (const query of [
      '?topic=',
      '?topic=A',
      '?topic=a%00',
      '?topic=../x',
      '?topic[$ne]=a',
      `?from=${'a'.repeat(201)}`,
    ]) {
      expect(key('/contact', query), query).toBe('/contact')
    }
  })

  test('writes what was searched for in one way', () => {
    expect(key('/search', '?q=%20rust+%20')).toBe('/search?q=rust')
    expect(key('/search', `?q=${encodeURIComponent('tiếng'.normalize('NFD'))}`)).toBe(
      key('/search', `?q=${encodeURIComponent('tiếng'.normalize('NFC'))}`),
    )
    expect(key('/search', '?q=a%0Ab')).toBe('/search')
    expect(key('/search', `?q=${'a'.repeat(101)}`)).toBe('/search')
  })
})

describe('a path', () => {
  test.each([
    ['/', '/'],
    ['/blog', '/blog'],
    ['/blog/', '/blog'],
    ['//blog///a/', '/blog/a'],
    ['/%62log', '/blog'],
    ['/ti%E1%BA%BFng', '/ti%E1%BA%BFng'],
    ['/a b', '/a%20b'],
    ['/a%3Fb', '/a%3Fb'],
  ])('%s is written %s', (raw, path) => {
    expect(normalPath(raw)).toBe(path)
  })

  test.each(['/%', '/%ff', '/%c3%28', '/a%00', '/a%0a', '/a%9f', '/a%2fb', '/a%5cb', '/..', '/a/../b', '/%2E%2e'])(
    '%s cannot be read',
    (raw) => {
      expect(normalPath(raw)).toBeUndefined()
    },
  )
})

test('the page of failures is internal, pages are not', () => {
  expect(isInternal('/internal-error')).toBe(true)
  expect(isInternal('/internal-metrics')).toBe(true)
  expect(isInternal('/blog')).toBe(false)
})

describe('a path in the log', () => {
  test('has no query, and no secret of a meeting', () => {
    expect(loggedPath('/search?q=secret')).toBe('/search')
    expect(loggedPath('/book/manage/abc.def/move?zone=UTC')).toBe('/book/manage/…/move')
    expect(loggedPath('/book/calendar/abc/meetings.ics')).toBe('/book/calendar/…/meetings.ics')
    expect(loggedPath('/book/intro')).toBe('/book/intro')
  })
})
