import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One ruled cell: a small label and its value. A cell without a value is left out. */
export type Cell = { label: string; value: ReactNode; wide?: boolean }

/** The title block of a drawing: who, when, how long, in ruled cells. */
export function TitleBlock({ cells, className }: { cells: Cell[]; className?: string }) {
  const filled = cells.filter(({ value }) => value !== undefined && value !== null && value !== '')
  if (filled.length === 0) return null
  return (
    <dl className={classNames('title-block', className)}>
      {filled.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'cell-wide' : undefined}>
          <dt className="label">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
