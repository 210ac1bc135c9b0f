import http from 'node:http'
import type { BlockList } from 'node:net'
import { setPageKeeper } from '@/platform/render-context'
import { door } from './door'
import { failurePage } from './failure-page'
import type { App } from './inner-server'
import { metrics } from './metrics'
import { type PageCacheOptions, pageCache } from './page-cache'
import { pages } from './pages'
import { type RendererOptions, renderer } from './renderer'
import { staticFiles } from './static-files'

export type SiteServerOptions = {
  /** Renders what is asked for: Next's handler, or a small app in tests. */
  app: App
  /** The site's address, without a slash at its end. */
  origin: string
  proxies: BlockList
  /** Payload's secret. */
  secret: string
  /** True for a site that search engines leave out. */
  hidden?: boolean
  /** What Prometheus must know to read `/metrics`; without it nothing is counted. */
  metricsToken?: string
  /** Where files of the build lie, by address prefix. */
  directories?: Record<string, string>
  cache?: PageCacheOptions
  render?: Omit<RendererOptions, 'app' | 'origin'>
}

/** Leaves time for the work in the background, which ends after the server. */
const STOP_LIMIT_MS = 4_000
const IDLE_CHECK_MS = 50

/** Ends a server when the requests under way are answered; those that take too long are cut off. */
async function close(server: http.Server): Promise<void> {
  // A connection that was busy when the server stopped listening stays open for the next request otherwise.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS)
  await new Promise((done) => server.close(done))
  clearInterval(idle)
  clearTimeout(limit)
}

/** The site around an app that renders it: the server that visitors talk to, not yet listening. */
export async function siteServer(options: SiteServerOptions) {
  const { app, origin, proxies, secret, hidden, metricsToken: token, directories = {} } = options
  const render = await renderer({ ...options.render, app, origin })
  const cache = pageCache(options.cache)
  const failure = failurePage(render)
  const kept = pages(render, cache)
  const invalidate = (tags: Iterable<string>) => {
    cache.invalidate(tags)
    failure.invalidate(tags)
  }
  const clear = () => {
    cache.clear()
    void failure.refresh()
  }
  setPageKeeper({ invalidate, clear })
  await failure.refresh()
  const server = http.createServer(
    door({
      app,
      pages: kept,
      renderer: render,
      failure,
      files: staticFiles(directories),
      metrics: token ? metrics({ token, cache, pages: kept, renderer: render }) : undefined,
      invalidate,
      origin,
      proxies,
      secret,
      hidden,
    }),
  )
  return {
    server,
    cache,
    clear,
    /** Takes no new visitors, answers those who are here, and ends. */
    async stop(): Promise<void> {
      await close(server)
      await render.stop()
    },
  }
}
