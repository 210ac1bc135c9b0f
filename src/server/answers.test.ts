import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { dependOn, renderContext, respond } from '@/platform/render-context'
import { type FakeSite, type FakeSiteOptions, fakeSite, type Page } from '../../tests/support/fake-site'
import { rawRequest } from '../../tests/support/raw-request'
import { acceptedCodings } from './send'

let site: FakeSite
afterEach(() => site?.stop())

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

const LONG = `<html><body>${'<p>A paragraph of an article.</p>'.repeat(200)}</body></html>`
const kept: Page = () => {
  dependOn('articles:1')
  return LONG
}

describe('a kept page', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as %s to those who take it, at the first request and from memory', async (coding, decode) => {
    const { port, renders } = await start({ '/': kept })
    for (let i = 0; i < 2; i++) {
      const { headers, body } = await rawRequest(port, '/', { headers: { 'accept-encoding': coding } })
      expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'Accept-Encoding' })
      expect(headers['content-length']).toBe(String(body.length))
      expect(decode(body).toString()).toBe(LONG)
    }
    expect(renders('/')).toBe(1)
  })

  test('is sent plain to those who take no coding of ours', async () => {
    const { port } = await start({ '/': kept })
    for (const accepted of ['', 'identity', 'zstd', 'br;q=0, gzip;q=0']) {
      const { headers, body } = await rawRequest(port, '/', { headers: { 'accept-encoding': accepted } })
      expect(headers['content-encoding']).toBeUndefined()
      expect(body.toString()).toBe(LONG)
    }
  })

  test('is 304 to one who has it, with the same fingerprint in each coding', async () => {
    const { port } = await start({ '/': kept })
    const first = await rawRequest(port, '/', { headers: { 'accept-encoding': 'br' } })
    const etag = first.headers.etag as string
    for (const held of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
      const again = await rawRequest(port, '/', { headers: { 'if-none-match': held } })
      expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0])
      expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    }
    expect((await rawRequest(port, '/', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
    expect((await rawRequest(port, '/')).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('has its headers and no body for HEAD, which warms the memory too', async () => {
    const { port, renders } = await start({ '/': kept })
    const head = await rawRequest(port, '/', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(LONG.length), 0])
    await rawRequest(port, '/')
    expect(renders('/')).toBe(1)
  })

  test('says what its render cost, at the miss alone', async () => {
    const { port } = await start({
      '/': () => {
        const context = renderContext()
        if (context) context.queries += 3
        return kept({} as never)
      },
    })
    expect((await rawRequest(port, '/')).headers['server-timing']).toMatch(/^render;dur=\d+\.\d, db;desc="3"$/)
    expect((await rawRequest(port, '/')).headers['server-timing']).toBeUndefined()
  })

  test('loses what speaks of one connection and what costs a second request; a route keeps its own words', async () => {
    const { port } = await start({
      '/feed.xml': ({ res }) => {
        dependOn('articles')
        res.writeHead(200, {
          'content-type': 'application/rss+xml',
          'accept-ch': 'Sec-CH-Prefers-Color-Scheme',
          'critical-ch': 'Sec-CH-Prefers-Color-Scheme',
          link: '</x.css>; rel=preload',
          vary: 'rsc, next-router-state-tree, Sec-CH-Prefers-Color-Scheme',
          'x-powered-by': 'Next.js',
          'cache-control': 'public, max-age=300',
          'content-disposition': 'inline; filename="feed.xml"',
          'retry-after': '120',
        })
        res.end('<rss/>')
        return undefined
      },
    })
    for (let i = 0; i < 2; i++) {
      const { headers } = await rawRequest(port, '/feed.xml')
      for (const name of ['accept-ch', 'critical-ch', 'link', 'vary', 'x-powered-by'])
        expect(headers[name]).toBeUndefined()
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=300',
        'content-disposition': 'inline; filename="feed.xml"',
        'retry-after': '120',
      })
    }
    expect(site.renders('/feed.xml')).toBe(1)
  })
})

test('a page that is not kept is compressed as well, and may not be stored', async () => {
  const { port } = await start({
    '/contact': () => {
      respond({ keep: false })
      return LONG
    },
  })
  const { headers, body } = await rawRequest(port, '/contact', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'private, no-store' })
  expect(headers.etag).toBeUndefined()
  expect(brotliDecompressSync(body).toString()).toBe(LONG)
})

