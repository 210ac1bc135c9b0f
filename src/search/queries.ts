import type { Where } from 'payload'
import { processState } from '@/platform/process-state'
import { publicFind } from '@/platform/public-find'
import { outsideContext } from '@/platform/render-context'
import { plainText } from '@/rich-text/plain-text'
import { DEFAULT_LOCALE } from '@/site/locales'
import { articlePath, frameworkPath, pagePath } from '@/site/urls'
import { pageText } from './page-text'
import { type SearchEntry, type SearchKind, type SearchResults, type SiteIndex, siteIndex } from './site-index'

const KINDS: SearchKind[] = ['articles', 'frameworks', 'pages']

/** More documents than one process should hold as text. */
const LIMIT = 5000

type Held = { signature: string; index: Promise<SiteIndex> }

/** One index for each process; Next's bundles would each build their own. */
const held = () => processState<{ current?: Held }>('search', () => ({}))

/**
 * Searches what is public at this moment. The index is compared with the database at each search and built again when a
 * document appeared, changed or went, so nothing is found that was taken down, in whichever process that happened. The
 * comparison reads the lists, so a page of results depends on them.
 */
export async function searchSite(query: string, locale: string = DEFAULT_LOCALE): Promise<SearchResults> {
  const signature = JSON.stringify([locale, ...(await Promise.all(KINDS.map((kind) => stateOf(kind, locale))))])
  const state = held()
  if (state.current?.signature !== signature) {
    const index = outsideContext(() => build(locale))
    state.current = { signature, index }
    // A failed build is not kept: the next search tries again.
    index.catch(() => {
      if (state.current?.index === index) state.current = undefined
    })
  }
  return (await state.current.index).search(query)
}

const inLocale = (locale: string): Where => ({ locale: { equals: locale } })

/** How many documents a visitor may see, and when the last of them changed: different after every change. */
async function stateOf(collection: SearchKind, locale: string): Promise<[number, string | undefined]> {
  const newest = await publicFind({
    collection,
    where: inLocale(locale),
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    select: { updatedAt: true },
  })
  return [newest.totalDocs, newest.docs[0]?.updatedAt]
}

/** Reads every public document. Without a render context: a page of results does not depend on each of them by name. */
async function build(locale: string): Promise<SiteIndex> {
  const query = { where: inLocale(locale), sort: 'id', limit: LIMIT, depth: 0 }
  const [articles, frameworks, pages] = await Promise.all([
    publicFind({ collection: 'articles', ...query }),
    publicFind({ collection: 'frameworks', ...query }),
    publicFind({ collection: 'pages', ...query }),
  ])
  const entries: SearchEntry[] = [
    ...articles.docs.map((article) => ({
      id: article.id,
      kind: 'articles' as const,
      title: article.title,
      summary: article.excerpt,
      text: plainText(article.content),
      path: articlePath(article.slug, article.locale),
    })),
    ...frameworks.docs.map((framework) => ({
      id: framework.id,
      kind: 'frameworks' as const,
      title: framework.name,
      summary: framework.summary,
      text: [
        ...[framework.strengths, framework.weaknesses, framework.useCases].flatMap((list) =>
          (list ?? []).map(({ text }) => text),
        ),
        ...(framework.ecosystem ?? []).map(({ name, note }) => `${name} ${note ?? ''}`),
        plainText(framework.content),
      ].join('\n'),
      path: frameworkPath(framework.slug, framework.locale),
    })),
    ...pages.docs.map((page) => ({
      id: page.id,
      kind: 'pages' as const,
      title: page.title,
      summary: page.meta?.description ?? '',
      text: pageText(page),
      path: pagePath(page.slug, page.locale),
    })),
  ]
  return siteIndex(entries)
}
