import { isPopulated } from '@/platform/relations'
import type { RichTextBlock, RichTextNode } from './nodes'

/**
 * The number of each figure and each table, counted apart: "Fig. 2", "Table 1". A block whose reference is gone
 * (a statistic that was deleted, a picture that is not public) renders nothing, so it takes no number either.
 */
export function figureNumbers(nodes: RichTextNode[], firstFigure = 1): Map<RichTextNode, number> {
  const numbers = new Map<RichTextNode, number>()
  let figures = firstFigure - 1
  let tables = 0
  for (const node of nodes) {
    if (node.type !== 'block') continue
    const block = node.fields as RichTextBlock
    const isFigure =
      (block.blockType === 'figure' && isPopulated(block.media)) ||
      (block.blockType === 'statistic' && isPopulated(block.statistic))
    if (isFigure) numbers.set(node, ++figures)
    if (block.blockType === 'table') numbers.set(node, ++tables)
  }
  return numbers
}
