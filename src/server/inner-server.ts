import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import http, { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RenderContext, runInContext } from '@/platform/render-context'

/** Names the context of an inner request. */
const RENDER_ID = 'x-render-id'

/** What answers requests: Next's handler, or a small app in tests. */
export type App = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type InnerRequest = {
  method?: 'GET' | 'POST'
  headers?: OutgoingHttpHeaders
  body?: Buffer
}

/** The app on a private socket, where each request runs inside the context that the server gave it. */
export async function innerServer(app: App) {
  const contexts = new Map<string, RenderContext>()
  const directory = mkdtempSync(join(tmpdir(), 'site-'))
  const socketPath = join(directory, 'app.sock')
  const server = http.createServer((req, res) => {
    const context = contexts.get(String(req.headers[RENDER_ID]))
    if (!context) {
      res.writeHead(404).end()
      return
    }
    // A broken connection is a failed render to the one who asked.
    runInContext(context, () => app(req, res)).catch((error) => res.destroy(error))
  })
  // Both ends are ours: a kept connection that the other end drops just as it is used again fails a render.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  server.headersTimeout = 0
  await new Promise<void>((done, fail) => server.on('error', fail).listen(socketPath, done))

  return {
    /** Asks the app for a path inside a context; resolves with the head of its answer. */
    async ask(
      path: string,
      context: RenderContext,
      { method = 'GET', headers, body }: InnerRequest,
      { agent, signal, begun }: { agent: http.Agent; signal: AbortSignal; begun: () => void },
    ): Promise<IncomingMessage> {
      const id = randomUUID()
      contexts.set(id, context)
      try {
        return await new Promise<IncomingMessage>((done, fail) => {
          http
            .request({ socketPath, agent, path, method, signal, headers: { ...headers, [RENDER_ID]: id } })
            // The agent keeps what is too much at a time waiting for a socket.
            .on('socket', begun)
            .on('response', done)
            .on('error', fail)
            .end(body)
        })
      } finally {
        contexts.delete(id)
      }
    },

    async stop(): Promise<void> {
      await new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      })
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
