import type { Statistic } from '@/payload-types'

/** The part of a statistic that its chart and its words are made of. */
export type Figure = Pick<Statistic, 'value' | 'low' | 'high' | 'unit'>

/** Low and high end of a figure; the same number twice for a single value. Undefined if it holds no number at all. */
export function extent({ value, low, high }: Figure): { low: number; high: number } | undefined {
  const from = low ?? value ?? high
  const to = high ?? value ?? low
  return typeof from === 'number' && typeof to === 'number'
    ? { low: Math.min(from, to), high: Math.max(from, to) }
    : undefined
}

/** A figure in words of a language, without its unit for counts: `36.42%`, `3–9`, `600,000`, `2.2 million`. */
export function formatFigure(figure: Figure, locale: string): string {
  const ends = extent(figure)
  if (!ends) return '–'
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    ...(figure.unit === 'percent' ? { style: 'percent' as const } : {}),
    // A million and more is read, not counted.
    ...(ends.high >= 1e6 ? { notation: 'compact' as const, compactDisplay: 'long' as const } : {}),
  })
  const scale = figure.unit === 'percent' ? 100 : 1
  return ends.low === ends.high
    ? format.format(ends.low / scale)
    : format.formatRange(ends.low / scale, ends.high / scale)
}

export type Scale = { max: number; ticks: number[] }

/** The axis of a chart: percentages run to 100, everything else to a round number that holds the highest figure. */
export function scaleFor(figures: Figure[]): Scale {
  const highest = Math.max(0, ...figures.map((figure) => extent(figure)?.high ?? 0))
  if (figures[0]?.unit === 'percent' && highest <= 100) return { max: 100, ticks: [0, 25, 50, 75, 100] }
  if (highest === 0) return { max: 1, ticks: [0, 1] }
  const step = roundStep(highest / 4)
  const max = Math.ceil(highest / step) * step
  return { max, ticks: Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step) }
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough) ?? 10) * power
}

/** True for the same figure at two dates. */
export function isSameSeries(a: Statistic, b: Statistic): boolean {
  return a.frameworkKey === b.frameworkKey && a.label === b.label && a.unit === b.unit && a.population === b.population
}

/** For sorting: the oldest first. */
export const inOrderOfTime = (a: Statistic, b: Statistic) => a.asOf.localeCompare(b.asOf)

/** Statistics of one thing at several dates make one series, oldest first; everything else stands alone. */
export function seriesOf(statistics: Statistic[]): Statistic[][] {
  const all: Statistic[][] = []
  for (const statistic of statistics) {
    const series = all.find(([first]) => first && isSameSeries(first, statistic))
    if (series) series.push(statistic)
    else all.push([statistic])
  }
  return all.map((series) => series.toSorted(inOrderOfTime))
}

/** How many times the last figure of a series is the first; undefined where that says nothing. */
export function growth(series: Figure[]): number | undefined {
  const first = series[0] && extent(series[0])
  const last = series.at(-1)
  const end = last && extent(last)
  if (series.length < 2 || !first || !end || first.high <= 0 || end.high <= first.high) return undefined
  return end.high / first.high
}
