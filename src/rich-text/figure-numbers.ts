import { isPopulated } from '@/platform/relations'
import type { RichTextBlock, RichTextNode } from './nodes'
import { statisticRuns } from './statistic-runs'

/**
 * The number of each figure and each table, counted apart: "Fig. 2", "Table 1". A block that renders nothing (a picture
 * that is not public, a statistic drawn with the one before it) takes no number.
 */
export function figureNumbers(nodes: RichTextNode[], firstFigure = 1): Map<RichTextNode, number> {
  const runs = statisticRuns(nodes)
  const numbers = new Map<RichTextNode, number>()
  let figures = firstFigure - 1
  let tables = 0
  for (const node of nodes) {
    if (node.type !== 'block') continue
    const block = node.fields as RichTextBlock
    if (runs.has(node) || (block.blockType === 'figure' && isPopulated(block.media))) numbers.set(node, ++figures)
    if (block.blockType === 'table') numbers.set(node, ++tables)
  }
  return numbers
}
