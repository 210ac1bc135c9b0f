import { afterEach, describe, expect, test, vi } from 'vitest'
import { dependOn, invalidatePages, respond } from '@/platform/render-context'
import { FAILURE_PAGE } from '@/platform/routes'
import { type FakeSite, type FakeSiteOptions, fakeSite, gate, type Page, settings } from '../../tests/support/fake-site'
import { renderer } from './renderer'

let site: FakeSite
afterEach(async () => {
  vi.useRealTimers()
  await site?.stop()
})

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

const status =
  (code: number): Page =>
  ({ res }) => {
    dependOn('articles:1')
    res
      .writeHead(code, { 'content-type': 'text/html', 'x-own': 'of the failure' })
      .end('<html><body>Stack trace</body></html>')
    return undefined
  }

/** What Next sends when a page threw: nothing to see without JavaScript. */
const nextError: Page = () => {
  dependOn('articles:1')
  return '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>'
}

describe('a failed render is never kept, and the branded page stands in its place:', () => {
  test.each([
    ['an answer of 500', status(500)],
    ['an answer of 503', status(503)],
    ['a document of __next_error__', nextError],
    [
      'a page that said 404 and then threw',
      (asked: Parameters<Page>[0]) => {
        respond({ status: 404 })
        return status(500)(asked)
      },
    ],
    [
      'an app that throws',
      () => {
        throw new Error('broken')
      },
    ],
  ] as Array<[string, Page]>)('%s', async (_, page) => {
    let broken = true
    const { get, renders } = await start({
      '/blog/a': (asked) => {
        if (broken) return page(asked)
        dependOn('articles:1')
        return 'whole again'
      },
    })
    for (let i = 0; i < 2; i++) {
      const answer = await get('/blog/a')
      expect(answer.status).toBe(500)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-own')).toBeNull()
      expect(await answer.text()).toContain('Something broke. Call +1 555 0100')
    }
    expect(renders('/blog/a')).toBe(2)
    broken = false
    const answer = await get('/blog/a')
    expect([answer.status, await answer.text()]).toEqual([200, 'whole again'])
  })
})

test('a page that says itself that it failed is sent as it is, and not kept', async () => {
  const { get, renders } = await start({
    '/status': () => {
      dependOn('settings')
      respond({ status: 503 })
      return 'Under maintenance'
    },
  })
  for (let i = 0; i < 2; i++) {
    const answer = await get('/status')
    expect([answer.status, await answer.text()]).toEqual([503, 'Under maintenance'])
  }
  expect(renders('/status')).toBe(2)
})

test('a form whose route throws is answered with the branded page', async () => {
  const { get } = await start({ '/forms/contact': status(500) })
  const answer = await get('/forms/contact', { method: 'POST', body: 'a=1' })
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('Something broke')
})

