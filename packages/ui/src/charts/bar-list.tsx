import { type ReactNode, useId } from 'react'
import { ChartTable } from './chart-table'
import { percentOf } from './scale'

/** How a part of a bar is filled; the first four differ also without colour. */
export const BAR_FILLS = ['solid', 'hatched', 'dotted', 'hollow'] as const
export type BarFill = (typeof BAR_FILLS)[number]

export interface BarRow {
  key: string
  /** Its name; a link, where there is more to see. */
  label: ReactNode
  /** One number for each part, none below 0; null: there is none. */
  values: readonly (number | null)[]
  /** What stands at the end of the bar: the number in words. */
  end: ReactNode
}

export interface BarListProps {
  title: string
  /** What the parts of a bar are called, and how each is filled; one part needs no key. */
  parts: readonly { label: string; fill: BarFill }[]
  rows: readonly BarRow[]
  /** What the whole width stands for; without it the longest bar. */
  whole?: number
  table: {
    label: string
    columns: readonly string[]
    rows: readonly { key: string; cells: readonly ReactNode[] }[]
  }
}

/** Bars that lie, each with its name above and its number behind. */
export function BarList({ title, parts, rows, whole, table }: BarListProps) {
  const id = useId()
  const sum = (row: BarRow) => row.values.reduce<number>((all, value) => all + (value ?? 0), 0)
  const most = whole ?? Math.max(1, ...rows.map(sum))
  const fillOf = (i: number) => `url(#${id}-${parts[i]?.fill ?? 'solid'})`
  return (
    <figure className="chart">
      <figcaption className="sr-only">{title}</figcaption>
      <svg width="0" height="0" aria-hidden="true" className="chart-fills">
        <defs>
          {BAR_FILLS.map(fill => (
            <pattern key={fill} id={`${id}-${fill}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" className={`bar-${fill}`} />
              {fill === 'hatched' && <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" className="bar-stroke" />}
              {fill === 'dotted' && <circle cx="3" cy="3" r="1.5" className="bar-dot" />}
            </pattern>
          ))}
        </defs>
      </svg>
      {parts.length > 1 && (
        <ul className="chart-key">
          {parts.map(({ label }, i) => (
            <li key={label}>
              <svg width="18" height="14" aria-hidden="true">
                <rect x="1" y="1" width="16" height="12" rx="2" fill={fillOf(i)} className="bar-edge" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <ul className="bar-list">
        {rows.map(row => {
          let before = 0
          return (
            <li key={row.key} className="keep-together">
              <span className="bar-label">{row.label}</span>
              <span className="bar-end">{row.end}</span>
              <svg width="100%" height="14" aria-hidden="true" className="bar-track">
                {row.values.map((value, i) => {
                  if (value === null || value <= 0) return null
                  const from = before
                  before += value
                  return (
                    <rect
                      key={parts[i]?.label}
                      x={percentOf(from / most)}
                      y="0.5"
                      width={percentOf(Math.min(value, most - from) / most)}
                      height="13"
                      fill={fillOf(i)}
                      className="bar-edge"
                    />
                  )
                })}
              </svg>
            </li>
          )
        })}
      </ul>
      <ChartTable label={table.label} caption={title} columns={table.columns} rows={table.rows} />
    </figure>
  )
}
