import { afterEach, describe, expect, test } from 'vitest'
import { dependOn, invalidatePages, respond } from '@/platform/render-context'
import { type FakeSite, type FakeSiteOptions, fakeSite, gate, type Page, store } from '../../tests/support/fake-site'

let site: FakeSite
afterEach(() => site.stop())

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

describe('a kept page', () => {
  test('is rendered once, and shows a write at the first request after it', async () => {
    const { documents, read } = store({ 'articles:1': 'old' })
    const { text, renders } = await start({ '/blog/a': () => `<p>${read('articles:1')}</p>` })
    expect(await text('/blog/a')).toContain('old')
    documents['articles:1'] = 'new'
    expect(await text('/blog/a')).toContain('old')
    expect(renders('/blog/a')).toBe(1)
    invalidatePages(['articles:1'])
    expect(await text('/blog/a')).toContain('new')
  })

  test('stays when a document changes that it does not depend on', async () => {
    const { read } = store({ 'articles:1': 'one', 'articles:2': 'two' })
    const { text, renders } = await start({
      '/blog/a': () => `${read('articles:1')}`,
      '/blog/b': () => `${read('articles:2')}`,
    })
    await Promise.all([text('/blog/a'), text('/blog/b')])
    invalidatePages(['articles:2'])
    await Promise.all([text('/blog/a'), text('/blog/b')])
    expect([renders('/blog/a'), renders('/blog/b')]).toEqual([1, 2])
  })

  test('is not one that records no dependency, for nothing would end it', async () => {
    const { text, renders } = await start({ '/': () => 'static' })
    await text('/')
    await text('/')
    expect(renders('/')).toBe(2)
  })

  test('is not one that sets a cookie', async () => {
    const { get, renders } = await start({
      '/': ({ res }) => {
        dependOn('pages')
        res.setHeader('set-cookie', ['a=1', 'b=2'])
        return 'yours'
      },
    })
    expect((await get('/')).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    await get('/')
    expect(renders('/')).toBe(2)
  })

  test('ends at the earliest `until` that a part of it named', async () => {
    let now = 1_000_000
    const { text, renders } = await start(
      {
        '/': () => {
          dependOn('pages')
          respond({ until: new Date(1_060_000) })
          respond({ until: new Date(1_005_000) })
          respond({ until: new Date(1_090_000) })
          return 'now'
        },
      },
      { cache: { clock: { now: () => now } } },
    )
    await text('/')
    now += 4_999
    await text('/')
    expect(renders('/')).toBe(1)
    now += 2
    await text('/')
    expect(renders('/')).toBe(2)
  })

  test('is not one whose `until` has passed', async () => {
    const { text, renders } = await start({
      '/': () => {
        dependOn('pages')
        respond({ until: new Date(0) })
        return 'then'
      },
    })
    await text('/')
    await text('/')
    expect(renders('/')).toBe(2)
  })

  test('is kept an hour at most', async () => {
    let now = 1_000_000
    const { text, renders } = await start(
      {
        '/': () => {
          dependOn('pages')
          respond({ until: new Date(1_000_000 + 9 * 3_600_000) })
          return 'long'
        },
      },
      { cache: { clock: { now: () => now } } },
    )
    await text('/')
    now += 3_599_000
    await text('/')
    expect(renders('/')).toBe(1)
    now += 2_000
    await text('/')
    expect(renders('/')).toBe(2)
  })

  test('goes with all others when what was missed is unknown', async () => {
    const { read } = store({ 'articles:1': 'one' })
    const { text, renders, clear } = await start({ '/blog/a': () => `${read('articles:1')}` })
    await text('/blog/a')
    clear()
    await text('/blog/a')
    expect(renders('/blog/a')).toBe(2)
  })
})

describe('a missing page', () => {
  test('is kept, and ends when its slug appears', async () => {
    const { documents, read } = store()
    const { get, text, renders } = await start({
      '/blog/*': ({ path }) => {
        const found = read(`articles/slug:${path.slice('/blog/'.length)}`)
        if (!found) respond({ status: 404 })
        return found ?? 'No such article'
      },
    })
    expect((await get('/blog/soon')).status).toBe(404)
    expect(await text('/blog/soon')).toBe('No such article')
    expect(renders('/blog/soon')).toBe(1)
    documents['articles/slug:soon'] = 'Here it is'
    invalidatePages(['articles', 'articles/slug:soon'])
    const after = await get('/blog/soon')
    expect(after.status).toBe(200)
    expect(await after.text()).toBe('Here it is')
  })

  test('cannot push out real pages: missing ones have a small room of their own', async () => {
    const { read } = store({ 'articles/slug:real': 'real' })
    const { text, renders, cache } = await start(
      {
        '/blog/*': ({ path }) => {
          const found = read(`articles/slug:${path.slice('/blog/'.length)}`)
          if (!found) respond({ status: 404 })
          return found ?? 'x'.repeat(2_000)
        },
      },
      { cache: { maxBytes: 100_000, maxMissingBytes: 20_000 } },
    )
    await text('/blog/real')
    for (let i = 0; i < 60; i++) await text(`/blog/made-up-${i}`)
    expect(cache.size.missing).toBeLessThan(10)
    await text('/blog/real')
    expect(renders('/blog/real')).toBe(1)
  })
})

test('memory is bounded in bytes, tags counted, and what leaves it leaves nothing behind', async () => {
  const { text, cache } = await start(
    {
      '/blog/*': ({ path }) => {
        dependOn('articles', ...Array.from({ length: 200 }, (_, i) => `articles:${path}-${i}`))
        return 'x'.repeat(3_000)
      },
    },
    { cache: { maxBytes: 200_000 } },
  )
  for (let i = 0; i < 30; i++) await text(`/blog/${i}`)
  const { pages, bytes, tags } = cache.size
  expect(pages).toBeGreaterThan(1)
  // Without their tags some thirty pages of 3 kB would fit.
  expect(pages).toBeLessThan(10)
  expect(bytes).toBeLessThanOrEqual(200_000)
  expect(tags).toBe(pages * 200 + 1)
  invalidatePages(['articles'])
  expect(cache.size).toEqual({ pages: 0, missing: 0, bytes: 0, tags: 0 })
})

describe('a write while a page renders', () => {
  test('leaves no stale page behind', async () => {
    const { documents, read } = store({ 'articles:1': 'old' })
    const [started, finish] = [gate(), gate()]
    const { text } = await start({
      '/blog/a': async () => {
        const title = read('articles:1')
        started.open()
        await finish.passed
        return `${title}`
      },
    })
    const slow = text('/blog/a')
    await started.passed
    documents['articles:1'] = 'new'
    invalidatePages(['articles:1'])
    finish.open()
    expect(await slow).toBe('old')
    expect(await text('/blog/a')).toBe('new')
  })

  test('is not answered by that render to those who come after it', async () => {
    const { documents, read } = store({ 'articles:1': 'old' })
    const [started, finish] = [gate(), gate()]
    let slowly = true
    const { text } = await start({
      '/blog/a': async () => {
        const title = read('articles:1')
        started.open()
        if (slowly) await finish.passed
        return `${title}`
      },
    })
    const slow = text('/blog/a')
    await started.passed
    documents['articles:1'] = 'new'
    slowly = false
    invalidatePages(['articles:1'])
    // The first render is still under way.
    expect(await text('/blog/a')).toBe('new')
    finish.open()
    expect(await slow).toBe('old')
    expect(await text('/blog/a')).toBe('new')
  })

  test('counts too when the dependency is read only after the write', async () => {
    const { read } = store({ 'articles:1': 'one' })
    const [started, finish] = [gate(), gate()]
    const { text, renders } = await start({
      '/blog/a': async () => {
        started.open()
        await finish.passed
        return `${read('articles:1')}`
      },
    })
    const slow = text('/blog/a')
    await started.passed
    invalidatePages(['articles:1'])
    finish.open()
    await slow
    await text('/blog/a')
    expect(renders('/blog/a')).toBe(2)
  })

  test('of something else does not keep it from being kept', async () => {
    const { read } = store({ 'articles:1': 'one' })
    const [started, finish] = [gate(), gate()]
    const { text, renders } = await start({
      '/blog/a': async () => {
        const title = read('articles:1')
        started.open()
        await finish.passed
        return `${title}`
      },
    })
    const slow = text('/blog/a')
    await started.passed
    invalidatePages(['articles:2'])
    finish.open()
    await slow
    await text('/blog/a')
    expect(renders('/blog/a')).toBe(1)
  })

  test('that is unknown (everything is cleared) keeps it from being kept', async () => {
    const { read } = store({ 'articles:1': 'one' })
    const [started, finish] = [gate(), gate()]
    const { text, renders, clear } = await start({
      '/blog/a': async () => {
        const title = read('articles:1')
        started.open()
        await finish.passed
        return `${title}`
      },
    })
    const slow = text('/blog/a')
    await started.passed
    clear()
    finish.open()
    await slow
    await text('/blog/a')
    expect(renders('/blog/a')).toBe(2)
  })
})
