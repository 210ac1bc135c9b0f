import { describe, expect, it } from 'vitest'
import { slugify } from '@/site/slug'
import { demoId } from '../ids'
import type { RichText } from '../rich-text'
import { articles } from './articles'
import { frameworks } from './frameworks'
import { pages } from './pages'
import { notifications } from './site'
import { statistics } from './statistics'
import { topics } from './taxonomy'

/** Every object in a document, blocks and links among them. */
function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects)
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  return [record, ...Object.values(record).flatMap(objects)]
}

const linksTo = (collection: string, content: RichText) =>
  objects(content).flatMap(({ relationTo, value }) => (relationTo === collection ? [value] : []))

const words = (content: RichText) =>
  objects(content)
    .flatMap(({ text, answer }) => [text, answer])
    .filter((text) => typeof text === 'string')
    .join(' ')
    .split(/\s+/).length

const figure = (key: string, part: number | [number, number], year: string) => ({ key, part, year })

describe('the figures of the 2024 post', () => {
  it('are all there, each with the year it speaks of', () => {
    const rows = statistics.map((row) =>
      figure(row.frameworkKey, 'value' in row ? row.value : [row.low, row.high], row.asOf),
    )
    expect(rows).toEqual([
      figure('nodejs', 36.42, '2024'),
      figure('nodejs', [3, 9], '2024'),
      figure('nodejs', 43, '2024'),
      figure('rust', 600_000, '2020'),
      figure('rust', 2_200_000, '2022'),
      figure('csharp', 56, '2024'),
      figure('csharp', 64, '2024'),
      figure('csharp', 40, '2024'),
      figure('csharp', 78, '2024'),
      figure('csharp', 42, '2024'),
      figure('csharp', 32, '2024'),
    ])
  })

  it('name the one source that the post names, and no other', () => {
    const named = statistics.filter(({ sourceName }) => sourceName)
    expect(named.map(({ key, sourceName }) => [key, sourceName])).toEqual([
      ['nodejs-professional-use', 'Enterprise Apps Today'],
    ])
  })

  it('all stand in the article', () => {
    const article = articles.find(({ slug }) => slug === 'best-backend-frameworks-2024')
    const shown = objects(article?.content).flatMap((block) =>
      block.blockType === 'statistic' ? [block.statistic] : [],
    )
    expect(new Set(shown)).toEqual(new Set(statistics.map(({ key }) => demoId('statistics', key))))
  })
})

describe('an article', () => {
  it.each(articles.map((article) => [article.slug, article] as const))('%s keeps to the limits', (slug, article) => {
    expect(slugify(slug)).toBe(slug)
    expect(article.excerpt.length).toBeLessThanOrEqual(320)
    if (article.publishedAt) expect(words(article.content)).toBeGreaterThan(400)
  })

  it.each(articles.map((article, index) => [article.slug, index] as const))(
    '%s refers to older ones only',
    (_, index) => {
      const older = articles.slice(0, index)
      const article = articles[index]
      if (!article) throw new Error('no such article')
      expect(older.map(({ slug }) => slug)).toEqual(expect.arrayContaining(article.related))
      const ids = older.map(({ slug }) => demoId('articles', slug))
      expect(ids).toEqual(expect.arrayContaining(linksTo('articles', article.content)))
    },
  )

  it('links to paths of the blog that exist', () => {
    const paths = articles
      .flatMap(({ content }) => objects(content).map(({ url }) => url))
      .filter((url) => url !== undefined)
    const inBlog = paths.filter((path) => String(path).startsWith('/blog/'))
    expect(inBlog.length).toBeGreaterThan(0)
    expect(articles.map(({ slug }) => `/blog/${slug}`)).toEqual(expect.arrayContaining(inBlog))
  })

  it('is in the language of its topics', () => {
    for (const article of articles) {
      const locales = article.topics.map((slug) => topics.find((topic) => topic.slug === slug)?.locale)
      expect(new Set(locales)).toEqual(new Set([article.locale]))
    }
  })

  it('has a date between November 2023 and November 2026, but for one draft', () => {
    const dates = articles.map(({ publishedAt }) => publishedAt).filter((date) => date !== undefined)
    expect(articles.length - dates.length).toBe(1)
    for (const date of dates) expect(date >= '2023-11' && date < '2026-11-26').toBe(true)
  })

  it('comes in a number that fills several pages of a listing', () => {
    expect(articles.filter(({ publishedAt, locale }) => publishedAt && !locale).length).toBeGreaterThanOrEqual(11)
  })
})

describe('the catalogue', () => {
  it('has the nine technologies of the post, each with all its parts', () => {
    const keys = ['nodejs', 'rust', 'python', 'javascript', 'go', 'cpp', 'php', 'react', 'csharp']
    expect(frameworks.map(({ key }) => key)).toEqual(keys)
    for (const { summary, strengths, weaknesses, useCases, ecosystem } of frameworks) {
      expect(summary.length).toBeLessThanOrEqual(400)
      expect(Math.min(strengths.length, weaknesses.length, useCases.length, ecosystem.length)).toBeGreaterThan(1)
    }
  })

  it('has every framework that the post names', () => {
    const names = new Set(frameworks.flatMap(({ ecosystem }) => ecosystem.map(({ name }) => name)))
    const named = 'Express.js,Fastify,NestJS,Django,Flask,Gin,Beego,Echo,Fiber,fasthttp,STL,Laravel,Symfony,CodeIgniter'
    for (const name of [...named.split(','), 'Next.js', 'ASP.NET Core', 'Razor Pages']) expect(names).toContain(name)
  })
})

it('every call to action opens the contact form with a topic it knows', () => {
  const known = notifications.enquiryTypes.map(({ key }) => key)
  const asked = objects([articles, pages]).flatMap(({ blockType, topic }) =>
    blockType === 'callToAction' ? [topic] : [],
  )
  expect(asked.length).toBeGreaterThan(5)
  expect(known).toEqual(expect.arrayContaining(asked))
})
