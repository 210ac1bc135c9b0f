import type { Interval } from './types'

export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS

/** Time is taken in cells of five minutes of UTC: every offset in use is a multiple of a quarter of an hour. */
export const CELL_MS = 5 * MINUTE_MS

/** The cells that a stretch of time touches, as the stretch that they fill. */
export const inCells = ({ from, to }: Interval): Interval => ({
  from: Math.floor(from / CELL_MS) * CELL_MS,
  to: Math.ceil(to / CELL_MS) * CELL_MS,
})

/** What a meeting keeps a host from: itself and its buffers (minutes), in whole cells. */
export function occupied(
  { start, end }: { start: number; end: number },
  { bufferBefore, bufferAfter }: { bufferBefore: number; bufferAfter: number },
): Interval {
  return inCells({ from: start - bufferBefore * MINUTE_MS, to: end + bufferAfter * MINUTE_MS })
}

/** The same time as intervals in order that neither overlap nor touch. Empty ones are left out. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    if (from >= to) continue
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
