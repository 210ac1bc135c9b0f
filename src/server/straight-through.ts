import type { IncomingMessage, ServerResponse } from 'node:http'
import { newContext, runInContext, runWrites } from '@/platform/render-context'
import { type Answer, plainAnswer } from './answer'
import type { App } from './inner-server'
import { ADMIN_POLICY } from './security-headers'

const UPLOAD_LIMIT_BYTES = 25 * 1024 * 1024
const JSON_LIMIT_BYTES = 2 * 1024 * 1024

/** Payload's admin and its REST and GraphQL APIs: they may write. */
export const isAdmin = (path: string): boolean => /^\/(admin|api)(\/|$)/.test(path)

/** Files: the app's own status, headers and stream, with Range. */
export const isFile = (path: string): boolean => /^\/(_next|media|__nextjs[a-z_-]*)(\/|$)/.test(path)

/** Why a request to the admin is not passed on, if it is not: its body is too large, or does not say how large it is. */
export function refusal(req: IncomingMessage): Answer | undefined {
  const isUpload = req.headers['content-type']?.startsWith('multipart/form-data')
  const limit = isUpload ? UPLOAD_LIMIT_BYTES : JSON_LIMIT_BYTES
  if (req.headers['transfer-encoding']) return plainAnswer(411, 'Say how long the body is, in Content-Length.')
  if (Number(req.headers['content-length'] ?? 0) > limit) return plainAnswer(413, 'That is too large.')
  return undefined
}

/** Calls something before each write to the visitor, the last one included. */
function beforeEachWrite(res: ServerResponse, act: () => void): void {
  for (const name of ['write', 'end'] as const) {
    const original = res[name].bind(res) as (...args: unknown[]) => never
    res[name] = (...args: unknown[]) => {
      act()
      return original(...args)
    }
  }
}

/**
 * Hands a request of the admin or the APIs to the app. What it invalidates is invalidated again before any byte of the
 * answer leaves: a transaction of MongoDB commits after the hooks have run, and a page rendered in between shows the
 * state before it.
 */
export async function passToAdmin(
  req: IncomingMessage,
  res: ServerResponse,
  app: App,
  invalidate: (tags: Iterable<string>) => void,
  id?: string,
): Promise<void> {
  const tags = new Set<string>()
  res.setHeader('Content-Security-Policy', ADMIN_POLICY)
  beforeEachWrite(res, () => {
    if (tags.size > 0) invalidate(tags)
  })
  await runWrites(tags, () => app(req, res), id)
}

/** Hands a request for a file to the app. */
export async function passToFiles(req: IncomingMessage, res: ServerResponse, app: App, id?: string): Promise<void> {
  await runInContext(newContext({ id }), () => app(req, res))
}
