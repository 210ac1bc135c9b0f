import MiniSearch from 'minisearch'
import { fold, words } from './fold'

export type SearchKind = 'articles' | 'frameworks' | 'pages'

/** A page of the site as the index reads it. */
export type SearchEntry = {
  id: string
  kind: SearchKind
  title: string
  summary: string
  /** All its words, without marks of formatting. */
  text: string
  path: string
}

export type SearchHit = Pick<SearchEntry, 'id' | 'kind' | 'title' | 'summary' | 'path'>
export type SearchResults = { hits: SearchHit[]; total: number }

/** Longer queries are cut: nobody types more, and each word costs. */
const QUERY_LENGTH = 100
const SHOWN = 20

export type SiteIndex = { search(query: string): SearchResults }

/** An index of pages in memory. Every word of a query must be found; its last letters and a slip may be missing. */
export function siteIndex(entries: SearchEntry[]): SiteIndex {
  const index = new MiniSearch<SearchEntry>({
    fields: ['title', 'summary', 'text'],
    storeFields: ['kind', 'title', 'summary', 'path'],
    tokenize: words,
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      combineWith: 'AND',
      boost: { title: 4, summary: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  })
  index.addAll(entries)
  return {
    search(query) {
      const found = index.search(query.slice(0, QUERY_LENGTH))
      const hits = found
        .slice(0, SHOWN)
        .map(({ id, kind, title, summary, path }) => ({ id, kind, title, summary, path }))
      return { hits, total: found.length }
    },
  }
}
