'use client'

import { type CSSProperties, useState } from 'react'
import { minutesOf } from '../fields/clock-time'
import type { ShownDay, ShownTime } from '../page/days'

/** A free time as a place to drop a meeting on. Two at the same time of the clock, which goes back, share the width. */
export type FreeCell = ShownTime & { date: string; from: number; minutes: number; lane: number; lanes: number }

/**
 * Places the free times of some days.
 * @param step minutes between two of them
 */
export function freeCells({ days }: { days: ShownDay[] }, step: number): FreeCell[] {
  return days.flatMap(({ date, times }) => {
    const at = times.map((time) => ({ ...time, date, from: minutesOf(time.label.slice(0, 5)) ?? 0, minutes: step }))
    return at.map((cell, index) => {
      const same = ({ from }: { from: number }) => from === cell.from
      return { ...cell, lane: at.slice(0, index).filter(same).length, lanes: at.filter(same).length }
    })
  })
}

type Props = { cells: readonly FreeCell[]; onDrop: (cell: FreeCell) => void }

/** The free times of a column, while something is dragged. */
export function FreeCells({ cells, onDrop }: Props) {
  const [over, setOver] = useState<string>()
  return (
    <div aria-hidden="true" className="week-free">
      {cells.map((cell) => (
        <div
          data-over={over === cell.start}
          data-start={cell.start}
          key={cell.start}
          onDragLeave={() => setOver(undefined)}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(cell.start)
          }}
          onDrop={(event) => {
            event.preventDefault()
            // The column below takes what misses the free times.
            event.stopPropagation()
            onDrop(cell)
          }}
          style={
            {
              '--from': cell.from,
              '--minutes': cell.minutes,
              '--lane': cell.lane,
              '--lanes': cell.lanes,
            } as CSSProperties
          }
        >
          {cell.label}
        </div>
      ))}
    </div>
  )
}
