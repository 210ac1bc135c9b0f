import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { CLIENT_ADDRESS } from '@/platform/client-address'
import { log } from '@/platform/log'
import { isInternal, loggedPath, pageKey } from '@/platform/routes'
import { accessLog } from './access-log'
import { plainAnswer } from './answer'
import type { FailurePage } from './failure-page'
import { flat } from './headers'
import { health } from './health'
import type { App } from './inner-server'
import type { Metrics, Visit } from './metrics'
import type { Pages } from './pages'
import type { Rendered, Renderer } from './renderer'
import { addressOfVisitor, bodyOf, isForeign, mark, readTarget, type Target } from './request'
import { commonHeaders } from './security-headers'
import { send } from './send'
import { staffSession } from './staff-session'
import type { StaticFiles } from './static-files'
import { isAdmin, isFile, passToAdmin, passToFiles, refusal } from './straight-through'
import { unnamedProxies } from './unnamed-proxy'

/** More than the longest message a form takes, each of its characters written as three bytes of four. */
const FORM_LIMIT_BYTES = 256 * 1024

/** By these Next's client asks for flight data when a live preview refreshes. */
const FLIGHT_HEADERS = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-url'] as const

export type DoorOptions = {
  app: App
  pages: Pages
  renderer: Renderer
  failure: FailurePage
  files: StaticFiles
  /** The figures of this process; without them `/metrics` is a page like any other. */
  metrics?: Metrics
  /** Invalidates this process's pages. */
  invalidate: (tags: Iterable<string>) => void
  /** The site's address. */
  origin: string
  /** Proxies whose `X-Forwarded-For` is believed. */
  proxies: BlockList
  /** Payload's secret, which signs the sessions of staff. */
  secret: string
  /** True for a site that search engines leave out. */
  hidden?: boolean
}

/** Where every request arrives: what is wrong is refused here, and the rest goes its way. */
export function door(options: DoorOptions): RequestListener {
  const { app, pages, renderer, failure, files, metrics, invalidate, origin, proxies, secret, hidden } = options
  const common = flat(commonHeaders(origin.startsWith('https:'), hidden))
  const logAccess = accessLog()
  const lookForProxies = unnamedProxies(proxies)

  async function form(req: IncomingMessage, path: string, id: string): Promise<Rendered> {
    if (req.method !== 'POST') return plainAnswer(405, 'Forms are sent by POST.', { allow: 'POST' })
    lookForProxies(req)
    if (isForeign(req, origin)) return plainAnswer(403, 'This form can be sent from our own pages only.')
    const body = await bodyOf(req, FORM_LIMIT_BYTES)
    if (!body) return plainAnswer(413, 'That is too much text. Go back, shorten it, and send it again.')
    const headers = {
      'content-type': req.headers['content-type'] ?? '',
      'content-length': body.length,
      [CLIENT_ADDRESS]: addressOfVisitor(req, proxies),
    }
    return pages.form(path, { headers, body }, id)
  }

  function page(req: IncomingMessage, { path, search }: Target, id: string): Promise<Rendered> {
    const query = new URLSearchParams(search)
    const session = query.get('preview') === '1' ? staffSession(req.headers.cookie, secret) : undefined
    if (!session) return pages.page(pageKey(path, query), id)
    const headers: Record<string, string> = { cookie: session, 'sec-fetch-site': 'same-origin' }
    for (const name of FLIGHT_HEADERS) {
      const value = req.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    return pages.preview(path + search, headers, id)
  }

  async function answer(req: IncomingMessage, target: Target, id: string, visit: Visit): Promise<Rendered> {
    if (target.path.startsWith('/forms/')) {
      visit.kind = 'form'
      return form(req, target.path, id)
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return plainAnswer(405, 'Pages are read by GET.', { allow: 'GET, HEAD' })
    }
    const file = files.find(target.path)
    if (file) {
      visit.kind = 'file'
      return file
    }
    if (target.path === '/healthz') {
      visit.kind = 'health'
      return health(renderer, id)
    }
    if (target.path === '/metrics' && metrics?.admits(req.headers.authorization)) {
      visit.kind = 'metrics'
      return metrics.answer(id)
    }
    visit.kind = 'rendered'
    const shown = await page(req, isInternal(target.path) ? { path: `${target.path}/none`, search: '' } : target, id)
    if ('representations' in shown) visit.kind = 'kept'
    return shown
  }

  function pass(req: IncomingMessage, res: ServerResponse, path: string, extra: string[], id: string): Promise<void> {
    const refused = isAdmin(path) ? refusal(req) : undefined
    if (refused) return send(req, res, refused, extra)
    for (let i = 0; i < extra.length; i += 2) res.setHeader(extra[i] as string, extra[i + 1] as string)
    mark(req, origin, proxies)
    return isAdmin(path) ? passToAdmin(req, res, app, invalidate, id) : passToFiles(req, res, app, id)
  }

  async function serve(
    req: IncomingMessage,
    res: ServerResponse,
    extra: string[],
    id: string,
    visit: Visit,
  ): Promise<void> {
    const target = readTarget(req.url ?? '')
    if ('status' in target) return send(req, res, target, extra)
    const { path } = target
    if (isAdmin(path) || (isFile(path) && !files.find(path))) {
      visit.kind = isAdmin(path) ? 'admin' : 'file'
      return pass(req, res, path, extra, id)
    }
    return send(req, res, await answer(req, target, id, visit), extra)
  }

  async function fail(req: IncomingMessage, res: ServerResponse, extra: string[], id: string, error: Error) {
    // Whoever hung up gets no answer; one that has begun cannot become another.
    if (req.errored || res.destroyed) return
    if (res.headersSent) {
      res.destroy()
      return
    }
    if (error.name === 'TooBusy') return send(req, res, failure.answer(503, { 'retry-after': '5' }), extra)
    log().error({ id, path: loggedPath(req.url ?? ''), err: error }, 'A request could not be answered')
    return send(req, res, failure.answer(500), extra)
  }

  return (req, res) => {
    const id = randomUUID()
    const extra = [...common, 'X-Request-Id', id]
    const visit: Visit = { kind: 'refused' }
    logAccess(req, res, id)
    metrics?.count(req, res, visit)
    serve(req, res, extra, id, visit)
      .catch((error: Error) => {
        visit.kind = 'failed'
        return fail(req, res, extra, id, error)
      })
      .catch((error: Error) => log().error({ id, err: error }, 'An answer could not be sent'))
  }
}
