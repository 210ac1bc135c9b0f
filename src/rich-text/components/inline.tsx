import { Fragment, type ReactNode } from 'react'
import { documentPath, safeHref } from '@/site/urls'
import type { RichTextNode } from '../nodes'

/** Lexical keeps the formats of a text as bits. */
const BOLD = 1
const ITALIC = 2
const STRIKETHROUGH = 4
const CODE = 16

type LinkNode = Extract<RichTextNode, { type: 'link' | 'autolink' }>

/** Text with its marks, links and line breaks. */
export function Inline({ nodes }: { nodes: RichTextNode[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{render(node)}</Fragment>)
}

function render(node: RichTextNode): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node.text, node.format)
    case 'linebreak':
      return <br />
    case 'tab':
      return ' '
    case 'link':
    case 'autolink':
      return <TextLink node={node} />
    default:
      return 'children' in node ? <Inline nodes={node.children as RichTextNode[]} /> : null
  }
}

function marked(text: string, format: number): ReactNode {
  let content: ReactNode = text
  if (format & CODE) content = <code>{content}</code>
  if (format & STRIKETHROUGH) content = <s>{content}</s>
  if (format & ITALIC) content = <em>{content}</em>
  if (format & BOLD) content = <strong>{content}</strong>
  return content
}

/** A link; its bare text if it leads nowhere: to a document that is not public, or to a scheme that runs code. */
function TextLink({ node }: { node: LinkNode }) {
  const href = hrefOf(node)
  const content = <Inline nodes={node.children as RichTextNode[]} />
  if (!href) return content
  return node.fields.newTab ? (
    <a href={href} target="_blank" rel="noopener">
      {content}
    </a>
  ) : (
    <a href={href}>{content}</a>
  )
}

function hrefOf({ fields }: LinkNode): string | undefined {
  if (fields.linkType !== 'internal') return safeHref(fields.url)
  const document = fields.doc?.value
  // A link is read with its document, or stays an id that a visitor may not see.
  if (!fields.doc || typeof document !== 'object' || document === null) return undefined
  return documentPath(fields.doc.relationTo, document as { slug?: string; locale?: string })
}
