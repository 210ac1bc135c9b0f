import http, { type IncomingMessage } from 'node:http'
import { log } from '@/platform/log'
import type { RenderContext } from '@/platform/render-context'
import { loggedPath } from '@/platform/routes'
import { type Answer, isText, type StreamedAnswer } from './answer'
import { isFailure, isUnfinished, withoutRuntime } from './document'
import { type Headers, passedOn } from './headers'
import { type App, type InnerRequest, innerServer } from './inner-server'
import { DOCUMENT_POLICY, SCRIPTED_POLICY } from './security-headers'

export class RenderFailure extends Error {
  override name = 'RenderFailure'
}

/** Past this many renders waiting, a visitor is told to come back instead of waiting for minutes. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

export type RendererOptions = {
  app: App
  /** The site's address: the only one the app hears of. */
  origin: string
  /** Development leaves scripts in, for Next's reload client. */
  keepScripts?: boolean
  /** Renders of a lane at a time: more would only take turns on one core, and all of them end late. @default 16 */
  concurrency?: number
  /** Renders that may wait for one of those. @default 512 */
  queue?: number
}

export type RenderOptions = {
  /** Whose connections: forms and the check of health never queue behind pages. */
  lane?: 'pages' | 'forms' | 'health'
  /** From when it begins; what it waited for its turn does not count. @default 30 s */
  limitMs?: number
  /** True: an answer of 500 and above is an answer too. */
  passFailures?: boolean
}

export type Rendered = Answer | StreamedAnswer

const RENDER_LIMIT_MS = 30_000
/** A file larger than this is passed on while it arrives. */
const LARGEST_HELD = 1024 * 1024

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Next writes its own `Cache-Control` on pages; that of a route handler stands. */
function cacheControl(own: Headers[string] | undefined, isHtml: boolean, { keep, preview }: RenderContext) {
  if (own && !isHtml) return own
  return keep === false || preview ? 'private, no-store' : 'public, max-age=0, must-revalidate'
}

/**
 * Renders pages through a private socket: of a visitor's request nothing but the address gets in, and one who hangs up
 * leaves nobody waiting.
 */
export async function renderer(options: RendererOptions) {
  const { app, origin, keepScripts = false, concurrency = 16, queue = 512 } = options
  const { host, protocol } = new URL(origin)
  const inner = await innerServer(app)
  const lane = () => ({ agent: new http.Agent({ keepAlive: true, maxSockets: concurrency }), waiting: 0 })
  const lanes = { pages: lane(), forms: lane(), health: lane() }
  const siteHeaders = {
    // Without one Next streams metadata, which then stands behind </footer>.
    'user-agent': 'page-server',
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  }

  function document(path: string, html: string, context: RenderContext, headers: Headers): string {
    if (keepScripts) return html
    const isBroken = !context.scripts && isUnfinished(html)
    if (isBroken)
      log().error({ path: loggedPath(path) }, 'A part of the page stands behind its end, so its scripts were left in')
    const isScripted = context.scripts || isBroken
    headers['content-security-policy'] = isScripted ? SCRIPTED_POLICY : DOCUMENT_POLICY
    return isScripted ? html : withoutRuntime(html)
  }

  async function answerOf(path: string, response: IncomingMessage, context: RenderContext): Promise<Rendered> {
    const type = response.headers['content-type'] ?? 'text/plain; charset=utf-8'
    const length = response.headers['content-length']
    const isHtml = type.includes('text/html')
    const headers: Headers = { ...passedOn(response.headers), 'content-type': type }
    if (context.location) headers.location = context.location
    headers['cache-control'] = cacheControl(headers['cache-control'], isHtml, context)
    const status = context.status ?? (context.location ? 302 : (response.statusCode ?? 500))
    if (!isText(type) && !(Number(length) <= LARGEST_HELD)) {
      if (length) headers['content-length'] = length
      return { status, headers, stream: response }
    }
    const body = await bodyOf(response)
    if (!isHtml) return { status, headers, body }
    const html = body.toString()
    if (isFailure(html)) throw new RenderFailure(`${loggedPath(path)} threw`)
    return { status, headers, body: Buffer.from(document(path, html, context, headers)) }
  }

  return {
    /**
     * Renders an address.
     * @throws RenderFailure when the app failed or took too long
     * @throws TooBusy when too many renders wait already
     */
    async render(
      path: string,
      context: RenderContext,
      request: InnerRequest = {},
      { lane: name = 'pages', limitMs = RENDER_LIMIT_MS, passFailures = false }: RenderOptions = {},
    ): Promise<Rendered> {
      const lane = lanes[name]
      if (lane.waiting >= concurrency + queue) throw new TooBusy(`${lane.waiting} renders wait`)
      lane.waiting += 1
      const abort = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const begun = () => {
        timer = setTimeout(() => abort.abort(), limitMs)
      }
      const start = performance.now()
      try {
        const headers = { ...request.headers, ...siteHeaders }
        const connection = { agent: lane.agent, signal: abort.signal, begun }
        const response = await inner.ask(path, context, { ...request, headers }, connection)
        // The app's own status counts: a page that said 404 and then threw has failed.
        if (!passFailures && (response.statusCode ?? 500) >= 500) {
          response.resume()
          throw new RenderFailure(`${loggedPath(path)} answered ${response.statusCode}`)
        }
        const answer = await answerOf(path, response, context)
        const ms = (performance.now() - start).toFixed(1)
        answer.headers['server-timing'] = `render;dur=${ms}, db;desc="${context.queries}"`
        return answer
      } catch (error) {
        throw abort.signal.aborted ? new RenderFailure(`${loggedPath(path)} took over ${limitMs} ms`) : error
      } finally {
        clearTimeout(timer)
        lane.waiting -= 1
      }
    },

    async stop(): Promise<void> {
      for (const { agent } of Object.values(lanes)) agent.destroy()
      await inner.stop()
    },
  }
}

export type Renderer = Awaited<ReturnType<typeof renderer>>
