import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row, index: number) => ReactNode
  align?: 'start' | 'end'
  /** The column that names the row: a heading of the row, and the first line of the card on a phone. */
  lead?: boolean
  /** Left out on a phone, e.g. a running number. */
  narrow?: 'hide'
  /** Left out in print: what can only be pressed. */
  paper?: 'hide'
  /** A Tailwind width, e.g. `w-40`. */
  width?: string
}

/** Rows to compare on a desk, cards on a phone, a ruled table with a repeated head on paper. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  /** Read out, and printed above the table. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <table className="data-table">
      <caption className="sr-only print:not-sr-only print:pb-2 print:text-left print:font-bold">
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th
              key={column.key}
              scope="col"
              data-align={column.align}
              data-paper={column.paper}
              className={column.width}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row)} className="transition-colors hover:bg-sunken">
            {columns.map(column => (
              <td
                key={column.key}
                data-label={column.label}
                data-align={column.align}
                data-lead={column.lead || undefined}
                data-narrow={column.narrow}
                data-paper={column.paper}
                className={classes(column.lead && 'font-medium')}
              >
                {/* One box, so that on a phone all of it stands beside the label. */}
                <div className="min-w-0">{column.cell(row, index)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
