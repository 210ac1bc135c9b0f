import { inOrderOfTime, isSameSeries } from '@/frameworks/figures'
import type { Statistic, StatisticBlock } from '@/payload-types'
import { isPopulated } from '@/platform/relations'
import type { RichTextBlock, RichTextNode } from './nodes'

/**
 * Statistics that stand one after the other and are the same figure at several dates are drawn as one series, under the
 * first of them. Gives the series for each first block; the others of a run, and blocks whose figure is gone, have none.
 */
export function statisticRuns(nodes: RichTextNode[]): Map<RichTextNode, Statistic[]> {
  const runs = new Map<RichTextNode, Statistic[]>()
  let current: Statistic[] | undefined
  for (const node of nodes) {
    const block = statisticBlock(node)
    if (!block || !isPopulated(block.statistic)) {
      current = undefined
      continue
    }
    const [first] = current ?? []
    if (current && first && !block.caption && isSameSeries(first, block.statistic)) {
      current.push(block.statistic)
      current.sort(inOrderOfTime)
    } else {
      current = [block.statistic]
      runs.set(node, current)
    }
  }
  return runs
}

function statisticBlock(node: RichTextNode): StatisticBlock | undefined {
  if (node.type !== 'block') return undefined
  const block = node.fields as RichTextBlock
  return block.blockType === 'statistic' ? block : undefined
}
