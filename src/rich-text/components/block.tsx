import { MeetingCard } from '@/booking/components/meeting-card'
import { FrameworkCard } from '@/frameworks/components/framework-card'
import { StatisticFigure } from '@/frameworks/components/statistic-figure'
import type { FaqBlock, QuoteBlock, Statistic } from '@/payload-types'
import { isPopulated } from '@/platform/relations'
import { NextStep } from '@/site/components/next-step'
import { Picture } from '@/site/components/picture'
import type { Messages } from '@/site/messages'
import { safeHref } from '@/site/urls'
import { Figure } from '@/ui/figure'
import type { RichTextBlock } from '../nodes'
import { CodeListing } from './code-listing'
import { DataTable } from './data-table'

type BlockProps = {
  block: RichTextBlock
  /** Its number among the figures or tables of the text. */
  number?: number
  /** What a statistic draws: itself, and those after it that are the same figure at other dates. */
  series?: Statistic[]
  messages: Messages
  locale: string
  from?: string
}

/** A block of a rich text. One whose reference is gone renders nothing. */
export function Block({ block, number, series, messages, locale, from }: BlockProps) {
  switch (block.blockType) {
    case 'frameworkCard':
      return isPopulated(block.framework) ? <FrameworkCard framework={block.framework} messages={messages} /> : null
    case 'statistic':
      return series ? <StatisticFigure series={series} number={number} caption={block.caption} locale={locale} /> : null
    case 'code':
      return <CodeListing block={block} messages={messages} />
    case 'callout':
      return (
        <div className={`callout callout-${block.tone}`} role="note">
          <p className="label">{messages.richText.callouts[block.tone]}</p>
          {block.title ? <p className="callout-title">{block.title}</p> : null}
          <p>{block.text}</p>
        </div>
      )
    case 'figure':
      return isPopulated(block.media) ? (
        <Figure label={number ? messages.richText.figure(number) : undefined} caption={block.caption}>
          <Picture media={block.media} sizes="(min-width: 68rem) 54rem, 100vw" />
        </Figure>
      ) : null
    case 'table':
      return <DataTable block={block} number={number} messages={messages} />
    case 'quote':
      return <Quote block={block} />
    case 'callToAction':
      return <NextStep {...block} label={block.label || messages.richText.defaultAction} from={from} />
    case 'faq':
      return <Questions block={block} />
    case 'meeting':
      return <MeetingCard block={block} messages={messages} from={from} />
    default:
      return null
  }
}

function Quote({ block }: { block: QuoteBlock }) {
  const href = safeHref(block.sourceUrl)
  return (
    <figure className="quote">
      <blockquote>
        <p>{block.text}</p>
      </blockquote>
      {block.source ? (
        <figcaption className="label">— {href ? <a href={href}>{block.source}</a> : block.source}</figcaption>
      ) : null}
    </figure>
  )
}

/** Questions fold without JavaScript; a browser's search in the page opens the one it finds. */
function Questions({ block }: { block: FaqBlock }) {
  return (
    <div className="qa">
      {(block.items ?? []).map((item) => (
        <details key={item.id ?? item.question}>
          <summary>{item.question}</summary>
          <p>{item.answer}</p>
        </details>
      ))}
    </div>
  )
}