test('an answer over 1 MB is sent and not kept', async () => {
  const { get, renders } = await start({
    '/big': () => {
      dependOn('articles')
      return 'x'.repeat(1_100_000)
    },
  })
  for (let i = 0; i < 2; i++) expect((await (await get('/big')).text()).length).toBe(1_100_000)
  expect(renders('/big')).toBe(2)
})

test('an image is sent with its own headers and not kept', async () => {
  const { get, renders } = await start({
    '/icon.png': ({ res }) => {
      dependOn('settings')
      res
        .writeHead(200, { 'content-type': 'image/png', 'content-length': 4, 'cache-control': 'max-age=60' })
        .end('\x89PNG')
      return undefined
    },
  })
  for (let i = 0; i < 2; i++) {
    const answer = await get('/icon.png')
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'image/png',
      'max-age=60',
    ])
    await answer.arrayBuffer()
  }
  expect(renders('/icon.png')).toBe(2)
})

test('a large download passes while it arrives', async () => {
  let finish: () => void = () => undefined
  const { get } = await start({
    '/export.zip': ({ res }) => {
      res.writeHead(200, { 'content-type': 'application/zip' })
      res.write('first')
      finish = () => res.end('last')
      return new Promise(() => undefined)
    },
  })
  const reader = (await get('/export.zip')).body?.getReader()
  const read = async () => Buffer.from((await reader?.read())?.value ?? []).toString()
  expect(await read()).toBe('first')
  finish()
  expect(await read()).toBe('last')
})

describe('every answer', () => {
  const everywhere = ['/', '/nowhere', '/admin', '/api/articles', '/media/1/a.png', '/forms/x', '/bad%ff', '/healthz']

  test('carries the security headers and a request id', async () => {
    const { get } = await start({ '/': kept })
    for (const path of everywhere) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN')
      expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
      expect(headers.get('permissions-policy'), path).toContain('camera=()')
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('strict-transport-security'), path).toBeNull()
      expect(headers.get('x-robots-tag'), path).toBeNull()
    }
  })

  test('asks search engines to leave a hidden site out', async () => {
    const { get } = await start({ '/': kept }, { hidden: true })
    for (const path of [...everywhere, '/']) {
      expect((await get(path)).headers.get('x-robots-tag'), path).toBe('noindex')
    }
  })

  test('asks for HTTPS from now on when the site is on HTTPS', async () => {
    const { get } = await start({ '/': kept }, { origin: 'https://site.example.com' })
    for (const path of everywhere) {
      expect((await get(path)).headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }
  })
})

describe('the policy of', () => {
  const policy = async (path: string) => (await site.get(path)).headers.get('content-security-policy') ?? ''

  test('a reading page allows no inline script or style', async () => {
    await start({ '/': kept })
    expect(await policy('/')).toBe(
      "default-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    )
  })

  test('a page with scripts allows the inline ones of the framework, and nothing from elsewhere', async () => {
    await start({
      '/': () => {
        respond({ scripts: true })
        return LONG
      },
    })
    expect(await policy('/')).toMatch(/^default-src 'self'; script-src 'self' 'unsafe-inline';/)
    expect(await policy('/')).toContain("frame-ancestors 'self'")
  })

  test('the admin is its own', async () => {
    await start({ '/admin': () => 'admin' })
    expect(await policy('/admin')).toMatch(/script-src 'self' 'unsafe-inline'.*worker-src 'self' blob:/)
    expect(await policy('/admin')).not.toMatch(/https?:/)
  })
})

test('codings are read with their weights', () => {
  expect(acceptedCodings(undefined)).toEqual([])
  expect(acceptedCodings('gzip, deflate, br, zstd')).toEqual(['br', 'gzip'])
  expect(acceptedCodings('br;q=0, gzip;q=0.5')).toEqual(['gzip'])
  expect(acceptedCodings('*')).toEqual(['br', 'gzip'])
  expect(acceptedCodings('*;q=0.1, br; q=0')).toEqual(['gzip'])
  expect(acceptedCodings('brotli, x-gzip')).toEqual([])
})
