import type { Article } from '@/payload-types'
import { isPopulated, populated } from '@/platform/relations'
import { RichText } from '@/rich-text/components/rich-text'
import { endsWithBlock, nodesOf } from '@/rich-text/nodes'
import { outline } from '@/rich-text/outline'
import { plainText } from '@/rich-text/plain-text'
import { Breadcrumbs, type Crumb } from '@/site/components/breadcrumbs'
import { NextStep } from '@/site/components/next-step'
import { PageHead } from '@/site/components/page-head'
import { Picture } from '@/site/components/picture'
import { formatDate } from '@/site/dates'
import type { Site } from '@/site/queries'
import { Section } from '@/ui/section'
import { type Cell, TitleBlock } from '@/ui/title-block'
import type { ArticleSummary } from '../queries'
import { readingTime } from '../reading-time'
import { ArticleLedger } from './article-ledger'
import { AuthorNotes, authorNames } from './byline'
import { Contents } from './contents'
import { TopicLinks } from './topic-links'

type ArticlePageProps = { article: Article; related: ArticleSummary[]; crumbs: Crumb[]; site: Site }

/** An article as a sheet: its title block, its contents in the margin, its text, and where to go from here. */
export function ArticlePage({ article, related, crumbs, site }: ArticlePageProps) {
  const { articles, frame } = site.messages
  const topics = populated(article.topics)
  const authors = populated(article.authors)
  const hero = isPopulated(article.hero) ? article.hero : undefined
  const endsWithAction = endsWithBlock(article.content, 'callToAction')
  return (
    <>
      <article className="sheet frame" lang={article.locale}>
        <PageHead
          margin={<Breadcrumbs crumbs={crumbs} label={frame.breadcrumbs} />}
          title={article.title}
          lead={article.excerpt}
        >
          <TitleBlock cells={titleBlockCells(article, site)} />
          {hero ? (
            <div className="page-picture">
              <Picture media={hero} sizes="(min-width: 68rem) 60rem, 100vw" eager />
            </div>
          ) : null}
        </PageHead>
        <div className="section">
          <div className="section-margin section-margin-contents">
            <Contents entries={outline(nodesOf(article.content))} messages={site.messages} />
          </div>
          <div className="section-body">
            <RichText content={article.content} locale={article.locale} from={article.slug ?? undefined} />
          </div>
        </div>
        <Section label={articles.aboutAuthor}>
          <AuthorNotes authors={authors} />
          <TopicLinks topics={topics} messages={site.messages} />
        </Section>
        {related.length > 0 ? (
          <Section label={articles.label} title={articles.related} id="read-next">
            <ArticleLedger articles={related} site={site} heading="h3" />
          </Section>
        ) : null}
      </article>
      {endsWithAction ? null : (
        <div className="frame">
          <NextStep
            title={articles.nextStepTitle}
            text={articles.nextStepText}
            label={articles.nextStepLabel}
            from={article.slug}
          />
        </div>
      )}
    </>
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Byline, dates and reading time. A revision of the first day is part of publishing and not worth a cell. */
function titleBlockCells(article: Article, { messages, locale, timeZone }: Site): Cell[] {
  const { publishedAt, updatedAt } = article
  const revised = publishedAt && Date.parse(updatedAt) - Date.parse(publishedAt) > DAY_MS ? updatedAt : undefined
  const date = (value: string | null | undefined) =>
    value ? <time dateTime={value}>{formatDate(value, locale, timeZone)}</time> : undefined
  return [
    { label: messages.articles.by, value: authorNames(populated(article.authors), locale) },
    { label: messages.dates.published, value: date(publishedAt) },
    { label: messages.dates.updated, value: date(revised) },
    {
      label: messages.articles.readingTime,
      value: messages.articles.minutes(readingTime(plainText(article.content), article.locale)),
    },
  ]
}
