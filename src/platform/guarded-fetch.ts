import { type LookupAddress, lookup } from 'node:dns'
import { lookup as lookupAll } from 'node:dns/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { isPublicAddress } from './public-address'

const DEFAULTS = { timeoutMs: 10_000, maxBytes: 1024 * 1024, redirects: 0 }

export type GuardedRequest = {
  /** @default 'GET' */
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For all of it, redirects included. @default 10000 */
  timeoutMs?: number
  /** The longest answer that is read. @default 1048576 */
  maxBytes?: number
  /** How many redirects of a GET are followed; otherwise they are the answer. @default 0 */
  redirects?: number
  /** Gives the request up. */
  signal?: AbortSignal
  /** Which addresses may be connected to: a test has its servers on this machine. @default isPublicAddress */
  allow?: (address: string) => boolean
}

export type GuardedResponse = { status: number; headers: IncomingHttpHeaders; body: Buffer; url: string }

/** Why an address that somebody entered was not asked, or not heard to the end. */
export class GuardedFetchError extends Error {
  constructor(
    readonly reason: 'address' | 'timeout' | 'too large' | 'too many redirects',
    message: string,
  ) {
    super(message)
  }
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

const refusal = (host: string) => new GuardedFetchError('address', `${host} is not an address of the public internet`)

/** @throws GuardedFetchError for what is not http(s), or names a forbidden IP address itself: such is never looked up */
function checkedUrl(text: string, allow: (address: string) => boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new GuardedFetchError('address', 'Only http and https addresses are asked')
  }
  const host = hostOf(url)
  if (isIP(host) && !allow(host)) throw refusal(host)
  return url
}

/**
 * Looks a name up for the socket itself, so that what was checked is what is connected to: a name that is looked up
 * again may lead elsewhere (DNS rebinding). One forbidden address among several refuses the name.
 */
const checkedLookup =
  (allow: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? refusal(hostname), '')
      if (!addresses.every(({ address }) => allow(address))) return callback(refusal(hostname), '')
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new GuardedFetchError('too large', `The answer is longer than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type Ask = Required<Pick<GuardedRequest, 'method' | 'headers' | 'maxBytes' | 'allow'>> & {
  body?: string
  signal: AbortSignal
}

function ask(url: URL, { method, headers, body, maxBytes, allow, signal }: Ask): Promise<GuardedResponse> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      // Not compressed: a small answer may not become a large one.
      headers: { 'accept-encoding': 'identity', ...headers },
      // A socket of its own: one that is kept would not be looked up, and so not checked, again.
      agent: false,
      lookup: checkedLookup(allow),
      signal,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const { statusCode: status = 0, headers } = response
      readBody(response, maxBytes)
        .then((body) => resolve({ status, headers, body, url: url.href }))
        .catch((error) => {
          request.destroy()
          reject(error)
        })
    })
    request.end(body)
  })
}

const isRedirect = ({ status, headers }: GuardedResponse) => status >= 300 && status < 400 && headers.location

/** Asks, and follows redirects of a GET: each address is checked like the first. */
async function follow(address: string, redirects: number, asked: Ask): Promise<GuardedResponse> {
  const { method, headers, allow } = asked
  let url = checkedUrl(address, allow)
  for (let left = redirects; ; left--) {
    const response = await ask(url, asked)
    if (method !== 'GET' || redirects === 0 || !isRedirect(response)) return response
    if (left === 0) throw new GuardedFetchError('too many redirects', `More than ${redirects} redirects`)
    const next = checkedUrl(new URL(response.headers.location ?? '', url).href, allow)
    // What was meant for one site is not told to another.
    const sensitive = Object.keys(headers).length > 0 && next.origin !== url.origin
    if (sensitive) throw new GuardedFetchError('address', 'The address redirects to another site')
    url = next
  }
}

/**
 * Asks an address that somebody entered in the admin, which must not lead into the network of the server: http and
 * https to the public internet alone, in a limited time, for an answer of limited length.
 * @throws GuardedFetchError by the rules above, and otherwise what the connection failed with
 */
export async function guardedFetch(address: string, options: GuardedRequest = {}): Promise<GuardedResponse> {
  const { timeoutMs, maxBytes, redirects } = { ...DEFAULTS, ...options }
  const { method = 'GET', headers = {}, body, allow = isPublicAddress } = options
  const limit = AbortSignal.timeout(timeoutMs)
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit
  try {
    return await follow(address, redirects, { method, headers, body, maxBytes, allow, signal })
  } catch (error) {
    if (limit.aborted) throw new GuardedFetchError('timeout', `No whole answer within ${timeoutMs} ms`)
    throw error
  }
}

/** Long enough to find a name, and short enough for somebody who saves a form. */
const LOOKUP_LIMIT_MS = 3_000

/**
 * What is wrong with an address that somebody enters, for its field. A name that cannot be looked up now is let
 * through: it is checked again whenever it is asked.
 * @returns undefined if nothing is
 */
export async function addressProblem(address: string, allow = isPublicAddress): Promise<string | undefined> {
  try {
    const host = hostOf(checkedUrl(address, allow))
    const found = lookupAll(host, { all: true }).catch(() => [])
    const tooLate = delay(LOOKUP_LIMIT_MS, [], { ref: false })
    const addresses: LookupAddress[] = await Promise.race([found, tooLate])
    return addresses.every(({ address }) => allow(address)) ? undefined : refusal(host).message
  } catch (error) {
    return error instanceof GuardedFetchError ? error.message : 'This is not an address'
  }
}
