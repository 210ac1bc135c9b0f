import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { addressOf, CLIENT_ADDRESS } from '@/platform/client-address'
import { normalPath } from '@/platform/routes'
import { type Answer, plainAnswer } from './answer'

const LONGEST_TARGET = 4096

/** What a request asks for: the path in its one spelling, and the query with its `?`, or an empty string. */
export type Target = { path: string; search: string }

/** Reads the address of a request, or answers why it cannot be read, or where it is spelled right. */
export function readTarget(target: string): Target | Answer {
  // A proxy's absolute form (RFC 9112, section 3.2.2) would let a visitor choose the host.
  if (!target.startsWith('/')) return plainAnswer(400, 'Ask for a path of this site.')
  if (target.length > LONGEST_TARGET) return plainAnswer(414, 'That address is too long.')
  const queryAt = target.indexOf('?')
  const raw = queryAt < 0 ? target : target.slice(0, queryAt)
  const search = queryAt < 0 ? '' : target.slice(queryAt)
  const path = normalPath(raw)
  if (path === undefined) return plainAnswer(400, 'That address cannot be read.')
  if (raw !== '/' && /\/$|\/\//.test(raw)) return plainAnswer(308, 'Moved.', { location: path + search })
  return { path, search }
}

/**
 * True if a page of another site sends a form. Browsers say so in `Sec-Fetch-Site`, which no page can set; older ones
 * send at least the `Origin`.
 */
export function isForeign({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site) return site === 'cross-site' || (site === 'same-site' && headers.origin !== origin)
  // `null` is the origin of a browser that hides where it comes from.
  return headers.origin !== undefined && headers.origin !== 'null' && headers.origin !== origin
}

/** The address of whoever sent a request. */
export const addressOfVisitor = (req: IncomingMessage, proxies: BlockList): string =>
  addressOf(req.socket.remoteAddress, req.headers['x-forwarded-for'] as string | undefined, proxies)

/**
 * Puts into a request what the app may believe: who sent it, and by which address, as the server knows it. Next hides
 * the socket and believes whatever a visitor wrote into these fields.
 */
export function mark(req: IncomingMessage, origin: string, proxies: BlockList): void {
  const { host, protocol } = new URL(origin)
  const address = addressOfVisitor(req, proxies)
  delete req.headers.forwarded
  delete req.headers['x-real-ip']
  delete req.headers['x-forwarded-port']
  Object.assign(req.headers, {
    host,
    [CLIENT_ADDRESS]: address,
    'x-forwarded-for': address,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  })
}

/**
 * Reads a body up to a limit; undefined when there is more. What comes behind the limit is read and dropped, so that
 * the answer arrives.
 * @throws Error when the visitor hangs up before its end
 */
export function bodyOf(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else done(undefined)
    })
    req.on('end', () => done(size <= limit ? Buffer.concat(chunks) : undefined))
    req.on('error', fail)
  })
}