describe('the branded page', () => {
  test('is rendered at the start and from memory after that', async () => {
    const { get, renders } = await start({ '/a': status(500) })
    for (let i = 0; i < 3; i++) await get('/a')
    expect(renders(FAILURE_PAGE)).toBe(1)
  })

  test('is rendered anew when the settings change, and not when anything else does', async () => {
    const { text, renders } = await start({ '/a': status(500) })
    invalidatePages(['articles', 'articles:1'])
    expect(await text('/a')).toContain('+1 555 0100')
    settings.hotline = '+1 555 0199'
    try {
      invalidatePages(['settings'])
      await expect.poll(() => text('/a')).toContain('+1 555 0199')
      expect(renders(FAILURE_PAGE)).toBe(2)
    } finally {
      settings.hotline = '+1 555 0100'
    }
  })

  test('shows a change that came while it was being rendered', async () => {
    let [started, finish, hotline] = [gate(), gate(), 'first']
    let slowly = false
    const { text } = await start({
      '/a': status(500),
      [FAILURE_PAGE]: async () => {
        dependOn('settings')
        const shown = hotline
        started.open()
        if (slowly) await finish.passed
        return shown
      },
    })
    ;[started, finish] = [gate(), gate()]
    slowly = true
    hotline = 'second'
    invalidatePages(['settings'])
    await started.passed
    hotline = 'third'
    invalidatePages(['settings'])
    finish.open()
    await expect.poll(() => text('/a')).toBe('third')
  })

  test('stays as it was while it cannot be rendered', async () => {
    let broken = false
    const { text, renders } = await start({
      '/a': status(500),
      [FAILURE_PAGE]: (asked) => {
        dependOn('settings')
        return broken ? status(500)(asked) : 'Call us'
      },
    })
    broken = true
    invalidatePages(['settings'])
    await expect.poll(() => renders(FAILURE_PAGE)).toBe(2)
    expect(await text('/a')).toBe('Call us')
  })

  test('is a plain line when it could not be rendered yet, and comes as soon as it can', async () => {
    let broken = true
    const { get, text } = await start({
      '/a': status(500),
      [FAILURE_PAGE]: (asked) => {
        dependOn('settings')
        return broken ? status(500)(asked) : 'Call us'
      },
    })
    const answer = await get('/a')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/plain; charset=utf-8'])
    broken = false
    await expect.poll(() => text('/a')).toBe('Call us')
  })
})

test('a render that takes too long fails, and its place is free again', async () => {
  const stuck = gate()
  const render = await renderer({
    app: async (req, res) => {
      if (req.url === '/stuck') await stuck.passed
      res.end('done')
    },
    origin: 'http://site.example.com',
    concurrency: 1,
  })
  const context = { dependencies: new Set<string>(), invalidated: new Set<string>(), queries: 0, preview: false }
  await expect(render.render('/stuck', context, {}, { limitMs: 20 })).rejects.toThrow('/stuck took over 20 ms')
  expect(await render.render('/', context)).toMatchObject({ status: 200 })
  stuck.open()
  await render.stop()
})

test('the time that a render waits for its turn does not count against it', async () => {
  const busy = gate()
  const render = await renderer({
    app: async (req, res) => {
      if (req.url === '/busy') await busy.passed
      res.end('done')
    },
    origin: 'http://site.example.com',
    concurrency: 1,
  })
  const context = { dependencies: new Set<string>(), invalidated: new Set<string>(), queries: 0, preview: false }
  const first = render.render('/busy', context)
  const second = render.render('/', context, {}, { limitMs: 100 })
  await new Promise((done) => setTimeout(done, 200))
  busy.open()
  await first
  expect(await second).toMatchObject({ status: 200 })
  await render.stop()
})

test('a form is waited for longer than a page: it may be stored by the time its answer is late', async () => {
  const slow = gate()
  const arrived = { page: gate(), form: gate() }
  const { get } = await start({
    '/blog/a': async () => {
      arrived.page.open()
      await slow.passed
      return 'late'
    },
    '/forms/contact': async ({ res }) => {
      arrived.form.open()
      await slow.passed
      res.writeHead(303, { location: '/contact/received/1' }).end()
      return undefined
    },
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const [page, form] = [get('/blog/a'), get('/forms/contact', { method: 'POST', body: 'a=1' })]
  await Promise.all([arrived.page.passed, arrived.form.passed])
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  expect((await page).status).toBe(500)
  slow.open()
  expect((await form).status).toBe(303)
})

describe('/healthz', () => {
  test('is what the app says, also when it says that it cannot serve', async () => {
    const { get } = await start({
      '/healthz': ({ res }) => {
        res.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"down","database":"away"}')
        return undefined
      },
    })
    const answer = await get('/healthz')
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'down', database: 'away' }])
  })

  test.each([
    ['throws', status(500)],
    ['has a blank page to say', nextError],
    ['breaks the connection', ({ res }) => void res.destroy()],
  ] as Array<[string, Page]>)('is 503 in JSON when the app %s', async (_, page) => {
    const { get } = await start({ '/healthz': page })
    const answer = await get('/healthz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ status: 'down' })
  })
})
