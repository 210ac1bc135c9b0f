import { afterEach, describe, expect, test } from 'vitest'
import { METRICS_SOURCE } from '@/platform/metrics'
import { dependOn, respond } from '@/platform/render-context'
import { type FakeSite, fakeSite, type Page } from '../../tests/support/fake-site'

const TOKEN = 'a-token-for-tests-only'
const authorization = `Bearer ${TOKEN}`

const FIGURES = {
  databaseUp: true,
  databaseSeconds: 0.004,
  mails: { queued: 2, sending: 0, sent: 7, failed: 1 },
  oldestWaitingSeconds: 90,
  heldMessages: 3,
  unfinishedMessages: 2,
  waitingJobs: 4,
}

const json =
  (value: unknown): Page =>
  ({ res }) =>
    void res.setHeader('content-type', 'application/json').end(JSON.stringify(value))

let site: FakeSite
afterEach(() => site?.stop())

async function start(pages: Record<string, Page> = {}, metricsToken: string | undefined = TOKEN) {
  site = await fakeSite({ [METRICS_SOURCE]: json(FIGURES), ...pages }, { metricsToken })
  return site
}

const read = () => site.text('/metrics', { headers: { authorization } })

/** The value of a series as it stands in the text; undefined for one that is not there. */
function valueOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('/metrics is a page that does not exist', () => {
  const missing: Page = () => {
    respond({ status: 404 })
    return 'No such page'
  }

  test.each([undefined, '', TOKEN, 'Bearer ', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`])(
    'to whoever says %j',
    async (said) => {
      const { get } = await start({ '/metrics': missing })
      const answer = await get('/metrics', { headers: said === undefined ? {} : { authorization: said } })
      expect([answer.status, await answer.text()]).toEqual([404, 'No such page'])
    },
  )

  test('while the site has no token', async () => {
    site = await fakeSite({ '/metrics': missing })
    for (const said of [authorization, 'Bearer undefined', 'Bearer ']) {
      expect((await site.get('/metrics', { headers: { authorization: said } })).status).toBe(404)
    }
  })
})

test.each([METRICS_SOURCE, '/internal%2Dmetrics', `${METRICS_SOURCE}?a=1`])(
  'the app tells its figures to nobody else: %s',
  async (path) => {
    const { get } = await start()
    for (const headers of [{}, { authorization }] as Record<string, string>[]) {
      expect((await get(path, { headers })).status).toBe(404)
    }
    expect(site.asked).not.toContain(METRICS_SOURCE)
  },
)

test('requests are counted by how they were answered, method and class of status, kept pages too', async () => {
  const { get } = await start({
    '/': () => {
      dependOn('articles')
      return 'kept'
    },
    '/contact': () => {
      respond({ keep: false })
      return 'form'
    },
    '/forms/contact': () => 'thanks',
    '/admin': () => 'admin',
    '/media/*': () => 'file',
    '/healthz': json({ status: 'ok' }),
    '/broken': () => {
      throw new Error('broken')
    },
  })
  for (const path of ['/', '/', '/', '/contact', '/admin', '/media/a', '/healthz', '/broken', '/bad%ff', '/none']) {
    await (await get(path)).text()
  }
  await get('/', { method: 'HEAD' })
  await get('/', { method: 'DELETE' })
  await (await get('/forms/contact', { method: 'POST', body: 'a=1' })).text()

  await expect.poll(async () => valueOf(await read(), 'site_request_duration_seconds_count{kind="form"}')).toBe(1)
  const text = await read()
  const count = (kind: string, method: string, status: string) =>
    valueOf(text, `site_requests_total{kind="${kind}",method="${method}",status="${status}"}`)
  expect(count('kept', 'GET', '2xx')).toBe(2)
  expect(count('kept', 'HEAD', '2xx')).toBe(1)
  expect(count('rendered', 'GET', '2xx')).toBe(2)
  expect(count('rendered', 'GET', '4xx')).toBe(1)
  expect(count('form', 'POST', '2xx')).toBe(1)
  expect(count('admin', 'GET', '2xx')).toBe(1)
  expect(count('file', 'GET', '2xx')).toBe(1)
  expect(count('health', 'GET', '2xx')).toBe(1)
  expect(count('failed', 'GET', '5xx')).toBe(1)
  expect(count('refused', 'GET', '4xx')).toBe(1)
  expect(count('refused', 'other', '4xx')).toBe(1)
  expect(count('kept', 'POST', '2xx')).toBeUndefined()
  expect(valueOf(text, 'site_request_duration_seconds_count{kind="kept"}')).toBe(3)
  expect(valueOf(text, 'site_request_duration_seconds_bucket{le="30",kind="kept"}')).toBe(3)
})

test('the pages in memory are told of', async () => {
  const { text } = await start({
    '/': () => {
      dependOn('articles')
      return 'kept'
    },
  })
  for (let i = 0; i < 3; i++) await text('/')
  const figures = await read()
  expect(valueOf(figures, 'site_page_cache_hits_total')).toBe(2)
  expect(valueOf(figures, 'site_page_cache_misses_total')).toBe(1)
  expect(valueOf(figures, 'site_page_cache_pages')).toBe(1)
  expect(valueOf(figures, 'site_page_cache_bytes')).toBe(site.cache.size.bytes)
})

test('what the app knows stands beside what the process does', async () => {
  const { get } = await start()
  const answer = await get('/metrics', { headers: { authorization } })
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  expect(valueOf(text, 'site_database_up')).toBe(1)
  expect(valueOf(text, 'site_database_probe_seconds')).toBe(0.004)
  expect(valueOf(text, 'site_outbox_mails{state="queued"}')).toBe(2)
  expect(valueOf(text, 'site_outbox_mails{state="failed"}')).toBe(1)
  expect(valueOf(text, 'site_outbox_oldest_waiting_seconds')).toBe(90)
  expect(valueOf(text, 'site_messages_held')).toBe(3)
  expect(valueOf(text, 'site_jobs_waiting')).toBe(4)
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0)
})

test('an app that does not answer is a database that is down, and no figure of before stays', async () => {
  let broken = false
  await start({
    [METRICS_SOURCE]: (asked) => {
      if (broken) throw new Error('broken')
      return json(FIGURES)(asked)
    },
  })
  expect(valueOf(await read(), 'site_database_up')).toBe(1)
  broken = true
  const text = await read()
  expect(valueOf(text, 'site_database_up')).toBe(0)
  expect(valueOf(text, 'site_messages_held')).toBeNaN()
  expect(valueOf(text, 'site_outbox_mails{state="queued"}')).toBeUndefined()
})
