import { nodesOf, type RichTextBlock, type RichTextContent, type RichTextNode } from './nodes'

/**
 * The words of a rich text, for reading time and the search index. Text in blocks counts where it is read as text:
 * callouts, quotes, tables, questions, captions. Code is left out: nobody reads it at the speed of prose.
 */
export function plainText(content: RichTextContent | null | undefined): string {
  return nodesOf(content).map(textOf).filter(Boolean).join('\n')
}

/** The text inside a node, without marks. */
export function textOf(node: RichTextNode): string {
  if (node.type === 'text') return node.text
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'block') return blockText(node.fields as RichTextBlock)
  if (!('children' in node)) return ''
  const separator = node.type === 'list' ? '\n' : ''
  return node.children.map((child) => textOf(child as RichTextNode)).join(separator)
}

function blockText(block: RichTextBlock): string {
  const parts: (string | null | undefined)[] = (() => {
    switch (block.blockType) {
      case 'callout':
        return [block.title, block.text]
      case 'quote':
        return [block.text, block.source]
      case 'table':
        return [block.caption, ...(block.rows ?? []).flatMap((row) => (row.cells ?? []).map((cell) => cell.text))]
      case 'faq':
        return (block.items ?? []).flatMap((item) => [item.question, item.answer])
      case 'figure':
      case 'statistic':
        return [block.caption]
      default:
        return []
    }
  })()
  return parts.filter(Boolean).join('\n')
}
