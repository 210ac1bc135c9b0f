import type {
  BlogPosting,
  BreadcrumbList,
  ContactPage,
  FAQPage,
  Graph,
  ItemList,
  Organization,
  Article as SchemaArticle,
  SearchResultsPage,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts'
import type { Article, Author } from '@/payload-types'
import { isPopulated, populated } from '@/platform/relations'
import type { Crumb } from './components/breadcrumbs'
import type { Site } from './queries'
import { absoluteUrl, articlePath, contactPath, pagePath, safeHref, searchPath } from './urls'

/*
 * What a page is, for machines (schema.org as JSON-LD). Each builder gives one node; `serialize` joins them into the
 * graph of a page. Nodes of the company and the site have fixed ids, so that the others refer to them.
 */

const organizationId = () => `${absoluteUrl(pagePath('home'))}#organization`
const websiteId = () => `${absoluteUrl(pagePath('home'))}#website`

/** JSON-LD for a `<script>`: `<` is written as an escape, so that no text of an editor can end the element. */
export function serialize(nodes: Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': nodes }
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}

export function organization({ settings, name }: Site): Organization {
  const profiles = (settings.social ?? []).flatMap(({ url }) => safeHref(url) ?? [])
  return {
    '@type': 'Organization',
    '@id': organizationId(),
    name,
    url: absoluteUrl(pagePath('home')),
    ...(settings.legalName ? { legalName: settings.legalName } : {}),
    ...(settings.tagline ? { slogan: settings.tagline } : {}),
    ...(settings.hotline ? { telephone: settings.hotline } : {}),
    ...(settings.email ? { email: settings.email } : {}),
    ...(settings.address ? { address: settings.address } : {}),
    ...(isPopulated(settings.logo) && settings.logo.url ? { logo: absoluteUrl(settings.logo.url) } : {}),
    ...(profiles.length > 0 ? { sameAs: profiles } : {}),
  }
}

export function website({ name, locale }: Site): WebSite {
  return {
    '@type': 'WebSite',
    '@id': websiteId(),
    name,
    url: absoluteUrl(pagePath('home')),
    inLanguage: locale,
    publisher: { '@id': organizationId() },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absoluteUrl(searchPath())}?q={search_term_string}`,
      // Google's own name for it, which schema.org does not know.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  }
}

export function breadcrumbs(crumbs: Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name,
      item: absoluteUrl(path),
    })),
  }
}

const author = ({ kind, name, jobTitle, url }: Author) => ({
  '@type': kind === 'organization' ? ('Organization' as const) : ('Person' as const),
  name,
  ...(kind === 'person' && jobTitle ? { jobTitle } : {}),
  ...(safeHref(url) ? { url: safeHref(url) } : {}),
})

export function blogPosting(article: Article): BlogPosting {
  const url = absoluteUrl(articlePath(article.slug, article.locale))
  const image = [article.meta?.image, article.hero].find(isPopulated)
  return {
    '@type': 'BlogPosting',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.meta?.description || article.excerpt,
    inLanguage: article.locale,
    dateModified: article.updatedAt,
    ...(article.publishedAt ? { datePublished: article.publishedAt } : {}),
    ...(image?.url ? { image: absoluteUrl(image.url) } : {}),
    author: populated(article.authors).map(author) as BlogPosting['author'],
    publisher: { '@id': organizationId() },
    isPartOf: { '@id': websiteId() },
    keywords: populated(article.topics).map(({ name }) => name),
  }
}

/** An entry of the catalogue: an article about a technology, not the technology itself. */
export function catalogueEntry(entry: {
  path: string
  name: string
  summary: string
  homepage?: string | null
  updatedAt: string
}): SchemaArticle {
  const homepage = safeHref(entry.homepage)
  return {
    '@type': 'TechArticle',
    url: absoluteUrl(entry.path),
    headline: entry.name,
    description: entry.summary,
    dateModified: entry.updatedAt,
    about: { '@type': 'SoftwareApplication', name: entry.name, ...(homepage ? { url: homepage } : {}) },
    publisher: { '@id': organizationId() },
  }
}

export function faqPage(items: { question: string; answer: string }[]): FAQPage {
  return {
    '@type': 'FAQPage',
    mainEntity: items.map(({ question, answer }) => ({
      '@type': 'Question' as const,
      name: question,
      acceptedAnswer: { '@type': 'Answer' as const, text: answer },
    })),
  }
}

export function searchResultsPage({ messages }: Site): SearchResultsPage {
  return {
    '@type': 'SearchResultsPage',
    name: messages.search.title,
    url: absoluteUrl(searchPath()),
    isPartOf: { '@id': websiteId() },
  }
}

export function contactPage({ messages }: Site): ContactPage {
  return {
    '@type': 'ContactPage',
    name: messages.contact.title,
    url: absoluteUrl(contactPath()),
    about: { '@id': organizationId() },
  }
}

/** A page where a meeting is booked. */
export function bookingPage({ name, path }: { name: string; path: string }): WebPage {
  return {
    '@type': 'WebPage',
    name,
    url: absoluteUrl(path),
    about: { '@id': organizationId() },
    isPartOf: { '@id': websiteId() },
  }
}

/** The entries a listing leads to, in its order. */
export function itemList(items: { name: string; path: string }[], first = 1): ItemList {
  return {
    '@type': 'ItemList',
    itemListElement: items.map(({ name, path }, index) => ({
      '@type': 'ListItem' as const,
      position: first + index,
      name,
      url: absoluteUrl(path),
    })),
  }
}
