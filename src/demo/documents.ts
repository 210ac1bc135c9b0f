import type { RequiredDataFromCollectionSlug } from 'payload'
import { HOURS, type hosts, type meetingTypes } from './content/booking'
import type { DemoPage } from './content/pages'
import { CITED_POST } from './content/statistics'
import type { DemoAuthor, DemoTopic } from './content/taxonomy'
import type { DemoArticle, DemoFramework, DemoStatistic } from './content/types'
import { demoId } from './ids'

/** What every published demo document carries. */
const PUBLISHED = { _status: 'published', locale: 'en', isDemo: true } as const

const identity = (collection: string, key: string) => ({
  id: demoId(collection, key),
  translationGroup: demoId(`${collection}/translations`, key),
})

export function topicData(topic: DemoTopic): RequiredDataFromCollectionSlug<'topics'> {
  return { locale: 'en', ...topic, ...identity('topics', topic.slug), isDemo: true }
}

export function authorData({ key, ...author }: DemoAuthor): RequiredDataFromCollectionSlug<'authors'> {
  return { ...author, id: demoId('authors', key), kind: 'organization', isDemo: true }
}

export function frameworkData(framework: DemoFramework): RequiredDataFromCollectionSlug<'frameworks'> {
  const points = (texts: string[]) => texts.map((text) => ({ text }))
  return {
    ...framework,
    ...PUBLISHED,
    ...identity('frameworks', framework.key),
    strengths: points(framework.strengths),
    weaknesses: points(framework.weaknesses),
    useCases: points(framework.useCases),
  }
}

/** An article as it would stand had it been written on its day and not been touched since. */
export function articleData(article: DemoArticle, owner?: string): RequiredDataFromCollectionSlug<'articles'> {
  const { slug, title, excerpt, content, publishedAt, meta, hero, sharing } = article
  const image = sharing ?? hero
  return {
    ...PUBLISHED,
    ...identity('articles', article.translationOf ?? slug),
    id: demoId('articles', slug),
    slug,
    title,
    excerpt,
    content,
    owner,
    _status: publishedAt ? 'published' : 'draft',
    locale: article.locale ?? 'en',
    topics: article.topics.map((topic) => demoId('topics', topic)),
    authors: article.authors.map((author) => demoId('authors', author)),
    related: article.related.map((other) => demoId('articles', other)),
    ...(hero && { hero: demoId('media', hero) }),
    meta: { ...meta, ...(image && { image: demoId('media', image) }) },
    ...(publishedAt && { publishedAt, createdAt: publishedAt, updatedAt: publishedAt }),
  }
}

/** A figure with its date as a year, and its source as far as the post names one. */
export function statisticData(statistic: DemoStatistic): RequiredDataFromCollectionSlug<'statistics'> {
  const { key, asOf, ...figure } = statistic
  return {
    ...figure,
    id: demoId('statistics', key),
    asOf: `${asOf}-01-01T00:00:00.000Z`,
    asOfPrecision: 'year',
    sourceStatus: figure.sourceName ? 'named' : 'not-named',
    citedVia: { title: CITED_POST },
    isDemo: true,
  }
}

export function pageData({ description, ...page }: DemoPage): RequiredDataFromCollectionSlug<'pages'> {
  return { ...page, ...PUBLISHED, ...identity('pages', page.slug), meta: { description } }
}

export function hostData({ key, name }: (typeof hosts)[number], user: string): RequiredDataFromCollectionSlug<'hosts'> {
  const weeklyHours = HOURS.weeklyHours.map(({ days, ...hours }) => ({ ...hours, days: [...days] }))
  return { id: demoId('hosts', key), name, user, timeZone: HOURS.timeZone, weeklyHours, active: true, isDemo: true }
}

/** A type can be booked with the hosts that were made. */
export function meetingTypeData(
  type: (typeof meetingTypes)[number],
  order: number,
  hosts: string[],
): RequiredDataFromCollectionSlug<'meeting-types'> {
  const questions = type.questions.map((question) => ({ ...question }))
  return { ...type, id: demoId('meeting-types', type.slug), hosts, questions, order, active: true, isDemo: true }
}
