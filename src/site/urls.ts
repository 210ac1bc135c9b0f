import { env } from '@/platform/env'
import { DEFAULT_LOCALE } from './locales'

/*
 * Paths of the public site. Links, canonical addresses, feeds, the sitemap, previews, mails and redirects all ask here.
 * The default language stands at the root, every other one below its code.
 */

type Slug = string | null | undefined
type Language = string | null | undefined

const inLanguage = (path: string, locale: Language) => {
  if (!locale || locale === DEFAULT_LOCALE) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

const segment = (slug: Slug) => encodeURIComponent(slug ?? '')
const numbered = (path: string, page: number) => (page > 1 ? `${path}/page/${page}` : path)

export const blogPath = (page = 1, locale?: Language) => inLanguage(numbered('/blog', page), locale)
export const articlePath = (slug: Slug, locale?: Language) => inLanguage(`/blog/${segment(slug)}`, locale)
export const topicPath = (slug: Slug, page = 1, locale?: Language) =>
  inLanguage(numbered(`/blog/topic/${segment(slug)}`, page), locale)
export const frameworksPath = (locale?: Language) => inLanguage('/frameworks', locale)
export const frameworkPath = (slug: Slug, locale?: Language) => inLanguage(`/frameworks/${segment(slug)}`, locale)

/** A page made of blocks; the one with the slug `home` stands at the front. */
export const pagePath = (slug: Slug, locale?: Language) =>
  inLanguage(slug === 'home' ? '/' : `/${segment(slug)}`, locale)

export const searchPath = (query?: string) => (query ? `/search?${new URLSearchParams({ q: query })}` : '/search')
export const feedPath = '/feed.xml'
export const sitemapPath = '/sitemap.xml'
export const iconPath = '/icon.svg'

/** The style sheet of the accent colour; the colour in its address lets a browser keep it until it changes. */
export const accentStylesPath = (colour: string) => `/brand.css?v=${encodeURIComponent(colour.replace('#', ''))}`

/** A file of the media library; the version changes with the file, so that it may be kept for ever. */
export const mediaPath = (id: string, name: string, version?: string) =>
  `/media/${id}/${encodeURIComponent(name)}${version ? `?v=${version}` : ''}`

export type ContactLink = {
  /** Key of an enquiry type, chosen in the form when it opens. */
  topic?: string | null
  /** Slug of the article that led here: attribution that works without JavaScript. */
  from?: string | null
}

export function contactPath({ topic, from }: ContactLink = {}): string {
  const query = new URLSearchParams()
  if (topic) query.set('topic', topic)
  if (from) query.set('from', from)
  return query.size > 0 ? `/contact?${query}` : '/contact'
}

export type FormName = 'contact' | 'release' | 'answered' | 'correct' | 'book' | 'meeting-move' | 'meeting-cancel'

/** Where a form is sent; fixed, so that a page opened before a deploy still sends. */
export const formPath = (name: FormName) => `/forms/${name}`

/**
 * Where a sender lands after the form; the reference says nothing about them.
 * @param token by which the page shows the address to whoever sent the message, for a while
 */
export const receiptPath = (reference: string, token?: string) =>
  `/contact/received/${segment(reference)}${token ? `?${new URLSearchParams({ by: token })}` : ''}`

/** What a colleague may do by a link in a mail. The token stands in the query, which no log holds. */
export const mailLinkPath = (name: 'release' | 'answered', token: string) =>
  `/act/${name}?${new URLSearchParams({ link: token })}`

export type BookLink = {
  /** Slug of a meeting type; without one, all of them are shown. */
  type?: string | null
  /** IANA name of the zone in which times are shown. */
  zone?: string | null
  /** The date (`2027-01-14`) from which on they are shown. */
  day?: string | null
  /** Slug of the article that led here: attribution that works without JavaScript. */
  from?: string | null
}

const withQuery = (path: string, parameters: Record<string, string | null | undefined>): string => {
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where a meeting is booked. */
export const bookPath = ({ type, ...parameters }: BookLink = {}): string =>
  withQuery(type ? `/book/${segment(type)}` : '/book', parameters)

/** The page of a meeting that is booked, for its guest, or a part of it. */
export const meetingPath = (
  token: string,
  part?: 'move' | 'invite.ics',
  query: Pick<BookLink, 'zone' | 'day'> & { moved?: '1' } = {},
) => withQuery(`/book/manage/${segment(token)}${part ? `/${part}` : ''}`, query)

/** The calendar file of a host's meetings; whoever has the token reads them. */
export const hostFeedPath = (token: string) => `/book/calendar/${segment(token)}/meetings.ics`

/** The absolute form of a path on this site; what is absolute already stays as it is. */
export function absoluteUrl(path: string): string {
  return new URL(path, env().SITE_URL).href
}

/** The absolute address of a document in the admin, or of the list of its collection. */
export const adminUrl = (collection: string, id?: string) =>
  absoluteUrl(`/admin/collections/${collection}${id ? `/${id}` : ''}`)

/** The page of the admin that shows what the site's mails look like. */
export const mailPreviewsPath = '/admin/mail-previews'

/** The page of the admin that shows the meetings of a week: any date of it (`2027-01-14`), a host's id, an IANA zone. */
export const meetingsWeekPath = (query: { week?: string; host?: string; zone?: string } = {}) =>
  withQuery('/admin/meetings-week', query)

/** The page of the admin where a colleague books for a caller; with a lead's id, for that one, or a message's, for its sender. */
export const bookForCallerPath = (query: { lead?: string; message?: string } = {}) =>
  withQuery('/admin/meetings-book', query)

/** The path of a document by the name of its collection; undefined for one that has no page. */
export function documentPath(collection: string, document: { slug?: Slug; locale?: Language }): string | undefined {
  const { slug, locale } = document
  if (!slug) return undefined
  if (collection === 'articles') return articlePath(slug, locale)
  if (collection === 'frameworks') return frameworkPath(slug, locale)
  if (collection === 'topics') return topicPath(slug, 1, locale)
  if (collection === 'pages') return pagePath(slug, locale)
  return undefined
}

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * An address an editor typed, or undefined if it must not become a link: `javascript:` and `data:` run code.
 * Relative addresses are resolved against an origin of no meaning, only to learn their scheme.
 */
export function safeHref(address: string | null | undefined): string | undefined {
  const trimmed = address?.trim()
  if (!trimmed || !URL.canParse(trimmed, 'https://relative.invalid')) return undefined
  return SAFE_SCHEMES.has(new URL(trimmed, 'https://relative.invalid').protocol) ? trimmed : undefined
}

/** `(+84) 904 026 070` → `tel:+84904026070`: what a phone dials. */
export function telephoneHref(number: string): string {
  const digits = number.replace(/\D/g, '')
  return `tel:${number.includes('+') ? '+' : ''}${digits}`
}
