import type {
  SerializedBlockNode,
  SerializedHeadingNode,
  SerializedListItemNode,
  SerializedListNode,
  SerializedParagraphNode,
} from '@payloadcms/richtext-lexical'
import type { CodeBlock } from '@/payload-types'
import { demoId, rowId } from './ids'
import { type InlineNode, inline } from './inline'

export type Node =
  | SerializedParagraphNode<InlineNode>
  | SerializedHeadingNode<InlineNode>
  | SerializedListNode<SerializedListItemNode<InlineNode>>
  | SerializedBlockNode

/** A rich text value as Payload's Lexical field stores it. */
export type RichText = {
  root: { type: 'root'; children: Node[]; direction: null; format: ''; indent: 0; version: 1 }
}

/** What every Lexical element that holds children carries. */
const ELEMENT = { direction: null, format: '', indent: 0, version: 1 } as const

/**
 * A document of the given nodes. Gives blocks, their rows and links the ids which the editor would give
 * them; they depend on content and place alone, so a document is the same at each run.
 */
export function richText(...nodes: Node[]): RichText {
  const seed = JSON.stringify(nodes)
  const children = nodes.map((node, index) => identified(node, `${seed}/${index}`))
  return { root: { type: 'root', children, ...ELEMENT } }
}

function identified<T extends Node | InlineNode | SerializedListItemNode<InlineNode>>(node: T, path: string): T {
  if (node.type === 'block') return { ...node, fields: { ...identifiedRows(node.fields, path), id: rowId(path) } }
  if (!('children' in node)) return node
  const children = node.children.map((child, index) => identified(child, `${path}/${index}`))
  return node.type === 'link' ? { ...node, children, id: rowId(path) } : { ...node, children }
}

/** Array fields of a block: each row gets its id, rows inside rows too. */
function identifiedRows<T extends object>(fields: T, path: string): T {
  const entries = Object.entries(fields).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [name, value]
    const rows = value.map((row: object, index) => {
      const at = `${path}/${name}/${index}`
      return { ...identifiedRows(row, at), id: rowId(at) }
    })
    return [name, rows]
  })
  return Object.fromEntries(entries) as T
}

/** A paragraph, one argument per sentence; see `inline` for the marks it understands. */
export function p(...sentences: string[]): SerializedParagraphNode<InlineNode> {
  const children = inline(sentences.join(' '))
  const firstText = children.find((child) => child.type === 'text')
  return { type: 'paragraph', children, ...ELEMENT, textFormat: firstText?.format ?? 0, textStyle: '' }
}

export function h2(source: string): SerializedHeadingNode<InlineNode> {
  return { type: 'heading', tag: 'h2', children: inline(source), ...ELEMENT }
}

export function h3(source: string): SerializedHeadingNode<InlineNode> {
  return { type: 'heading', tag: 'h3', children: inline(source), ...ELEMENT }
}

/** A bulleted list, one argument per item. */
export function ul(...items: string[]): SerializedListNode<SerializedListItemNode<InlineNode>> {
  return { type: 'list', listType: 'bullet', tag: 'ul', start: 1, children: items.map(listItem), ...ELEMENT }
}

/** A numbered list, one argument per item. */
export function ol(...items: string[]): SerializedListNode<SerializedListItemNode<InlineNode>> {
  return { type: 'list', listType: 'number', tag: 'ol', start: 1, children: items.map(listItem), ...ELEMENT }
}

function listItem(source: string, index: number): SerializedListItemNode<InlineNode> {
  return { type: 'listitem', value: index + 1, checked: undefined, children: inline(source), ...ELEMENT }
}

/** Code with its language and, where it helps, the file it would stand in. */
export function code(language: CodeBlock['language'], source: string, filename?: string): SerializedBlockNode {
  return block('code', { language, ...(filename && { filename }), code: dedent(source) })
}

export function callout(tone: 'note' | 'tip' | 'warning', title: string, ...text: string[]): SerializedBlockNode {
  return block('callout', { tone, title, text: text.join(' ') })
}

/** A table whose first row is its header. */
export function table(caption: string, header: string[], ...rows: string[][]): SerializedBlockNode {
  const cells = (row: string[]) => ({ cells: row.map((text) => ({ text })) })
  return block('table', { caption, headerRow: true, headerColumn: true, rows: [header, ...rows].map(cells) })
}

/** A passage set apart: in our own words, or with the source and the address where it can be checked. */
export function quote(text: string, source?: { source: string; sourceUrl: string }): SerializedBlockNode {
  return block('quote', { text, ...source })
}

export function figure(media: string, caption: string): SerializedBlockNode {
  return block('figure', { media: demoId('media', media), caption })
}

export function frameworkCard(key: string): SerializedBlockNode {
  return block('frameworkCard', { framework: demoId('frameworks', key) })
}

export function statistic(key: string, caption?: string): SerializedBlockNode {
  return block('statistic', { statistic: demoId('statistics', key), ...(caption && { caption }) })
}

/** Questions with their answers, as pairs. */
export function faq(...items: [question: string, answer: string][]): SerializedBlockNode {
  return block('faq', { items: items.map(([question, answer]) => ({ question, answer })) })
}

/** `topic` is the key of an enquiry type; the contact form opens with it chosen. */
export function callToAction(fields: { title: string; text: string; label: string; topic: string }) {
  return block('callToAction', fields)
}

function block(blockType: string, fields: Record<string, unknown>): SerializedBlockNode {
  return { type: 'block', version: 2, format: '', fields: { id: '', blockName: '', blockType, ...fields } }
}

/** Code without the blank first and last line and the indentation that its place in our source gives it. */
function dedent(source: string): string {
  const lines = source.replace(/^\n|\n\s*$/g, '').split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  const depth = Math.min(...indents)
  return lines.map((line) => line.slice(depth)).join('\n')
}
