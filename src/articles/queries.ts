import type { PaginatedDocs } from 'payload'
import { cache } from 'react'
import type { Article, Topic } from '@/payload-types'
import { publicFind, publicFindBySlug } from '@/platform/public-find'
import { populated } from '@/platform/relations'
import { DEFAULT_LOCALE } from '@/site/locales'

export const ARTICLES_PER_PAGE = 10

/** What a listing shows of an article. */
export type ArticleSummary = Pick<
  Article,
  'id' | 'title' | 'slug' | 'locale' | 'excerpt' | 'publishedAt' | 'updatedAt' | 'topics' | 'authors'
>

const SUMMARY = {
  title: true,
  slug: true,
  locale: true,
  excerpt: true,
  publishedAt: true,
  updatedAt: true,
  topics: true,
  authors: true,
} satisfies Partial<Record<keyof Article, true>>

/** Newest first; the id settles ties, which the databases order differently. */
const NEWEST_FIRST = ['-publishedAt', '-id']

const inLocale = (locale: string) => ({ locale: { equals: locale } })

/** A page of the archive, or of one topic of it. */
export function articleList(page: number, { topic, locale = DEFAULT_LOCALE }: { topic?: Topic; locale?: string } = {}) {
  return publicFind({
    collection: 'articles',
    where: { and: [inLocale(locale), ...(topic ? [{ topics: { in: [topic.id] } }] : [])] },
    sort: NEWEST_FIRST,
    limit: ARTICLES_PER_PAGE,
    page,
    select: SUMMARY,
  }) as Promise<PaginatedDocs<ArticleSummary>>
}

/** The newest articles, without those that stand on the page already. */
export async function latestArticles(limit: number, locale: string = DEFAULT_LOCALE): Promise<ArticleSummary[]> {
  const { docs } = await publicFind({
    collection: 'articles',
    where: inLocale(locale),
    sort: NEWEST_FIRST,
    limit,
    select: SUMMARY,
  })
  return docs
}

/** The article with this slug, its topics, authors, related articles and all that its text refers to. */
export const articleBySlug = cache((slug: string, locale: string = DEFAULT_LOCALE) =>
  publicFindBySlug('articles', slug, { locale }),
)

/** What to read next: what the editor chose, filled up with the newest of the same topics. */
export async function relatedArticles(article: Article, limit = 3): Promise<ArticleSummary[]> {
  const chosen = populated(article.related).slice(0, limit)
  const topics = populated(article.topics).map((topic) => topic.id)
  if (chosen.length >= limit || topics.length === 0) return chosen
  const { docs } = await publicFind({
    collection: 'articles',
    where: {
      and: [
        inLocale(article.locale),
        { topics: { in: topics } },
        { id: { not_in: [article.id, ...chosen.map(({ id }) => id)] } },
      ],
    },
    sort: NEWEST_FIRST,
    limit: limit - chosen.length,
    select: SUMMARY,
  })
  return [...chosen, ...docs]
}

/** Every topic, by name. */
export async function topicList(locale: string = DEFAULT_LOCALE): Promise<Topic[]> {
  const { docs } = await publicFind({
    collection: 'topics',
    where: inLocale(locale),
    sort: 'name',
    limit: 100,
    depth: 0,
  })
  return docs
}

export const topicBySlug = cache((slug: string, locale: string = DEFAULT_LOCALE) =>
  publicFindBySlug('topics', slug, { locale, depth: 0 }),
)

/** A sitemap file holds no more addresses than this. */
const SITEMAP_LIMIT = 45_000

/** Every article with the date of its last change, for the sitemap. */
export async function articleDates(locale: string = DEFAULT_LOCALE) {
  const { docs } = await publicFind({
    collection: 'articles',
    where: inLocale(locale),
    sort: NEWEST_FIRST,
    limit: SITEMAP_LIMIT,
    depth: 0,
    select: { slug: true, locale: true, updatedAt: true },
  })
  return docs
}
