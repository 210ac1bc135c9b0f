import { expect, test } from '@playwright/test'
import { richText } from '../support/rich-text'
import { type Client, signIn } from '../support/sign-in'
import { type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

let site: Site
let second: Site
let editor: Client
let id: string

test.beforeAll(async () => {
  site = await startSite()
  // Another process on the same database, as behind a load balancer.
  second = await startSite({ dataDir: site.dataDir })
  editor = await signIn(site, 'editor')
})

test.afterAll(async () => {
  await second?.stop()
  await site?.stop()
})

const text = async (path: string, base = site) => (await fetch(base.url + path)).text()
const status = async (path: string, base = site) => (await fetch(base.url + path)).status

/** The milliseconds until a condition holds. */
async function until(holds: () => Promise<boolean>, limit = 5_000): Promise<number> {
  const start = performance.now()
  while (!(await holds())) {
    if (performance.now() - start > limit) throw new Error('It did not happen in time')
    await new Promise((done) => setTimeout(done, 20))
  }
  return performance.now() - start
}

const POST = '/blog/shipping-on-fridays'

test('a draft is nowhere to be seen', async () => {
  expect(await status(POST)).toBe(404)
  expect(await status(POST, second)).toBe(404)
  const data = { title: 'Shipping on Fridays', excerpt: 'Why we do.', content: richText('Small and often.') }
  const created = await editor.call<{ doc: { id: string } }>('POST', '/articles?draft=true', {
    ...data,
    _status: 'draft',
  })
  id = created.doc.id
  expect(await status(POST)).toBe(404)
  for (const path of ['/', '/blog', '/sitemap.xml', '/feed.xml', '/search?q=shipping+fridays']) {
    const page = await text(path)
    expect(page, path).not.toContain('Shipping on Fridays')
    expect(page, path).not.toContain(POST)
  }
  for (const path of [`/api/articles/${id}`, `/api/articles/${id}?draft=true`, `/api/articles/${id}?trash=true`]) {
    expect(await status(path), path).toBe(404)
  }
})

test('a draft shows in the preview of whoever may see it, and to no one else', async () => {
  const preview = (cookie: string) => fetch(`${site.url}${POST}?preview=1`, { headers: { cookie } })
  const own = await preview(editor.cookie)
  expect(own.status).toBe(200)
  expect(await own.text()).toContain('Small and often.')
  expect(own.headers.get('cache-control')).toContain('no-store')
  const sales = await signIn(site, 'sales')
  for (const cookie of [sales.cookie, '', 'payload-token=made.up.token']) {
    const other = await preview(cookie)
    expect(await other.text()).not.toContain('Small and often.')
    expect(other.status).toBe(404)
  }
  expect(await status(POST)).toBe(404)
})

test('a published post shows at the first request, and within a second in another process', async () => {
  await editor.call('PATCH', `/articles/${id}`, { _status: 'published' })
  expect(await status(POST)).toBe(200)
  expect(await text('/blog')).toContain('Shipping on Fridays')
  expect(await text('/feed.xml')).toContain('Shipping on Fridays')
  expect(await text('/sitemap.xml')).toContain(POST)
  // Results mark the words that match, so the address is looked for.
  expect(await text('/search?q=shipping+fridays')).toContain(POST)
  expect(await until(async () => (await status(POST, second)) === 200)).toBeLessThan(1_000)
  await until(async () => (await text('/search?q=shipping+fridays', second)).includes(POST))
})

test('a change shows at the first request, and a draft of a change does not', async () => {
  await editor.call('PATCH', `/articles/${id}?draft=true`, { title: 'Shipping on Mondays', _status: 'draft' })
  expect(await text(POST)).toContain('Shipping on Fridays')
  await editor.call('PATCH', `/articles/${id}`, { title: 'Shipping every day', _status: 'published' })
  expect(await text(POST)).toContain('Shipping every day')
  expect(await until(async () => (await text(POST, second)).includes('Shipping every day'))).toBeLessThan(1_000)
})

test('a new slug leaves a redirect from the old address', async () => {
  await editor.call('PATCH', `/articles/${id}`, { slug: 'shipping-every-day', _status: 'published' })
  const old = await fetch(site.url + POST, { redirect: 'manual' })
  expect(old.status).toBe(301)
  expect(old.headers.get('location')).toMatch(/\/blog\/shipping-every-day$/)
})

test('an unpublished post is gone at once, everywhere', async () => {
  await editor.call('PATCH', `/articles/${id}`, { _status: 'draft' })
  expect(await status('/blog/shipping-every-day')).toBe(404)
  for (const path of ['/blog', '/sitemap.xml', '/feed.xml', '/search?q=shipping']) {
    const page = await text(path)
    expect(page, path).not.toContain('Shipping every day')
    expect(page, path).not.toContain('/blog/shipping-every-day')
  }
  expect(await until(async () => (await status('/blog/shipping-every-day', second)) === 404)).toBeLessThan(1_000)
})
