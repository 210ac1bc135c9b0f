import type { Metadata } from 'next'
import type { Topic } from '@/payload-types'
import { respond } from '@/platform/render-context'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { pageNumber } from '@/site/pagination'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { breadcrumbs, itemList } from '@/site/structured-data'
import { articlePath, blogPath, pagePath, topicPath } from '@/site/urls'
import { ARTICLES_PER_PAGE, articleList, topicBySlug, topicList } from '../queries'
import { Archive } from './archive'

/** Segments of an address below `/blog`: the slug of a topic, the number of a page, both as they were typed. */
export type ArchiveAddress = { topic?: string; page?: string }

/** The four addresses of the archive: all or one topic of it, first page or a later one. */
export async function ArchiveRoute({ topic: slug, page: segment }: ArchiveAddress) {
  const topic = slug === undefined ? undefined : await topicBySlug(segmentText(slug))
  const pathOf = (page: number) => (slug === undefined ? blogPath(page) : topicPath(segmentText(slug), page))
  const missing = <Missing path={segment === undefined ? pathOf(1) : `${pathOf(1)}/page/${segmentText(segment)}`} />
  const page = segment === undefined ? 1 : pageNumber(segment)
  if (page === undefined || (slug !== undefined && !topic)) return missing
  if (segment === '1') {
    // The first page has one address, without a number.
    respond({ status: 301, location: pathOf(1) })
    return null
  }
  const [site, list, topics] = await Promise.all([loadSite(), articleList(page, { topic }), topicList()])
  if (page > 1 && page > list.totalPages) return missing
  const crumbs = crumbsOf(site.messages.frame.home, site.messages.articles.title, topic)
  const items = list.docs.map(({ title, slug, locale }) => ({ name: title, path: articlePath(slug, locale) }))
  return (
    <>
      <JsonLd nodes={[breadcrumbs(crumbs), itemList(items, (page - 1) * ARTICLES_PER_PAGE + 1)]} />
      <Archive
        list={list}
        topics={topics}
        topic={topic}
        pathOf={pathOf}
        crumbs={crumbs.slice(0, topic ? 2 : 1)}
        site={site}
      />
    </>
  )
}

function crumbsOf(home: string, blog: string, topic: Topic | undefined) {
  return [
    { name: home, path: pagePath('home') },
    { name: blog, path: blogPath() },
    ...(topic ? [{ name: topic.name, path: topicPath(topic.slug) }] : []),
  ]
}

export async function archiveMetadata({ topic: slug, page: segment }: ArchiveAddress): Promise<Metadata> {
  const [site, topic] = await Promise.all([loadSite(), slug === undefined ? undefined : topicBySlug(segmentText(slug))])
  const { articles, errors } = site.messages
  const page = segment === undefined ? 1 : pageNumber(segment)
  if (page === undefined || (slug !== undefined && !topic)) {
    return pageMetadata({ site, title: errors.notFoundTitle, hidden: true })
  }
  const name = topic ? articles.topicTitle(topic.name) : articles.title
  return pageMetadata({
    site,
    title: page > 1 ? `${name} · ${articles.page(page)}` : name,
    description: topic ? topic.description : articles.description(site.name),
    path: topic ? topicPath(topic.slug, page) : blogPath(page),
  })
}
