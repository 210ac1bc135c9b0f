import { populated } from '@/platform/relations'
import { formatDate } from '@/site/dates'
import type { Site } from '@/site/queries'
import { articlePath } from '@/site/urls'
import type { ArticleSummary } from '../queries'

type ArticleLedgerProps = {
  articles: ArticleSummary[]
  site: Site
  /** Level of the titles: the listing of a page, or a part of another one. */
  heading?: 'h2' | 'h3'
}

/** Articles as entries of a ledger: date and topic in the margin, title and summary beside them. */
export function ArticleLedger({ articles, site, heading: Heading = 'h2' }: ArticleLedgerProps) {
  if (articles.length === 0) return <p className="text-soft">{site.messages.articles.none}</p>
  return (
    <ol className="ledger">
      {articles.map((article) => (
        <li key={article.id}>
          <div className="ledger-data label">
            {article.publishedAt ? (
              <time dateTime={article.publishedAt}>{formatDate(article.publishedAt, site.locale, site.timeZone)}</time>
            ) : null}
            {populated(article.topics)
              .slice(0, 1)
              .map(({ id, name }) => (
                <span key={id}>{name}</span>
              ))}
          </div>
          <div>
            <Heading className="ledger-title">
              <a href={articlePath(article.slug, article.locale)}>{article.title}</a>
            </Heading>
            <p className="ledger-text">{article.excerpt}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
