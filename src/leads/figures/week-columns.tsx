/** Heights are of this many units; the drawing is scaled to the room there is. */
const HEIGHT = 100
const STEP = 20
const WIDTH = 14

/** One column; `reach` is a paler part above it, up to that value. */
export type Column = { key: string; value: number; reach?: number }

/**
 * Columns side by side, the highest as tall as the drawing. For the eye alone: a table beside it says the same to
 * those who do not see.
 */
export function WeekColumns({ columns }: { columns: Column[] }) {
  const highest = Math.max(1, ...columns.map(({ value, reach = 0 }) => Math.max(value, reach)))
  const tall = (value: number) => (value / highest) * HEIGHT
  return (
    <svg
      aria-hidden="true"
      className="lead-figures__columns"
      preserveAspectRatio="none"
      viewBox={`0 0 ${columns.length * STEP} ${HEIGHT}`}
    >
      {columns.map(({ key, value, reach = 0 }, index) => {
        const column = { x: index * STEP + (STEP - WIDTH) / 2, width: WIDTH }
        return (
          <g key={key}>
            <rect className="lead-figures__reach" {...column} height={tall(reach)} y={HEIGHT - tall(reach)} />
            <rect className="lead-figures__value" {...column} height={tall(value)} y={HEIGHT - tall(value)} />
          </g>
        )
      })}
    </svg>
  )
}
