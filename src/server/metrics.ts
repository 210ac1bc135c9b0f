import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type AppFigures, METRICS_SOURCE } from '@/platform/metrics'
import { newContext } from '@/platform/render-context'
import type { Answer } from './answer'
import type { PageCache } from './page-cache'
import type { Pages } from './pages'
import type { Renderer } from './renderer'

/** How a request was answered. `refused` got no further than the door, `failed` the page for failures. */
const KINDS = ['kept', 'rendered', 'form', 'admin', 'file', 'health', 'metrics', 'refused', 'failed'] as const
export type Kind = (typeof KINDS)[number]

/** What the door notes of a request while it answers. */
export type Visit = { kind: Kind }

const METHODS = ['GET', 'HEAD', 'POST', 'other'] as const
const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
const APP_LIMIT_MS = 10_000
/** From a page in memory to a render that is given up, in seconds. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Counts each request by what is resolved here once, since a page from memory takes less time than a lookup by labels. */
function requestCounts(registers: Registry[]) {
  const total = new Counter({
    name: 'site_requests_total',
    help: 'Requests by how they were answered, method and class of status',
    labelNames: ['kind', 'method', 'status'],
    registers,
  })
  const duration = new Histogram({
    name: 'site_request_duration_seconds',
    help: 'Time until an answer had left, by how the request was answered',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers,
  })
  const series = Object.fromEntries(
    KINDS.map((kind) => {
      const counters = METHODS.map((method) => CLASSES.map((status) => total.labels(kind, method, status)))
      return [kind, { counters, duration: duration.labels(kind) }]
    }),
  ) as Record<Kind, { counters: Counter.Internal[][]; duration: Histogram.Internal<'kind'> }>

  return (req: IncomingMessage, res: ServerResponse, visit: Visit) => {
    const start = performance.now()
    res.once('close', () => {
      const { counters, duration } = series[visit.kind]
      // -1, a method that is not listed, is the last one.
      const method = METHODS.indexOf(req.method as (typeof METHODS)[number])
      counters.at(method)?.[Math.floor(res.statusCode / 100) - 1]?.inc()
      duration.observe((performance.now() - start) / 1000)
    })
  }
}

/** Figures of the pages in memory, read when they are asked for. */
function cacheFigures(registers: Registry[], cache: PageCache, { traffic }: Pick<Pages, 'traffic'>) {
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  counter('site_page_cache_hits_total', 'Pages answered from memory', () => traffic.hits)
  counter('site_page_cache_misses_total', 'Pages that had to be rendered', () => traffic.misses)
  gauge('site_page_cache_bytes', 'Bytes of the answers in memory', () => cache.size.bytes)
  gauge('site_page_cache_pages', 'Answers in memory, those of missing pages too', () => {
    const { pages, missing } = cache.size
    return pages + missing
  })
}

/** What the app says of its database, mail and messages; only what it said is shown. */
function appFigures(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const up = gauge('site_database_up', '1 while the database can be read and written')
  const shown = {
    databaseSeconds: gauge('site_database_probe_seconds', 'How long the last look at the database took'),
    oldestWaitingSeconds: gauge('site_outbox_oldest_waiting_seconds', 'Age of the mail that waits longest, or 0'),
    heldMessages: gauge('site_messages_held', 'Messages held as spam until somebody looks'),
    unfinishedMessages: gauge('site_messages_unfinished', 'Messages whose lead or mails could not be made'),
    waitingJobs: gauge('site_jobs_waiting', 'Jobs that are not done'),
  }
  const help = 'Mails in the outbox by state'
  const mails = new Gauge({ name: 'site_outbox_mails', help, labelNames: ['state'], registers })
  return (figures: Partial<AppFigures>) => {
    up.set(figures.databaseUp ? 1 : 0)
    for (const [name, shownAs] of Object.entries(shown)) {
      shownAs.set(figures[name as keyof typeof shown] ?? Number.NaN)
    }
    mails.reset()
    for (const [state, count] of Object.entries(figures.mails ?? {})) mails.set({ state }, count)
  }
}

/** Asks the app; without an answer in time there are no figures, and so no database for all that is known. */
async function askApp({ render }: Pick<Renderer, 'render'>, id?: string): Promise<Partial<AppFigures>> {
  try {
    const context = newContext({ id, keep: false })
    const answer = await render(METRICS_SOURCE, context, {}, { lane: 'health', limitMs: APP_LIMIT_MS })
    return 'body' in answer && answer.status === 200 ? JSON.parse(answer.body.toString()) : {}
  } catch {
    return {}
  }
}

export type MetricsOptions = { token: string; cache: PageCache; pages: Pages; renderer: Pick<Renderer, 'render'> }

/** The figures of this process for Prometheus, for whoever knows the token. */
export function metrics({ token, cache, pages, renderer }: MetricsOptions) {
  const register = new Registry()
  const registers = [register]
  const expected = digest(`Bearer ${token}`)
  collectDefaultMetrics({ register })
  cacheFigures(registers, cache, pages)
  const showApp = appFigures(registers)

  return {
    /** Counts a request when its answer has left. */
    count: requestCounts(registers),

    /** True if an `Authorization` field holds the token; how long that takes says nothing about it. */
    admits: (authorization: string | undefined): boolean =>
      authorization !== undefined && timingSafeEqual(digest(authorization), expected),

    /** All figures in the text format of Prometheus. */
    async answer(id?: string): Promise<Answer> {
      showApp(await askApp(renderer, id))
      const headers = { 'content-type': register.contentType, 'cache-control': 'no-store' }
      return { status: 200, headers, body: Buffer.from(await register.metrics()) }
    },
  }
}

export type Metrics = ReturnType<typeof metrics>
