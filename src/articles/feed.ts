import { Feed } from 'feed'
import { populated } from '@/platform/relations'
import type { Site } from '@/site/queries'
import { absoluteUrl, articlePath, feedPath, pagePath } from '@/site/urls'
import { xmlSafe } from '@/site/xml'
import type { ArticleSummary } from './queries'

/** The newest articles as RSS 2.0. The id of an item is that of its document, so that a new slug is no new article. */
export function articleFeed(articles: ArticleSummary[], site: Site): string {
  const home = absoluteUrl(pagePath('home'))
  const newest = articles[0]?.publishedAt
  const feed = new Feed({
    title: xmlSafe(site.name),
    description: xmlSafe(site.messages.articles.description(site.name)),
    id: home,
    link: home,
    language: site.locale,
    copyright: xmlSafe(site.settings.legalName || site.name),
    feedLinks: { rss: absoluteUrl(feedPath) },
    // The library puts the moment of the call otherwise, and the feed would differ at each render.
    updated: newest ? new Date(newest) : new Date(0),
  })
  for (const article of articles) {
    feed.addItem({
      title: xmlSafe(article.title),
      id: `urn:uuid:${article.id}`,
      link: absoluteUrl(articlePath(article.slug, article.locale)),
      description: xmlSafe(article.excerpt),
      date: new Date(article.publishedAt ?? article.updatedAt),
      author: populated(article.authors).map(({ name }) => ({ name: xmlSafe(name) })),
      category: populated(article.topics).map(({ name }) => ({ name: xmlSafe(name) })),
    })
  }
  return feed.rss2()
}
