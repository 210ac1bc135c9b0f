import type { Statistic } from '@/payload-types'
import { StatisticFigure } from './statistic-figure'

/** Figures side by side, numbered in their order. */
export function StatisticGrid({ series, locale }: { series: Statistic[][]; locale: string }) {
  return (
    <div className="stat-grid">
      {series.map((rows, index) => (
        <StatisticFigure key={rows[0]?.id} series={rows} number={index + 1} locale={locale} />
      ))}
    </div>
  )
}
