import { METRICS_SOURCE } from './metrics'

/** Where the branded page of a failure is rendered from; it has no public address. */
export const FAILURE_PAGE = '/internal-error'

/** Paths that only the server itself may ask for. */
export const isInternal = (path: string): boolean => path === FAILURE_PAGE || path === METRICS_SOURCE

type Route = { path: RegExp; parameters: Record<string, RegExp> }

/** A signed token, as long as one may be. */
const TOKEN = /^[\w.-]{46,130}$/

const SLUG = /^[a-z0-9-]{1,200}$/

/** In which zone, and from which date on, times are shown. */
const TIMES = { zone: /^[A-Za-z0-9_+/-]{1,60}$/, day: /^\d{4}-\d\d-\d\d$/ }

/**
 * The query parameters that count, by path, with their allowed form. The address a page is rendered from is the key it
 * is kept under, so a parameter that is not listed here does not exist for a page. Pages not listed have none.
 */
const ROUTES: Route[] = [
  { path: /^\/search$/, parameters: { q: /^[^\p{Cc}]{1,100}$/u } },
  { path: /^\/book$/, parameters: { from: SLUG } },
  { path: /^\/book\/[^/]+$/, parameters: { from: SLUG, ...TIMES } },
  { path: /^\/book\/manage\/[^/]+$/, parameters: { moved: /^1$/ } },
  { path: /^\/book\/manage\/[^/]+\/move$/, parameters: TIMES },
  { path: /^\/contact$/, parameters: { topic: /^[a-z][a-z0-9-]{0,39}$/, from: SLUG } },
  { path: /^\/contact\/received\/[^/]+$/, parameters: { by: TOKEN } },
  { path: /^\/act\/(?:release|answered)$/, parameters: { link: TOKEN } },
]

/** The address that a page is rendered from and kept under: its path, and its parameters that count, sorted. */
export function pageKey(path: string, query: URLSearchParams): string {
  const parameters = ROUTES.find((route) => route.path.test(path))?.parameters ?? {}
  const counting = new URLSearchParams()
  for (const name of Object.keys(parameters).sort()) {
    const value = query.get(name)?.normalize('NFC').trim()
    if (value && parameters[name]?.test(value)) counting.set(name, value)
  }
  const text = counting.toString()
  return text ? `${path}?${text}` : path
}

/**
 * The one way to write a path: decoded and encoded again, without doubled slashes or one at its end.
 * @returns undefined for a path that cannot be read: broken UTF-8, or control characters in it
 */
export function normalPath(raw: string): string | undefined {
  try {
    const segments = raw.split('/').filter(Boolean).map(decodeURIComponent)
    if (segments.some((segment) => /[\p{Cc}/\\]/u.test(segment) || segment === '.' || segment === '..'))
      return undefined
    return `/${segments.map(encodeURIComponent).join('/')}`
  } catch {
    return undefined
  }
}

/** What follows these opens something to whoever has it. */
const SECRET_SEGMENT = /^(\/book\/(?:manage|calendar)\/)[^/]+/

/** A path as it may be logged: without its query, which can hold what somebody searched for, and without secrets. */
export const loggedPath = (url: string): string => (url.split('?', 1)[0] ?? '').replace(SECRET_SEGMENT, '$1…')
