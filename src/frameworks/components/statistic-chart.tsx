import type { Statistic } from '@/payload-types'
import { formatAsOf } from '@/site/dates'
import { extent, formatFigure, scaleFor } from '../figures'

/** Height of a bar with its label, and of the axis below, in pixels. */
const ROW = 44
const LABELLED_BAR = 22
const BAR = 16
const AXIS = 24

/**
 * A bar for each date of a series on one axis. Widths are percentages and there is no `viewBox`, so that the chart
 * takes any width and its letters keep their size on a phone. No `style`: geometry is in attributes, colour in classes.
 */
export function StatisticChart({ series, locale }: { series: Statistic[]; locale: string }) {
  const { max, ticks } = scaleFor(series)
  const first = series[0]
  if (!first) return null
  const labelled = series.length > 1
  const row = labelled ? ROW : BAR + 8
  const bottom = series.length * row
  const at = (value: number) => `${((value / max) * 100).toFixed(2)}%`
  const hatch = `hatch-${first.id}`
  return (
    <svg className="chart" width="100%" height={bottom + AXIS} role="img" aria-label={describe(series, locale)}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="chart-grid" x1="0" y1="0" x2="0" y2="6" strokeWidth="2" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <line key={tick} className="chart-grid" x1={at(tick)} x2={at(tick)} y1="0" y2={bottom} />
      ))}
      {series.map((statistic, index) => {
        const ends = extent(statistic)
        if (!ends) return null
        const y = index * row + (labelled ? LABELLED_BAR : 4)
        const from = ends.low === ends.high ? 0 : ends.low
        return (
          <g key={statistic.id}>
            {labelled ? (
              <text x="0" y={y - 7}>
                {formatAsOf(statistic, locale)}
                <tspan className="chart-value" dx="8">
                  {formatFigure(statistic, locale)}
                </tspan>
              </text>
            ) : null}
            <rect width="100%" height={BAR} y={y} fill={`url(#${hatch})`} />
            <rect className="chart-mark" x={at(from)} width={at(ends.high - from)} height={BAR} y={y} />
          </g>
        )
      })}
      <line className="chart-axis" x1="0" x2="100%" y1={bottom} y2={bottom} />
      {ticks.map((tick, index) => (
        <text key={tick} x={at(tick)} y={bottom + 17} textAnchor={anchor(index, ticks.length)}>
          {formatTick(tick, first.unit, locale)}
        </text>
      ))}
    </svg>
  )
}

/** The first and last letters of an axis stay inside it. */
function anchor(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

function formatTick(tick: number, unit: Statistic['unit'], locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    notation: 'compact',
    ...(unit === 'percent' ? { style: 'percent' } : {}),
  })
  return format.format(unit === 'percent' ? tick / 100 : tick)
}

/** The chart in words, for those who do not see it. */
function describe(series: Statistic[], locale: string): string {
  const points = series.map((statistic) => `${formatAsOf(statistic, locale)}: ${formatFigure(statistic, locale)}`)
  return `${series[0]?.label}. ${points.join('; ')}`
}
