import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { addressOf, CLIENT_ADDRESS } from '@/platform/client-address'
import { log } from '@/platform/log'
import { newContext, runInContext, runWrites } from '@/platform/render-context'
import { FAILURE_PAGE, normalPath, pageKey } from '@/platform/routes'
import { type Answer, plainAnswer, send } from './answer'
import type { FailurePage } from './failure-page'
import type { Pages } from './pages'
import { APP_POLICY, commonHeaders } from './security-headers'
import { staffSession } from './staff-session'

const FORM_LIMIT_BYTES = 100_000
const UPLOAD_LIMIT_BYTES = 25 * 1024 * 1024
const JSON_LIMIT_BYTES = 2 * 1024 * 1024
const LONGEST_ADDRESS = 4096

/** Payload's admin and APIs, and Next's own files: served by the app itself. */
const APP = /^\/(admin|api|_next)(\/|$)/
/** Files and the health of the process: the app's own status, headers and stream. */
const STREAMED = /^\/(media\/|healthz$)/

export type DoorOptions = {
  pages: Pages
  failure: FailurePage
  assets: Map<string, Answer>
  /** The app itself, for what is not a page. */
  app: RequestListener
  /** Invalidates this process's pages. */
  invalidate: (tags: Iterable<string>) => void
  origin: string
  proxies: BlockList
  secret: string
  /** Development: nothing is kept, and Next's own client gets its inline scripts. */
  development?: boolean
}

/** Reads a body up to a limit; undefined when there is more. The rest is read and dropped, so that the answer arrives. */
async function bodyOf(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size <= limit) chunks.push(chunk as Buffer)
    if (size > limit * 200) break
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}

/** Where every request arrives: what is wrong is refused here, and the rest goes its way. */
export function door(options: DoorOptions): RequestListener {
  const { pages, failure, assets, app, invalidate, origin, proxies, secret, development = false } = options
  const { host, protocol } = new URL(origin)
  const common = commonHeaders(protocol === 'https:')
  const isForeign = (req: IncomingMessage) =>
    (req.headers.origin !== undefined && req.headers.origin !== origin && req.headers.origin !== 'null') ||
    req.headers['sec-fetch-site'] === 'cross-site'

  /** What of a request the app may believe: who sent it and by which address, as the door knows it. */
  function mark(req: IncomingMessage): void {
    const address = addressOf(req.socket.remoteAddress, req.headers['x-forwarded-for'] as string | undefined, proxies)
    req.headers[CLIENT_ADDRESS] = address
    req.headers['x-forwarded-for'] = address
    req.headers['x-forwarded-host'] = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    req.headers.host = host
  }

  /** Admin and API. Their writes invalidate again before the last byte: a transaction commits after its hooks. */
  function passToApp(req: IncomingMessage, res: ServerResponse, path: string): void {
    const isUpload = (req.headers['content-type'] ?? '').startsWith('multipart/form-data')
    const length = Number(req.headers['content-length'] ?? 0)
    if (req.headers['transfer-encoding'] && !development)
      return send(req, res, plainAnswer(411, 'Send a Content-Length.'), common)
    if (length > (isUpload ? UPLOAD_LIMIT_BYTES : JSON_LIMIT_BYTES))
      return send(req, res, plainAnswer(413, 'Too large.'), common)
    if (!development) res.setHeader('Content-Security-Policy', APP_POLICY)
    const tags = new Set<string>()
    const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse
    res.end = ((...args: unknown[]) => {
      if (tags.size > 0) invalidate(tags)
      return end(...args)
    }) as typeof res.end
    if (path.startsWith('/_next')) return void app(req, res)
    runWrites(tags, () => app(req, res))
  }

  async function form(req: IncomingMessage, path: string): Promise<Answer> {
    if (req.method !== 'POST') return plainAnswer(405, 'Forms are sent by POST.', { Allow: 'POST' })
    if (isForeign(req)) return plainAnswer(403, 'This form can be sent from our own pages only.')
    const body = await bodyOf(req, FORM_LIMIT_BYTES)
    if (!body) return plainAnswer(413, 'That is too much text. Go back, shorten it, and send it again.')
    const headers = {
      'content-type': req.headers['content-type'] ?? '',
      'content-length': body.length,
      [CLIENT_ADDRESS]: req.headers[CLIENT_ADDRESS],
    }
    return pages.form(path, { headers, body })
  }

  function page(req: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer> {
    const session = query.get('preview') === '1' ? staffSession(req.headers.cookie, secret) : undefined
    if (session) return pages.preview(pageKey(path, query), session)
    return pages.page(pageKey(path, query))
  }

  async function answer(req: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer> {
    if (/^\/forms\//.test(path)) return form(req, path)
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return plainAnswer(405, 'Pages are read by GET.', { Allow: 'GET, HEAD' })
    }
    return page(req, path === FAILURE_PAGE ? `${path}/none` : path, query)
  }

  return (req, res) => {
    const target = req.url ?? ''
    if (!target.startsWith('/')) return send(req, res, plainAnswer(400, 'Ask for a path of this site.'), common)
    if (target.length > LONGEST_ADDRESS) return send(req, res, plainAnswer(414, 'That address is too long.'), common)
    const [rawPath = '', ...rest] = target.split('?')
    const path = normalPath(rawPath)
    if (path === undefined) return send(req, res, plainAnswer(400, 'That address cannot be read.'), common)
    for (const [name, value] of Object.entries(common)) res.setHeader(name, value as string)
    const asset = assets.get(path)
    if (asset) return send(req, res, asset)

    const id = randomUUID()
    res.setHeader('X-Request-Id', id)
    mark(req)
    if (APP.test(path)) return passToApp(req, res, path)
    if (STREAMED.test(path)) return void runInContext(newContext(), () => app(req, res))
    const query = new URLSearchParams(rest.join('?'))
    if (rawPath !== '/' && /\/$|\/\//.test(rawPath)) {
      const location = rest.length > 0 ? `${path}?${rest.join('?')}` : path
      return send(req, res, plainAnswer(308, 'Moved.', { Location: location }))
    }
    answer(req, path, query)
      .catch((error: Error) => {
        if (error.name === 'TooBusy') return failure.answer(503, { 'Retry-After': '5' })
        log().error({ id, path, err: error }, 'A page could not be rendered')
        return failure.answer(500)
      })
      .then((ready) => send(req, res, ready))
      .catch((error) => log().error({ id, err: error }, 'An answer could not be sent'))
  }
}
