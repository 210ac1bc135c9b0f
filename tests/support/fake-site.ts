import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, BlockList } from 'node:net'
import { log } from '@/platform/log'
import { dependOn, type RenderContext, renderContext } from '@/platform/render-context'
import { FAILURE_PAGE } from '@/platform/routes'
import { type SiteServerOptions, siteServer } from '@/server/site-server'

log().level = 'silent'

export const SECRET = 'for-tests-only-0123456789abcdef0123456789abcdef'

/** What the app of a test sees of a request, and how it answers. */
export type Asked = { req: IncomingMessage; res: ServerResponse; path: string; context: RenderContext | undefined }
export type Page = (asked: Asked) => string | undefined | Promise<string | undefined>

/** Documents that pages of a test are made of; a read is recorded as the data layer records it. */
export function store(documents: Record<string, string> = {}) {
  return {
    documents,
    read(tag: string): string | undefined {
      dependOn(tag)
      const context = renderContext()
      if (context) context.queries += 1
      return documents[tag]
    },
  }
}

/** A promise that is kept from outside. */
export function gate() {
  let open: () => void = () => undefined
  const passed = new Promise<void>((done) => {
    open = done
  })
  return { passed, open }
}

export type FakeSiteOptions = Partial<Omit<SiteServerOptions, 'app'>>

/**
 * The page server around a small app in place of Next. A page answers with HTML, or writes its own answer and returns
 * nothing; `*` is every path that is not named.
 */
export async function fakeSite(pages: Record<string, Page>, options: FakeSiteOptions = {}) {
  const asked: string[] = []
  const failurePage: Page = () => `<html><body>Something broke. Call ${dependingOnSettings()}</body></html>`
  const all: Record<string, Page> = { [FAILURE_PAGE]: failurePage, ...pages }

  async function app(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path = ''] = (req.url ?? '').split('?')
    asked.push(req.url ?? '')
    const page = all[path] ?? all[`/${path.split('/')[1]}/*`] ?? all['*']
    const html = await page?.({ req, res, path, context: renderContext() })
    if (html === undefined) {
      if (!res.writableEnded && !res.headersSent) res.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
      return
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  }

  const site = await siteServer({
    app,
    origin: 'http://site.example.com',
    proxies: new BlockList(),
    secret: SECRET,
    ...options,
  })
  await new Promise<void>((done) => site.server.listen(0, '127.0.0.1', done))
  const { port } = site.server.address() as AddressInfo
  return {
    ...site,
    port,
    url: `http://127.0.0.1:${port}`,
    asked,
    /** How often the app was asked for an address. */
    renders: (url: string) => asked.filter((one) => one === url).length,
    get: (path: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init }),
    text: async (path: string, init?: RequestInit) =>
      (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })).text(),
  }
}

export type FakeSite = Awaited<ReturnType<typeof fakeSite>>

/** What the failure page of these tests reads: the hotline of the settings. */
export const settings = { hotline: '+1 555 0100' }

function dependingOnSettings(): string {
  dependOn('settings')
  return settings.hotline
}
