import { ArticleLedger } from '@/articles/components/article-ledger'
import { latestArticles } from '@/articles/queries'
import { FrameworkIndex } from '@/frameworks/components/framework-index'
import { StatisticGrid } from '@/frameworks/components/statistic-grid'
import { seriesOf } from '@/frameworks/figures'
import { frameworkList } from '@/frameworks/queries'
import type { FeatureListBlock, Page } from '@/payload-types'
import { populated } from '@/platform/relations'
import { RichText } from '@/rich-text/components/rich-text'
import { NextStep } from '@/site/components/next-step'
import type { Site } from '@/site/queries'
import { blogPath, frameworksPath } from '@/site/urls'
import { Section } from '@/ui/section'
import { Hero } from './hero'

type PageBlock = Page['layout'][number]

/** The blocks of a page, one after the other. Those with a heading are numbered sections. */
export function PageBlocks({ page, site }: { page: Page; site: Site }) {
  // The page needs one main heading: the opening has it, else the title of the page stands in for it.
  const hasHero = page.layout[0]?.blockType === 'hero'
  return (
    <div className="sheet frame">
      {hasHero ? null : (
        <div className="section page-head">
          <div className="section-body">
            <h1 className="page-title">{page.title}</h1>
          </div>
        </div>
      )}
      {page.layout.map((block, index) => (
        <Block key={block.id ?? index} block={block} index={index} isFront={page.slug === 'home'} site={site} />
      ))}
    </div>
  )
}

type BlockProps = { block: PageBlock; index: number; isFront: boolean; site: Site }

async function Block({ block, index, isFront, site }: BlockProps) {
  const isFirst = index === 0
  const { messages, locale } = site
  const id = `section-${index + 1}`
  switch (block.blockType) {
    case 'hero':
      return <Hero block={block} heading={isFirst ? 'h1' : 'h2'} drawing={isFront && isFirst} site={site} />
    case 'prose':
      return (
        <Section>
          <RichText content={block.content} locale={locale} />
        </Section>
      )
    case 'featureList':
      return (
        <Section numbered title={block.heading} id={id}>
          <FeatureList block={block} />
        </Section>
      )
    case 'latestArticles':
      return (
        <Section
          numbered
          label={<a href={blogPath()}>{messages.articles.allArticles}</a>}
          title={block.heading}
          id={id}
        >
          <ArticleLedger articles={await latestArticles(block.limit, locale)} site={site} heading="h3" />
        </Section>
      )
    case 'frameworkIndex':
      return (
        <Section
          numbered
          label={<a href={frameworksPath()}>{messages.frameworks.comparison}</a>}
          title={block.heading}
          id={id}
        >
          {block.intro ? <p className="lead mb-6">{block.intro}</p> : null}
          <FrameworkIndex frameworks={await frameworkList(locale)} messages={messages} />
        </Section>
      )
    case 'figures':
      return (
        <Section numbered title={block.heading} id={id}>
          <StatisticGrid series={seriesOf(populated(block.statistics))} locale={locale} />
        </Section>
      )
    case 'callToAction':
      return (
        <div className="section-action">
          <NextStep {...block} label={block.label || messages.richText.defaultAction} />
        </div>
      )
    default:
      return null
  }
}

function FeatureList({ block }: { block: FeatureListBlock }) {
  return (
    <>
      {block.intro ? <p className="lead mb-8">{block.intro}</p> : null}
      <ul className="feature-list">
        {(block.items ?? []).map(({ id, title, text }) => (
          <li key={id ?? title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
