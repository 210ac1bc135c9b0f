import type { IncomingHttpHeaders } from 'node:http'

/** Header fields of an answer, by their name in lower case. */
export type Headers = Record<string, string | string[]>

/**
 * Fields that speak of one connection (RFC 9110, section 7.6.1), those the server writes itself, and those that
 * `withPayload` adds to every page: `Accept-CH` and `Critical-CH` cost a second request.
 */
const DROPPED = new Set([
  'accept-ch',
  'connection',
  'content-encoding',
  'content-length',
  'critical-ch',
  'date',
  'keep-alive',
  'link',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'x-powered-by',
])

/** What of the app's header fields goes on to the visitor. */
export function passedOn(headers: IncomingHttpHeaders): Headers {
  const passed: Headers = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !DROPPED.has(name)) passed[name] = value
  }
  return passed
}

/** Header fields as the flat list of names and values that `writeHead` takes without another look at them. */
export function flat(headers: Headers): string[] {
  const fields: string[] = []
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) fields.push(name, one)
  }
  return fields
}
