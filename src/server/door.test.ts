import { once } from 'node:events'
import { BlockList, connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { dependOn, renderContext, respond } from '@/platform/render-context'
import { FAILURE_PAGE } from '@/platform/routes'
import { type FakeSite, type FakeSiteOptions, fakeSite, gate, type Page } from '../../tests/support/fake-site'
import { rawRequest } from '../../tests/support/raw-request'

let site: FakeSite
afterEach(() => site.stop())

async function start(pages: Record<string, Page> = {}, options?: FakeSiteOptions) {
  site = await fakeSite({ '*': ({ req }) => `page ${req.url}`, ...pages }, options)
  site.asked.length = 0
  return site
}

/** What the server writes to a connection until it closes it. */
async function raw(text: string): Promise<string> {
  const socket = connect(site.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.write(text)
  await once(socket, 'close')
  return answer
}

describe('an address that cannot be read is 400 and reaches nothing:', () => {
  test.each([
    '/blog/%ff',
    '/blog/%',
    '/blog/%c0%af',
    '/blog/a%00b',
    '/blog/a%0d%0ab',
    '/blog/%1b',
    '/blog/%7f',
    '/blog/a%2fb',
    '/blog/a%5Cb',
    '/../etc/passwd',
    '/blog/%2e%2e/x',
  ])('%s', async (path) => {
    const { port, asked } = await start()
    const { status, body } = await rawRequest(port, path)
    expect([status, body.toString()]).toEqual([400, 'That address cannot be read.\n'])
    expect(asked).toEqual([])
  })

  test('an absolute one', async () => {
    const { asked } = await start()
    const answer = await raw(
      'GET http://evil.example.com/ HTTP/1.1\r\nHost: evil.example.com\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(asked).toEqual([])
  })

  test('one of more than 4096 characters is 414', async () => {
    const { port } = await start()
    expect((await rawRequest(port, `/search?q=${'a'.repeat(4100)}`)).status).toBe(414)
  })
})

test('an address has one spelling: others are sent there', async () => {
  const { get, text, asked } = await start({
    '*': ({ req }) => {
      dependOn('pages')
      return `page ${req.url}`
    },
  })
  for (const [path, location] of [
    ['/blog/', '/blog'],
    ['//evil.example.com/x', '/evil.example.com/x'],
    ['/blog//a/?q=1', '/blog/a?q=1'],
  ] as const) {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, location])
  }
  expect(asked).toEqual([])
  expect(await text('/blog/%61')).toBe('page /blog/a')
  expect(await text('/blog/a')).toBe('page /blog/a')
  expect(asked.length).toBe(1)
})

describe('methods', () => {
  test('other than GET and HEAD are 405 for a page', async () => {
    const { get, asked } = await start()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await get('/blog', { method })
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD'])
    }
    expect(asked).toEqual([])
  })

  test('other than POST are 405 for a form', async () => {
    const { get } = await start()
    const answer = await get('/forms/contact')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('all pass to the APIs', async () => {
    const { get, asked } = await start()
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS']) await get('/api/articles', { method })
    expect(asked.length).toBe(5)
  })
})

describe('a form', () => {
  const sent = (headers: Record<string, string> = {}, body = 'name=Ada') =>
    site.get('/forms/contact', { method: 'POST', headers, body })
  const taken: Page = async ({ req, res }) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    res.writeHead(303, { location: `/contact/sent?${body.length}`, 'x-seen': JSON.stringify(req.headers) }).end()
    return undefined
  }

  test('is answered as its route answers', async () => {
    await start({ '/forms/contact': taken })
    const answer = await sent({
      'content-type': 'application/x-www-form-urlencoded',
      cookie: 'a=1',
      referer: 'http://x/',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/contact/sent?8'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const seen = JSON.parse(answer.headers.get('x-seen') as string)
    expect(seen).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded', 'x-client-address': '127.0.0.1' })
    expect(seen).not.toHaveProperty('cookie')
    expect(seen).not.toHaveProperty('referer')
  })

  test('is never shared: each one that is sent arrives', async () => {
    const { renders } = await start({ '/forms/contact': taken })
    await Promise.all(Array.from({ length: 20 }, () => sent()))
    expect(renders('/forms/contact')).toBe(20)
  })

  test('with errors is its page with 422 in the same response, holding what was typed, and kept nowhere', async () => {
    const { text, get } = await start({
      '/forms/contact': async ({ res }) => {
        respond({ renderInstead: { url: '/contact', status: 422, form: { name: 'Ada' } } })
        res.writeHead(200, { 'retry-after': '60' }).end()
        return undefined
      },
      '/contact': () => {
        dependOn('settings')
        return `Your name: ${JSON.stringify(renderContext()?.form ?? '')}`
      },
    })
    const before = await text('/contact')
    const answer = await sent()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([422, '60'])
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.text()).toBe('Your name: {"name":"Ada"}')
    expect(await text('/contact')).toBe(before)
    expect((await get('/contact')).status).toBe(200)
  })

  test('of another site is refused with 403 and reaches nothing', async () => {
    const { asked } = await start({ '/forms/contact': taken })
    for (const headers of [
      { origin: 'https://evil.example.com' },
      { origin: 'http://site.example.com.evil.example.com' },
      { origin: 'https://site.example.com' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://site.example.com' },
      { 'sec-fetch-site': 'same-site', origin: 'http://other.example.com' },
    ]) {
      expect((await sent(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(403)
    }
    expect(asked).toEqual([])
  })

  test('of ours is taken, also from browsers that say less', async () => {
    await start({ '/forms/contact': taken })
    for (const headers of [
      {},
      { origin: 'http://site.example.com' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1' },
    ]) {
      expect((await sent(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(303)
    }
  })

  test('over 256 kB is refused with 413, read to its end and not handed on', async () => {
    const { asked } = await start({ '/forms/contact': taken })
    expect((await sent({}, 'x'.repeat(256 * 1024))).status).toBe(303)
    expect((await sent({}, 'x'.repeat(256 * 1024 + 1))).status).toBe(413)
    expect((await sent({}, 'x'.repeat(10_000_000))).status).toBe(413)
    expect(asked.length).toBe(1)
  })

  test('whose sender hangs up in the middle reaches nothing', async () => {
    const { asked, port, text } = await start({ '/forms/contact': taken })
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /forms/contact HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname=')
    await new Promise((done) => setTimeout(done, 50))
    socket.destroy()
    expect(await text('/blog')).toBe('page /blog')
    expect(asked).toEqual(['/blog'])
  })
})

describe('who asks', () => {
  const addressSeen = async (proxies: string[], forwarded?: string) => {
    const list = new BlockList()
    for (const proxy of proxies) {
      const [address = '', bits] = proxy.split('/')
      list.addSubnet(address, Number(bits ?? 32))
    }
    await start({ '/api/me': ({ req }) => JSON.stringify(req.headers) }, { proxies: list })
    const headers: Record<string, string> = { 'x-client-address': '198.51.100.66', 'x-real-ip': '198.51.100.66' }
    if (forwarded) headers['x-forwarded-for'] = forwarded
    const seen = JSON.parse(await site.text('/api/me', { headers }))
    expect(seen['x-forwarded-for']).toBe(seen['x-client-address'])
    expect(seen['x-real-ip']).toBeUndefined()
    return seen['x-client-address']
  }

  test('is the peer of the socket, whatever the visitor writes', async () => {
    expect(await addressSeen([], '203.0.113.7')).toBe('127.0.0.1')
  })

  test('is whom a trusted proxy names', async () => {
    expect(await addressSeen(['127.0.0.1/32'], '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
  })

  test('is the same for a form', async () => {
    const list = new BlockList()
    list.addAddress('127.0.0.1')
    const seen: Page = ({ req }) => `${req.headers['x-client-address']} ${req.headers['x-forwarded-for']}`
    await start({ '/forms/contact': seen }, { proxies: list })
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    expect(await site.text('/forms/contact', { method: 'POST', body: 'a', headers })).toBe('203.0.113.7 undefined')
  })
})

test("the Host header builds nothing: the app hears the site's own address alone", async () => {
  const { port } = await start(
    {
      '/api/host': ({ req }) =>
        JSON.stringify([req.headers.host, req.headers['x-forwarded-host'], req.headers['x-forwarded-proto']]),
    },
    { origin: 'https://site.example.com' },
  )
  const headers = { host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com', 'x-forwarded-proto': 'http' }
  const { body } = await rawRequest(port, '/api/host', { headers })
  expect(JSON.parse(body.toString())).toEqual(['site.example.com', 'site.example.com', 'https'])
})

test('the page of failures has no public address', async () => {
  const { text, asked } = await start()
  await text(FAILURE_PAGE)
  await text('/internal%2Derror')
  expect(asked).not.toContain(FAILURE_PAGE)
})

test('a server that stops answers those who are here, and nobody else', async () => {
  const [started, finish] = [gate(), gate()]
  const { text, url, stop } = await start({
    '/blog/a': async () => {
      started.open()
      await finish.passed
      return 'slow'
    },
  })
  await text('/')
  const slow = text('/blog/a')
  await started.passed
  const stopped = stop()
  await expect(fetch(url)).rejects.toThrow()
  finish.open()
  expect(await slow).toBe('slow')
  await stopped
  site = await fakeSite({})
})
