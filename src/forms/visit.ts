import type { Attribution } from './attribution'

/** An article's own page, in any language. */
const ARTICLE = /^(?:\/[a-z]{2})?\/blog\/([^/]+)$/

/** What follows opens a meeting to whoever has it, and is nothing to keep with a message. */
const SECRET = /^(\/book\/manage)\/.*/

/** Leaves out what is undefined, so that what is stored holds no empty parts. */
const compact = (parts: Attribution): Attribution =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))

const parameter = (page: URL, name: string) => page.searchParams.get(name) ?? undefined

/** How a visit began: the page, the campaign it names, and the other site that led to it. */
function beginning(page: URL, referrer: string): Attribution {
  const from = URL.canParse(referrer) ? new URL(referrer) : undefined
  return {
    landingPage: page.pathname.replace(SECRET, '$1'),
    // The query of another site is its visitor's matter, and not ours.
    referrer: from && from.origin !== page.origin ? from.origin + from.pathname : undefined,
    source: parameter(page, 'utm_source'),
    medium: parameter(page, 'utm_medium'),
    campaign: parameter(page, 'utm_campaign'),
  }
}

/**
 * What is known of a visit after one more page: how it began stays, the article is the last one that was read.
 * @param known what was known before; undefined on the first page
 * @param referrer address of the page before, empty if the browser does not say
 */
export function afterPage(known: Attribution | undefined, page: URL, referrer: string): Attribution {
  const article = ARTICLE.exec(page.pathname)?.[1]
  return compact({ ...(known ?? beginning(page, referrer)), ...(article ? { article } : {}) })
}
