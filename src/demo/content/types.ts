import type { FigureKey } from '../figures'
import type { RichText } from '../rich-text'

export type TopicSlug = 'architecture' | 'data' | 'delivery' | 'inclusion' | 'mobile' | 'quality' | 'tieng-viet'
export type AuthorKey = 'amela-technology' | 'amela-engineering' | 'amela-delivery'
export type FrameworkKey = 'nodejs' | 'rust' | 'python' | 'javascript' | 'go' | 'cpp' | 'php' | 'react' | 'csharp'

/** A post of the demo; `publishedAt` is an ISO date, and a post without one stays a draft. */
export type DemoArticle = {
  slug: string
  title: string
  excerpt: string
  publishedAt?: string
  topics: TopicSlug[]
  authors: AuthorKey[]
  /** Slugs of other demo articles, older ones: they must exist when this one is created. */
  related: string[]
  hero?: FigureKey
  /** The picture that social networks show, where it already stands in the text. */
  sharing?: FigureKey
  content: RichText
  /** Search result title and description, where they differ from title and excerpt. */
  meta?: { title?: string; description?: string }
  locale?: 'vi'
  /** The slug of the article this one translates. */
  translationOf?: string
}

export type DemoFramework = {
  key: FrameworkKey
  slug: string
  name: string
  kind: 'language' | 'runtime' | 'framework' | 'library'
  summary: string
  strengths: string[]
  weaknesses: string[]
  useCases: string[]
  ecosystem: { name: string; url?: string; note?: string }[]
  homepage: string
  content?: RichText
}

/** One figure of the post: a value or a range, and the date it speaks of. */
export type DemoStatistic = {
  key: string
  frameworkKey: FrameworkKey
  label: string
  unit: 'percent' | 'developers' | 'years'
  asOf: string
  population: string
  sourceName?: string
} & ({ value: number } | { low: number; high: number })
