import type { ReactNode } from 'react'
import { type Messages, messages as messagesOf } from '@/site/messages'
import { figureNumbers } from '../figure-numbers'
import { nodesOf, type RichTextBlock, type RichTextContent, type RichTextNode } from '../nodes'
import { headingIds } from '../outline'
import { statisticRuns } from '../statistic-runs'
import { Block } from './block'
import { Inline } from './inline'

type RichTextProps = {
  content: RichTextContent | null | undefined
  locale: string
  /** Slug of the article the text stands in; its calls to action carry it to the contact form. */
  from?: string
  /** Number of the first figure, where the page has figures before its text. */
  firstFigure?: number
}

/**
 * A rich text as a document: headings with anchors, numbered figures, and every block our editor has. Written by hand
 * rather than with Payload's converters, because those write `style` attributes, which our CSP refuses.
 */
export function RichText({ content, locale, from, firstFigure }: RichTextProps) {
  const nodes = nodesOf(content)
  const ids = headingIds(nodes)
  const numbers = figureNumbers(nodes, firstFigure)
  const series = statisticRuns(nodes)
  const messages = messagesOf(locale)
  return (
    <div className="prose prose-numbered">
      {nodes.map((node, index) =>
        node.type === 'block' ? (
          <Block
            key={index}
            block={node.fields as RichTextBlock}
            number={numbers.get(node)}
            series={series.get(node)}
            messages={messages}
            locale={locale}
            from={from}
          />
        ) : (
          <Flow key={index} node={node} id={ids.get(node)} messages={messages} />
        ),
      )}
    </div>
  )
}

/** A paragraph, heading, list, quotation or rule. */
function Flow({ node, id, messages }: { node: RichTextNode; id?: string; messages: Messages }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return node.children.length > 0 ? <p>{inline(node)}</p> : null
    case 'heading': {
      const Heading = node.tag
      return id ? <Heading id={id}>{inline(node)}</Heading> : null
    }
    case 'list':
      return <List node={node} messages={messages} />
    case 'quote':
      return <blockquote>{inline(node)}</blockquote>
    case 'horizontalrule':
      return <hr />
    default:
      return null
  }
}

const inline = (node: RichTextNode) => ('children' in node ? <Inline nodes={node.children as RichTextNode[]} /> : null)

type ListNode = Extract<RichTextNode, { type: 'list' }>
type ListItemNode = Extract<RichTextNode, { type: 'listitem' }>

function List({ node, messages }: { node: ListNode; messages: Messages }) {
  const items = (node.children as RichTextNode[]).filter((item): item is ListItemNode => item.type === 'listitem')
  const children = items.map((item, index) => (
    <li key={index}>
      {node.listType === 'check' ? <Tick done={item.checked === true} messages={messages} /> : null}
      <ListItemContent nodes={item.children as RichTextNode[]} messages={messages} />
    </li>
  ))
  if (node.listType === 'check') return <ul className="checklist">{children}</ul>
  if (node.listType === 'number') return <ol start={node.start > 1 ? node.start : undefined}>{children}</ol>
  return <ul>{children}</ul>
}

/** Text of an item, and the lists nested in it. */
function ListItemContent({ nodes, messages }: { nodes: RichTextNode[]; messages: Messages }) {
  const nested = nodes.filter((node): node is ListNode => node.type === 'list')
  return (
    <>
      <Inline nodes={nodes.filter((node) => node.type !== 'list')} />
      {nested.map((list, index) => (
        <List key={index} node={list} messages={messages} />
      ))}
    </>
  )
}

/** The state of an item as a drawn box, and in words for those who do not see it. */
function Tick({ done, messages }: { done: boolean; messages: Messages }) {
  return (
    <>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
        <rect x="0.5" y="0.5" width="15" height="15" />
        {done ? <path d="M3.5 8.5 6.5 11.5 12.5 4.5" strokeWidth="2" /> : null}
      </svg>
      <span className="sr-only">{done ? messages.richText.done : messages.richText.toDo} </span>
    </>
  )
}
