import type { Statistic } from '@/payload-types'
import { isPopulated } from '@/platform/relations'
import { formatAsOf } from '@/site/dates'
import { type Messages, messages as messagesOf } from '@/site/messages'
import { articlePath, safeHref } from '@/site/urls'
import { classNames } from '@/ui/class-names'
import { CaptionText } from '@/ui/figure'
import { formatFigure, growth } from '../figures'
import { StatisticChart } from './statistic-chart'

type StatisticFigureProps = {
  /** One figure, or the same figure at several dates, oldest first. */
  series: Statistic[]
  /** Its number on the page. */
  number?: number
  caption?: string | null
  locale: string
}

/** A figure, drawn, and where it comes from: date, population, source, and where we read it. */
export function StatisticFigure({ series, number, caption, locale }: StatisticFigureProps) {
  const messages = messagesOf(locale)
  const last = series.at(-1)
  if (!last) return null
  const factor = growth(series)
  // A single count has no whole to be a part of: a bar of it would say nothing.
  const drawn = series.length > 1 || last.unit !== 'developers'
  return (
    <figure className={classNames('figure stat', series.length > 1 && 'stat-wide')}>
      <p className="stat-value">{valueWithUnit(last, messages, locale)}</p>
      <p className="stat-label">{last.label}</p>
      {drawn ? <StatisticChart series={series} locale={locale} /> : null}
      {factor ? <p className="label mt-2">{messages.statistics.growth(formatFactor(factor, locale))}</p> : null}
      <figcaption className="figure-caption">
        {number || caption ? (
          <CaptionText label={number ? messages.richText.figure(number) : undefined} caption={caption} />
        ) : null}
        <Provenance series={series} messages={messages} locale={locale} />
      </figcaption>
    </figure>
  )
}

function valueWithUnit(statistic: Statistic, messages: Messages, locale: string): string {
  const value = formatFigure(statistic, locale)
  return statistic.unit === 'years' ? messages.statistics.years(value) : value
}

const formatFactor = (factor: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(factor)

/** A figure without its date and its source is a rumour: both always stand under it, and what is not known says so. */
function Provenance({ series, messages, locale }: { series: Statistic[]; messages: Messages; locale: string }) {
  const last = series.at(-1)
  if (!last) return null
  const dates = series.map((statistic) => formatAsOf(statistic, locale)).join(' · ')
  return (
    <dl className="provenance">
      <dt>{messages.statistics.asOf}</dt>
      <dd>{dates}</dd>
      <dt>{messages.statistics.population}</dt>
      <dd>{last.population}</dd>
      <dt>{messages.statistics.source}</dt>
      <dd>
        <Source statistic={last} messages={messages} />
      </dd>
      <CitedVia citedVia={last.citedVia} messages={messages} />
    </dl>
  )
}

function Source({ statistic, messages }: { statistic: Statistic; messages: Messages }) {
  if (statistic.sourceStatus === 'not-named' || !statistic.sourceName) {
    return <span className="unnamed">{messages.statistics.notNamed}</span>
  }
  const href = safeHref(statistic.sourceUrl)
  return href ? <a href={href}>{statistic.sourceName}</a> : statistic.sourceName
}

function CitedVia({ citedVia, messages }: { citedVia: Statistic['citedVia']; messages: Messages }) {
  const article = isPopulated(citedVia?.article) ? citedVia.article : undefined
  const title = citedVia?.title || article?.title
  if (!title) return null
  const href = article ? articlePath(article.slug, article.locale) : safeHref(citedVia?.url)
  return (
    <>
      <dt>{messages.statistics.citedVia}</dt>
      <dd>{href ? <a href={href}>{title}</a> : title}</dd>
    </>
  )
}
