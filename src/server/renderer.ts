import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import http, { type IncomingMessage, type OutgoingHttpHeaders, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RenderContext, runInContext } from '@/platform/render-context'
import type { Answer } from './answer'
import { isFailure, withoutRuntime } from './document'
import { APP_POLICY, DOCUMENT_POLICY } from './security-headers'

const RENDER_LIMIT_MS = 30_000
const RENDER_ID = 'x-render-id'

/** Headers that speak of one connection, and those that `withPayload` adds to every page: they cost a second request. */
const DROPPED = new Set([
  'accept-ch',
  'connection',
  'content-encoding',
  'content-length',
  'critical-ch',
  'date',
  'keep-alive',
  'link',
  'transfer-encoding',
  'vary',
  'x-powered-by',
])

export class RenderFailure extends Error {
  override name = 'RenderFailure'
}

/** Past this many renders waiting, a visitor is told to come back instead of waiting for minutes. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

export type RenderRequest = {
  method?: string
  headers?: OutgoingHttpHeaders
  body?: Buffer
}

export type RendererOptions = {
  /** Renders a request: Next's handler, or a small app in tests. */
  app: RequestListener
  /** Host of the site's address: the only one the app hears of. */
  host: string
  protocol: 'http' | 'https'
  /** Development leaves scripts in, for Next's reload client. */
  keepScripts?: boolean
  concurrency?: number
  queue?: number
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Renders pages through a private socket: of a visitor's request nothing but the address gets in, and one who hangs up
 * leaves nobody waiting. Forms have connections of their own, so that they never queue behind pages.
 */
export async function renderer({
  app,
  host,
  protocol,
  keepScripts = false,
  concurrency = 64,
  queue = 512,
}: RendererOptions) {
  const pending = new Map<string, RenderContext>()
  const directory = mkdtempSync(join(tmpdir(), 'site-'))
  const socketPath = join(directory, 'app.sock')
  const inner = http.createServer((req, res) => {
    const context = pending.get(String(req.headers[RENDER_ID]))
    if (!context) return void res.writeHead(404).end()
    runInContext(context, () => app(req, res))
  })
  await new Promise<void>((done) => inner.listen(socketPath, done))
  const pages = new http.Agent({ keepAlive: true, maxSockets: concurrency })
  const forms = new http.Agent({ keepAlive: true, maxSockets: concurrency })

  function respond(path: string, id: string, init: RenderRequest, agent: http.Agent): Promise<IncomingMessage> {
    return new Promise((done, fail) => {
      const request = http.request({
        socketPath,
        agent,
        path,
        method: init.method ?? 'GET',
        timeout: RENDER_LIMIT_MS,
        headers: {
          // Without one Next streams metadata, which then stands behind </footer>.
          'user-agent': 'page-server',
          ...init.headers,
          host,
          'x-forwarded-host': host,
          'x-forwarded-proto': protocol,
          [RENDER_ID]: id,
        },
      })
      request.on('response', done).on('error', fail)
      request.on('timeout', () => request.destroy(new RenderFailure(`${path} took over ${RENDER_LIMIT_MS} ms`)))
      request.end(init.body)
    })
  }

  function answerOf(response: IncomingMessage, body: Buffer, context: RenderContext, ms: number): Answer {
    const headers: OutgoingHttpHeaders = {}
    for (const [name, value] of Object.entries(response.headers)) if (!DROPPED.has(name)) headers[name] = value
    const type = response.headers['content-type'] ?? 'text/plain'
    headers['Content-Type'] = type
    delete headers['content-type']
    if (context.location) headers.location = context.location
    const ownCaching = headers['cache-control']
    delete headers['cache-control']
    const isHtml = type.includes('text/html')
    const personal = context.keep === false || context.preview
    // Next writes its own directives on dynamic pages; a route handler's own stands.
    headers['Cache-Control'] =
      !isHtml && ownCaching && !context.dependencies.size
        ? ownCaching
        : personal
          ? 'private, no-store'
          : 'public, max-age=0, must-revalidate'
    if (isHtml && !keepScripts) headers['Content-Security-Policy'] = context.scripts ? APP_POLICY : DOCUMENT_POLICY
    headers['Server-Timing'] = `render;dur=${ms.toFixed(1)}, db;desc="${context.queries}"`
    const bare = isHtml && !context.scripts && !keepScripts
    return {
      status: context.status ?? response.statusCode ?? 500,
      headers,
      body: bare ? Buffer.from(withoutRuntime(body.toString())) : body,
    }
  }

  return {
    /**
     * Renders an address.
     * @throws RenderFailure when the app failed or took too long
     * @throws TooBusy when too many renders wait already
     */
    async render(path: string, context: RenderContext, init: RenderRequest = {}): Promise<Answer> {
      const isForm = init.method === 'POST' || context.form !== undefined
      if (!isForm && pending.size >= concurrency + queue) throw new TooBusy(`${pending.size} renders wait`)
      const id = randomUUID()
      const start = performance.now()
      pending.set(id, context)
      try {
        const response = await respond(path, id, init, isForm ? forms : pages)
        const body = await bodyOf(response)
        const answer = answerOf(response, body, context, performance.now() - start)
        const isMeant = context.status !== undefined && context.status >= 500
        if (!isMeant && (answer.status >= 500 || isFailure(body.subarray(0, 2000).toString()))) {
          throw new RenderFailure(`${path} answered ${answer.status}`)
        }
        return answer
      } finally {
        pending.delete(id)
      }
    },

    async stop(): Promise<void> {
      pages.destroy()
      forms.destroy()
      await new Promise((done) => inner.close(done))
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type Renderer = Awaited<ReturnType<typeof renderer>>
