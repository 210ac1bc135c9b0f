import type { Framework, Statistic } from '@/payload-types'
import { RichText } from '@/rich-text/components/rich-text'
import { Breadcrumbs, type Crumb } from '@/site/components/breadcrumbs'
import { NextStep } from '@/site/components/next-step'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { frameworkPath, safeHref } from '@/site/urls'
import { Section } from '@/ui/section'
import { TitleBlock } from '@/ui/title-block'
import { seriesOf } from '../figures'
import { StatisticGrid } from './statistic-grid'

type FrameworkPageProps = {
  framework: Framework
  statistics: Statistic[]
  previous?: Framework
  next?: Framework
  crumbs: Crumb[]
  site: Site
}

/** An entry of the catalogue as numbered sections; one that holds nothing is left out and takes no number. */
export function FrameworkPage({ framework, statistics, previous, next, crumbs, site }: FrameworkPageProps) {
  const { frameworks: texts, frame } = site.messages
  const series = seriesOf(statistics)
  return (
    <>
      <article className="sheet frame" lang={framework.locale}>
        <PageHead
          margin={<Breadcrumbs crumbs={crumbs} label={frame.breadcrumbs} />}
          title={framework.name}
          lead={framework.summary}
        >
          <TitleBlock cells={headCells(framework, statistics.length, site)} />
        </PageHead>
        {sections(framework, series, site)
          .filter(({ filled }) => filled)
          .map(({ id, title, content }) => (
            <Section key={id} id={id} numbered title={title}>
              {content}
            </Section>
          ))}
        {previous || next ? (
          <nav className="section" aria-label={texts.index}>
            <div className="section-body two-columns">
              <Neighbour label={texts.previous} framework={previous} />
              <Neighbour label={texts.next} framework={next} />
            </div>
          </nav>
        ) : null}
      </article>
      <div className="frame">
        <NextStep title={texts.nextStepTitle(framework.name)} text={texts.nextStepText} label={texts.nextStepLabel} />
      </div>
    </>
  )
}

function headCells(framework: Framework, figures: number, { messages: { frameworks: texts } }: Site) {
  const homepage = safeHref(framework.homepage)
  return [
    { label: texts.kind, value: texts.kinds[framework.kind] },
    { label: texts.figureCount, value: figures > 0 ? figures : undefined },
    { label: texts.homepage, value: homepage ? <a href={homepage}>{new URL(homepage).host}</a> : undefined },
  ]
}

function sections(framework: Framework, series: Statistic[][], site: Site) {
  const { frameworks: texts } = site.messages
  const { strengths, weaknesses, useCases, ecosystem, content } = framework
  return [
    {
      id: 'trade-offs',
      title: texts.tradeOffs,
      filled: Boolean(strengths?.length || weaknesses?.length),
      content: (
        <div className="two-columns">
          <SignedList title={texts.strengths} items={strengths} />
          <SignedList title={texts.weaknesses} items={weaknesses} minus />
        </div>
      ),
    },
    {
      id: 'use-cases',
      title: texts.useCases,
      filled: Boolean(useCases?.length),
      content: (
        <ol className="plain-list">
          {(useCases ?? []).map(({ id, text }) => (
            <li key={id ?? text}>{text}</li>
          ))}
        </ol>
      ),
    },
    {
      id: 'figures',
      title: texts.figuresHeading,
      filled: series.length > 0,
      content: <StatisticGrid series={series} locale={framework.locale} />,
    },
    {
      id: 'ecosystem',
      title: texts.ecosystem,
      filled: Boolean(ecosystem?.length),
      content: <Ecosystem items={ecosystem} />,
    },
    {
      id: 'notes',
      title: texts.notes,
      filled: Boolean(content?.root.children.length),
      content: <RichText content={content} locale={framework.locale} firstFigure={series.length + 1} />,
    },
  ]
}

type TextItems = { id?: string | null; text: string }[] | null | undefined

function SignedList({ title, items, minus = false }: { title: string; items: TextItems; minus?: boolean }) {
  if (!items?.length) return null
  return (
    <div>
      <h3 className="column-title">{title}</h3>
      <ul className={minus ? 'signed signed-minus' : 'signed'}>
        {items.map(({ id, text }) => (
          <li key={id ?? text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function Ecosystem({ items }: { items: Framework['ecosystem'] }) {
  return (
    <dl className="definitions">
      {(items ?? []).map(({ id, name, url, note }) => {
        const href = safeHref(url)
        return (
          <div key={id ?? name}>
            <dt>{href ? <a href={href}>{name}</a> : name}</dt>
            <dd>{note}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function Neighbour({ label, framework }: { label: string; framework?: Framework }) {
  if (!framework) return <span />
  return (
    <p>
      <span className="label block">{label}</span>
      <a className="index-name" href={frameworkPath(framework.slug, framework.locale)}>
        {framework.name}
      </a>
    </p>
  )
}
