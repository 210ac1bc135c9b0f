import http from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { env, readEnv } from '@/platform/env'
import { log } from '@/platform/log'
import { setPageKeeper } from '@/platform/render-context'
import { loadAssets } from './assets'
import { door } from './door'
import { failurePage } from './failure-page'
import { pageCache } from './page-cache'
import { pages } from './pages'
import { renderer } from './renderer'

const STOP_LIMIT_MS = 10_000

try {
  readEnv(process.env)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}

const { HOST, NODE_ENV, PAYLOAD_SECRET, PORT, SITE_URL, TRUSTED_PROXIES } = env()
const development = NODE_ENV !== 'production'
const { host, protocol } = new URL(SITE_URL)

const app = next({ dev: development, dir: process.cwd(), hostname: HOST, port: PORT })
const handle = app.getRequestHandler()
await app.prepare()

const cache = pageCache(development ? { maxBytes: 1, maxMissingBytes: 1 } : {})
const render = await renderer({
  app: (req, res) => void handle(req, res),
  host,
  protocol: protocol === 'https:' ? 'https' : 'http',
  keepScripts: development,
})
const failure = failurePage(render)
const invalidate = (tags: Iterable<string>) => {
  cache.invalidate(tags)
  failure.invalidate(tags)
}
setPageKeeper({ invalidate, clear: cache.clear })

const server = http.createServer(
  door({
    pages: pages(render, cache),
    failure,
    assets: await loadAssets(resolve('dist/assets')),
    app: (req, res) => void handle(req, res),
    invalidate,
    origin: SITE_URL,
    proxies: TRUSTED_PROXIES,
    secret: PAYLOAD_SECRET,
    development,
  }),
)
if (development) server.on('upgrade', app.getUpgradeHandler())
await failure.refresh().catch((error) => log().error({ err: error }, 'The page for failures could not be rendered'))

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? `port ${PORT} is taken; set PORT to another one` : error.message
  process.stderr.write(`The site cannot listen: ${reason}\n`)
  process.exit(1)
})
server.listen(PORT, HOST, () => log().info({ url: SITE_URL }, 'The site is ready'))

/** Takes no new visitors, answers those who are here, and ends. */
function stop(): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
