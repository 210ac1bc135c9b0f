import type { PaginatedDocs } from 'payload'
import type { Topic } from '@/payload-types'
import { Breadcrumbs, type Crumb } from '@/site/components/breadcrumbs'
import { PageHead } from '@/site/components/page-head'
import { Pagination } from '@/site/components/pagination'
import type { Site } from '@/site/queries'
import { Section } from '@/ui/section'
import type { ArticleSummary } from '../queries'
import { ArticleLedger } from './article-ledger'
import { TopicLinks } from './topic-links'

type ArchiveProps = {
  list: PaginatedDocs<ArticleSummary>
  topics: Topic[]
  topic?: Topic
  pathOf: (page: number) => string
  crumbs: Crumb[]
  site: Site
}

/** A page of the archive, whole or by topic. */
export function Archive({ list, topics, topic, pathOf, crumbs, site }: ArchiveProps) {
  const { messages } = site
  const { articles } = messages
  const page = list.page ?? 1
  return (
    <div className="sheet frame">
      <PageHead
        margin={<Breadcrumbs crumbs={crumbs} label={messages.frame.breadcrumbs} />}
        title={topic ? topic.name : articles.title}
        lead={topic ? topic.description : articles.description(site.name)}
      >
        <div className="mt-8">
          <TopicLinks topics={topics} current={topic} messages={messages} all />
        </div>
      </PageHead>
      <Section
        label={
          <>
            {articles.count(list.totalDocs)}
            {list.totalPages > 1 ? (
              <span className="block">{messages.pagination.position(page, list.totalPages)}</span>
            ) : null}
          </>
        }
      >
        <ArticleLedger articles={list.docs} site={site} />
        <Pagination page={page} pages={list.totalPages} pathOf={pathOf} messages={messages} />
      </Section>
    </div>
  )
}
