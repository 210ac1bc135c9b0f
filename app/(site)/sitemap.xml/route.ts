import { articleDates, topicList } from '@/articles/queries'
import { offeredTypes } from '@/booking/page/offered-types'
import { pageList } from '@/content-pages/queries'
import { frameworkList } from '@/frameworks/queries'
import { type SitemapEntry, sitemapXml } from '@/site/sitemap'
import {
  articlePath,
  blogPath,
  bookPath,
  contactPath,
  frameworkPath,
  frameworksPath,
  pagePath,
  topicPath,
} from '@/site/urls'

export const dynamic = 'force-dynamic'

export async function GET() {
  const [pages, articles, topics, frameworks, meetingTypes] = await Promise.all([
    pageList(),
    articleDates(),
    topicList(),
    frameworkList(),
    offeredTypes(),
  ])
  const entries: SitemapEntry[] = [
    ...pages.map(({ slug, locale, updatedAt }) => ({ path: pagePath(slug, locale), updatedAt })),
    { path: blogPath() },
    { path: frameworksPath() },
    { path: contactPath() },
    { path: bookPath() },
    ...meetingTypes.map(({ slug, updatedAt }) => ({ path: bookPath({ type: slug }), updatedAt })),
    ...articles.map(({ slug, locale, updatedAt }) => ({ path: articlePath(slug, locale), updatedAt })),
    ...topics.map(({ slug, locale }) => ({ path: topicPath(slug, 1, locale) })),
    ...frameworks.map(({ slug, locale, updatedAt }) => ({ path: frameworkPath(slug, locale), updatedAt })),
  ]
  return new Response(sitemapXml(entries), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
