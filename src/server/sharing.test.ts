import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { dependOn, invalidatePages, respond } from '@/platform/render-context'
import { type FakeSite, type FakeSiteOptions, fakeSite, gate, type Page } from '../../tests/support/fake-site'

let site: FakeSite
afterEach(() => site.stop())

async function start(pages: Record<string, Page>, options?: FakeSiteOptions) {
  site = await fakeSite(pages, options)
  return site
}

const hundred = <T>(act: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 100 }, (_, i) => act(i)))
const soon = () => new Promise((done) => setTimeout(done, 100))

test('a hundred concurrent misses render once', async () => {
  const { text, renders } = await start({
    '/blog/a': async () => {
      dependOn('articles:1')
      await soon()
      return 'one'
    },
  })
  expect(new Set(await hundred(() => text('/blog/a')))).toEqual(new Set(['one']))
  expect(renders('/blog/a')).toBe(1)
})

test('a hundred visitors of a page that is not kept get a hundred different answers', async () => {
  let ticket = 0
  const { text } = await start({
    '/contact': async () => {
      dependOn('settings')
      respond({ keep: false })
      await soon()
      ticket += 1
      return `ticket ${ticket}`
    },
  })
  expect(new Set(await hundred(() => text('/contact'))).size).toBe(100)
  expect(new Set(await hundred(() => text('/contact'))).size).toBe(100)
})

test('a hundred visitors of a page without dependencies get their own', async () => {
  let count = 0
  const { text } = await start({
    '/random': async () => {
      await soon()
      count += 1
      return `answer ${count}`
    },
  })
  expect(new Set(await hundred(() => text('/random'))).size).toBe(100)
})

test('those who waited for a render that a write overtook see the write, and share the next', async () => {
  const [started, finish] = [gate(), gate()]
  let title = 'old'
  const { text, renders } = await start({
    '/blog/a': async () => {
      dependOn('articles:1')
      const mine = title
      if (mine === 'old') {
        started.open()
        await finish.passed
      }
      await soon()
      return mine
    },
  })
  const before = hundred(() => text('/blog/a'))
  await started.passed
  await soon()
  title = 'new'
  invalidatePages(['articles:1'])
  finish.open()
  const answers = await before
  expect(answers.filter((answer) => answer === 'old').length).toBe(1)
  expect(answers.filter((answer) => answer === 'new').length).toBe(99)
  expect(renders('/blog/a')).toBe(2)
})

test('a visitor who hangs up leaves nobody waiting', async () => {
  const [started, finish] = [gate(), gate()]
  const { text, renders, port } = await start({
    '/blog/a': async () => {
      dependOn('articles:1')
      started.open()
      await finish.passed
      return 'one'
    },
  })
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /blog/a HTTP/1.1\r\nHost: x\r\n\r\n')
  await started.passed
  const waiting = text('/blog/a')
  socket.destroy()
  await once(socket, 'close')
  finish.open()
  expect(await waiting).toBe('one')
  expect(await text('/blog/a')).toBe('one')
  expect(renders('/blog/a')).toBe(1)
})

test('past a number of waiting renders visitors get 503 with a retry time and the page from memory', async () => {
  const finish = gate()
  const { get } = await start(
    {
      '/blog/*': async () => {
        await finish.passed
        return 'slow'
      },
    },
    { render: { concurrency: 2, queue: 3 } },
  )
  const answers = Array.from({ length: 5 }, (_, i) => get(`/blog/${i}`))
  await soon()
  const refused = await get('/blog/one-too-many')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('5')
  expect(await refused.text()).toContain('Something broke')
  finish.open()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect((await get('/blog/one-too-many')).status).toBe(200)
})

test('a form is answered while the queue of pages is full', async () => {
  const finish = gate()
  const { get } = await start(
    {
      '/blog/*': async () => {
        await finish.passed
        return 'slow'
      },
      '/forms/contact': ({ res }) => {
        res.writeHead(303, { location: '/contact/sent' }).end()
        return undefined
      },
    },
    { render: { concurrency: 1, queue: 1 } },
  )
  const slow = [get('/blog/1'), get('/blog/2')]
  await soon()
  expect((await get('/forms/contact', { method: 'POST', body: 'a=1' })).status).toBe(303)
  finish.open()
  await Promise.all(slow)
})
