import { createHash, createHmac } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { dependOn, invalidatePages, renderContext, respond } from '@/platform/render-context'
import { type FakeSite, type FakeSiteOptions, fakeSite, type Page, SECRET } from '../../tests/support/fake-site'

let site: FakeSite
afterEach(() => site.stop())

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

/** A session as Payload signs it. */
function token({ exp = Date.now() / 1000 + 3600, secret = SECRET } = {}): string {
  const key = createHash('sha256').update(secret).digest('hex').slice(0, 32)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ id: '1', collection: 'users', exp: Math.floor(exp) })}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

const as = (session: string): RequestInit => ({ headers: { cookie: `theme=dark; payload-token=${session}` } })

const article: Page = ({ req }) => {
  dependOn('articles:1')
  return renderContext()?.preview ? `draft for ${req.headers.cookie}<script>1</script>` : 'live<script>1</script>'
}

describe('a signed-in person', () => {
  test('sees drafts with ?preview=1, with scripts for the live preview, and never from memory', async () => {
    const { get, renders } = await start({ '/blog/a': article })
    const session = token()
    for (let i = 0; i < 2; i++) {
      const answer = await get('/blog/a?preview=1', as(session))
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('etag')).toBeNull()
      // Of their cookies the session alone goes in.
      expect(await answer.text()).toBe(`draft for payload-token=${session}<script>1</script>`)
    }
    expect(renders('/blog/a?preview=1')).toBe(2)
  })

  test('leaves nothing of a preview to visitors, whoever comes first', async () => {
    const { text } = await start({ '/blog/a': article })
    expect(await text('/blog/a?preview=1', as(token()))).toContain('draft')
    expect(await text('/blog/a')).toBe('live')
    expect(await text('/blog/a?preview=1', as(token()))).toContain('draft')
    expect(await text('/blog/a?preview=1')).toBe('live')
  })

  test('sees what visitors see without the parameter, from memory', async () => {
    const { text, renders } = await start({ '/blog/a': article })
    await text('/blog/a')
    expect(await text('/blog/a', as(token()))).toBe('live')
    expect(renders('/blog/a')).toBe(1)
  })

  test('gets flight data when a live preview refreshes', async () => {
    const { text } = await start({ '/blog/a': ({ req }) => `rsc: ${req.headers.rsc}` })
    const session = as(token()).headers as Record<string, string>
    expect(await text('/blog/a?preview=1', { headers: { ...session, rsc: '1' } })).toBe('rsc: 1')
    expect(await text('/blog/a', { headers: { ...session, rsc: '1' } })).toBe('rsc: undefined')
  })
})

describe('a made-up session buys nothing:', () => {
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token().split('.')[1]}.`
  test.each([
    ['nonsense', 'made.up.token'],
    ['no signature', unsigned],
    ['an empty one', ''],
    ['one of another site', token({ secret: 'another-secret-0123456789abcdef0123456789' })],
    ['an expired one', token({ exp: Date.now() / 1000 - 1 })],
    [
      'one with its content exchanged',
      token().replace(/\.[^.]+\./, `.${Buffer.from('{"id":"2"}').toString('base64url')}.`),
    ],
  ])('%s', async (_, session) => {
    const { text, renders } = await start({ '/blog/a': article })
    await text('/blog/a')
    expect(await text('/blog/a?preview=1', as(session))).toBe('live')
    expect(renders('/blog/a')).toBe(1)
  })
})

test('no cookie, header or unknown parameter of a visitor reaches the render of a page', async () => {
  const { text, asked } = await start({
    '/blog/a': ({ req }) => {
      dependOn('articles:1')
      return JSON.stringify(req.headers)
    },
  })
  const headers = {
    cookie: 'payload-token=x; other=1',
    authorization: 'JWT x',
    'accept-language': 'vi',
    'user-agent': 'Tester',
    'x-forwarded-for': '192.0.2.9',
    'x-forwarded-host': 'evil.example.com',
    rsc: '1',
  }
  const seen = JSON.parse(await text('/blog/a?from=elsewhere&utm_source=x&__proto__=1', { headers }))
  expect(Object.keys(seen).sort()).toEqual(
    ['connection', 'host', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto', 'x-render-id'].sort(),
  )
  // Without a User-Agent Next puts the metadata behind the footer.
  expect(seen).toMatchObject({
    host: 'site.example.com',
    'x-forwarded-host': 'site.example.com',
    'user-agent': 'page-server',
  })
  expect(asked).toContain('/blog/a')
  expect(asked.filter((url) => url.includes('?'))).toEqual([])
})

test('?from= cannot poison a page that reads it and is kept without it', async () => {
  const { text, renders } = await start({
    '/blog/a': ({ req }) => {
      dependOn('articles:1')
      return `from ${new URL(req.url ?? '', 'http://x').searchParams.get('from')}`
    },
  })
  expect(await text('/blog/a?from=attacker')).toBe('from null')
  expect(await text('/blog/a')).toBe('from null')
  expect(renders('/blog/a')).toBe(1)
})

test('parameters that count are kept apart, in one order and their allowed form', async () => {
  const { text, asked } = await start({
    '/contact': ({ req }) => {
      dependOn('settings')
      return `${req.url}`
    },
  })
  expect(await text('/contact?topic=web-app&from=a-post&x=1')).toBe(
    '/contact?from=a-post&amp;topic=web-app'.replace('&amp;', '&'),
  )
  expect(await text('/contact?from=a-post&topic=web-app')).toContain('topic=web-app')
  expect(await text('/contact?topic=<script>')).toBe('/contact')
  expect(await text('/contact?topic[$ne]=1')).toBe('/contact')
  expect(asked.filter((url) => url.startsWith('/contact')).length).toBe(2)
})

describe('what a page says of itself', () => {
  test.each([404, 410, 451])('status %i', async (status) => {
    const { get } = await start({
      '/': () => {
        dependOn('pages')
        respond({ status })
        return 'Not here'
      },
    })
    const answer = await get('/')
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe('Not here')
  })

  test('a redirect, kept until what it depends on changes', async () => {
    let to = '/blog/new'
    const { get, renders } = await start({
      '/blog/old': () => {
        dependOn('redirects')
        respond({ status: 301, location: to })
        return 'Moved'
      },
    })
    for (let i = 0; i < 2; i++) {
      const answer = await get('/blog/old')
      expect([answer.status, answer.headers.get('location')]).toEqual([301, '/blog/new'])
    }
    expect(renders('/blog/old')).toBe(1)
    to = '/blog/newest'
    invalidatePages(['redirects'])
    expect((await get('/blog/old')).headers.get('location')).toBe('/blog/newest')
  })

  test('is heard in a context of its own: one page cannot speak for another', async () => {
    const { get } = await start({
      '/a': async () => {
        dependOn('pages')
        await new Promise((done) => setTimeout(done, 20))
        respond({ status: 410 })
        return 'a'
      },
      '/b': async () => {
        dependOn('pages')
        await new Promise((done) => setTimeout(done, 40))
        return 'b'
      },
    })
    const [a, b] = await Promise.all([get('/a'), get('/b')])
    expect([a.status, b.status]).toEqual([410, 200])
  })
})
