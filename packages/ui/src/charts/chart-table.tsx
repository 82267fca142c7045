import type { ReactNode } from 'react'

export interface ChartTableProps {
  /** What stands on the line that opens it, e.g. "Tabel". */
  label: string
  /** Of the table: what the chart shows. */
  caption: string
  columns: readonly string[]
  /** The first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** Open from the beginning, as where a paper is made of the page. */
  open?: boolean
}

/** The figures of a chart as text, for who can't see it and for who wants to copy them. */
export function ChartTable({ label, caption, columns, rows, open }: ChartTableProps) {
  return (
    <details className="chart-table" open={open}>
      <summary>{label}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than a phone is scrolled by keys as well */}
      <section className="chart-table-box" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.key}>
                {row.cells.map((cell, i) =>
                  i === 0 ? (
                    <th key={columns[i]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={columns[i]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
