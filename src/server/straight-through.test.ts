import { afterEach, describe, expect, test } from 'vitest'
import { dependOn, invalidatePages, renderContext } from '@/platform/render-context'
import { type FakeSite, type FakeSiteOptions, fakeSite, gate, type Page } from '../../tests/support/fake-site'
import { rawRequest } from '../../tests/support/raw-request'

let site: FakeSite
afterEach(() => site.stop())

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

const pause = () => new Promise((done) => setTimeout(done, 20))

describe('a write through the API', () => {
  test('that commits after its hook has invalidated is seen at the first request after its answer', async () => {
    let title = 'old'
    const { text, get } = await start({
      '/blog/a': () => {
        dependOn('articles:1')
        return title
      },
      '/api/articles': async () => {
        invalidatePages(['articles:1'])
        // Somebody reads between the hook and the commit: they get, and leave in memory, the state before it.
        expect(await text('/blog/a')).toBe('old')
        title = 'new'
        return 'saved'
      },
    })
    await text('/blog/a')
    expect(await (await get('/api/articles', { method: 'PATCH', body: '{}' })).text()).toBe('saved')
    expect(await text('/blog/a')).toBe('new')
  })

  test('is seen by one who reads the answer before it ends', async () => {
    let title = 'old'
    const finish = gate()
    const { text, get } = await start({
      '/blog/a': () => {
        dependOn('articles:1')
        return title
      },
      '/api/articles': async ({ res }) => {
        invalidatePages(['articles:1'])
        await text('/blog/a')
        title = 'new'
        res.writeHead(200, { 'content-type': 'application/json' })
        res.write('{"saved":')
        await finish.passed
        res.end('true}')
        return undefined
      },
    })
    const reader = (await get('/api/articles', { method: 'POST' })).body?.getReader()
    await reader?.read()
    expect(await text('/blog/a')).toBe('new')
    finish.open()
  })

  test('invalidates nothing of what it did not write', async () => {
    const { text, get, renders } = await start({
      '/blog/b': () => {
        dependOn('articles:2')
        return 'b'
      },
      '/api/articles': () => {
        invalidatePages(['articles:1'])
        return 'saved'
      },
      '/api/reads': () => 'read',
    })
    await text('/blog/b')
    await get('/api/articles', { method: 'POST' })
    await get('/api/reads')
    await text('/blog/b')
    expect(renders('/blog/b')).toBe(1)
  })

  test('keeps its tags to itself while others write at the same time', async () => {
    const { text, get, renders } = await start({
      '/blog/b': () => {
        dependOn('articles:2')
        return 'b'
      },
      '/api/slow': async () => {
        await pause()
        await pause()
        return 'read'
      },
      '/api/articles': () => {
        invalidatePages(['articles:2'])
        return 'saved'
      },
    })
    const slow = get('/api/slow')
    await get('/api/articles', { method: 'POST' })
    await text('/blog/b')
    await slow
    await text('/blog/b')
    expect(renders('/blog/b')).toBe(1)
  })

  test('has no page around it', async () => {
    const { text } = await start({ '/api/context': () => String(renderContext() === undefined) })
    expect(await text('/api/context')).toBe('true')
  })
})

describe('a request to the admin or the APIs', () => {
  const length: Page = async ({ req }) => {
    let size = 0
    for await (const chunk of req) size += (chunk as Buffer).length
    return String(size)
  }

  test('goes through with its cookies, its body and its query', async () => {
    const { text } = await start({ '/api/*': ({ req }) => `${req.method} ${req.url} ${req.headers.cookie}` })
    expect(
      await text('/api/articles?depth=2&where[a]=1', { method: 'POST', headers: { cookie: 'payload-token=x' } }),
    ).toBe('POST /api/articles?depth=2&where[a]=1 payload-token=x')
  })

  test('of more than 2 MB is 413, of a file more than 25 MB', async () => {
    const { text, get, asked } = await start({ '/api/*': length })
    const upload = { 'content-type': 'multipart/form-data; boundary=x' }
    const body = (bytes: number) => Buffer.alloc(bytes, 'x')
    expect(await text('/api/articles', { method: 'POST', body: body(2_000_000) })).toBe('2000000')
    expect(await text('/api/media', { method: 'POST', body: body(3_000_000), headers: upload })).toBe('3000000')
    const before = asked.length
    expect((await get('/api/articles', { method: 'POST', body: body(3_000_000) })).status).toBe(413)
    expect((await get('/api/media', { method: 'POST', body: body(27_000_000), headers: upload })).status).toBe(413)
    expect(asked.length).toBe(before)
  })

  test('that does not say how long its body is is 411', async () => {
    const { port, asked } = await start({ '/api/*': length })
    asked.length = 0
    const answer = await rawRequest(port, '/api/articles', {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'x',
    })
    expect(answer.status).toBe(411)
    expect(asked).toEqual([])
  })

  test('that throws is answered with the branded page, and one that has begun is cut off', async () => {
    const { get } = await start({
      '/api/throws': () => {
        throw new Error('broken')
      },
      '/api/breaks': ({ res }) => {
        res.writeHead(200, { 'content-length': 100 })
        res.write('begun')
        throw new Error('broken')
      },
    })
    const answer = await get('/api/throws')
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Something broke')
    await expect((await get('/api/breaks')).text()).rejects.toThrow()
  })
})

describe('a file', () => {
  const file: Page = ({ req, res }) => {
    const range = req.headers.range
    res.writeHead(range ? 206 : 200, {
      'content-type': 'application/pdf',
      'cache-control': 'public, max-age=300',
      'accept-ranges': 'bytes',
      ...(range ? { 'content-range': 'bytes 0-3/9' } : {}),
    })
    res.end(range ? '%PDF' : '%PDF-file')
    return undefined
  }

  test('streams through with its own status and headers, Range too', async () => {
    const { get } = await start({ '/media/*': file })
    const part = await get('/media/1/a.pdf', { headers: { range: 'bytes=0-3' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 0-3/9', '%PDF'])
    const whole = await get('/media/1/a.pdf')
    expect([whole.status, whole.headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
    expect(site.renders('/media/1/a.pdf')).toBe(2)
  })

  test('arrives while it is read', async () => {
    const finish = gate()
    const { get } = await start({
      '/media/*': async ({ res }) => {
        res.writeHead(200, { 'content-type': 'video/mp4' }).write('first')
        await finish.passed
        res.end('last')
        return undefined
      },
    })
    const reader = (await get('/media/1/a.mp4')).body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
    finish.open()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last')
  })
})
