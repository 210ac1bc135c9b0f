import type { TableBlock } from '@/payload-types'
import type { Messages } from '@/site/messages'
import { Figure } from '@/ui/figure'

/** A table with its headings marked as such. Short rows are filled up, so that columns stay columns. */
export function DataTable({ block, number, messages }: { block: TableBlock; number?: number; messages: Messages }) {
  const rows = (block.rows ?? []).map((row) => (row.cells ?? []).map((cell) => cell.text ?? ''))
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return null
  const filled = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const [head, body] = block.headerRow ? [filled[0], filled.slice(1)] : [undefined, filled]
  return (
    <Figure label={number ? messages.richText.table(number) : undefined} caption={block.caption}>
      {/* Wider than a phone: it scrolls by itself, and can be reached and named for the keyboard. */}
      {/* A scrollable region must be reachable by keyboard. */}
      <div
        className="table-scroll"
        role="group"
        tabIndex={0}
        aria-label={block.caption || messages.richText.scrollable}
      >
        <table className="table">
          {head ? (
            <thead>
              <tr>
                {head.map((text, column) => (
                  <th key={keyOf(column)} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {body.map((row, index) => (
              <tr key={keyOf(index)}>
                {row.map((text, column) =>
                  column === 0 && block.headerColumn ? (
                    <th key={keyOf(column)} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={keyOf(column)}>{text}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  )
}

/** Cells are known by their place alone: two may hold the same text. */
const keyOf = (place: number) => `at-${place}`
