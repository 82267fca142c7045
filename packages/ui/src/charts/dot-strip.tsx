import type { ReactNode } from 'react'
import { ChartTable } from './chart-table'
import { niceTicks, percentOf } from './scale'

export interface Dot {
  key: string
  name: string
  value: number
  /** Drawn hollow. */
  provisional?: boolean
}

export interface DotStripProps {
  title: string
  /** What is to be seen in it, in one sentence: read out in place of the picture. */
  summary: string
  dots: readonly Dot[]
  /** What the dots are measured against. */
  line?: { value: number; label: string } | null
  format: (value: number) => string
  /** How many have no value, in words: they are told, not drawn. */
  note?: string | undefined
  table: {
    label: string
    columns: readonly string[]
    rows: readonly { key: string; cells: readonly ReactNode[] }[]
  }
}

/** As many places beside each other as dots of 5 px have on a phone. */
const PLACES = 56
const DOT = 6
const MOST = 132

/** How many values there are of each size: one dot for each, those that are alike above each other. */
export function DotStrip({ title, summary, dots, line = null, format, note, table }: DotStripProps) {
  const ticks = niceTicks([...dots.map(dot => dot.value), ...(line ? [line.value] : [])], 4)
  const low = ticks[0] ?? 0
  const span = (ticks.at(-1) ?? 1) - low
  // Half a dot is left free at either end.
  const at = (value: number) => 0.01 + 0.98 * ((value - low) / span)
  const stacks = new Map<number, number>()
  const placed = [...dots]
    .sort((a, b) => a.value - b.value)
    .map(dot => {
      const place = Math.round(((dot.value - low) / span) * PLACES)
      const height = stacks.get(place) ?? 0
      stacks.set(place, height + 1)
      return { dot, x: percentOf(0.01 + 0.98 * (place / PLACES)), height }
    })
  const tallest = Math.max(1, ...stacks.values())
  // Where very many are alike they overlap, and the number above them says how many they are.
  const step = Math.min(DOT, MOST / tallest)
  const crowd = [...stacks].find(([, count]) => count === tallest && step < DOT)
  const ground = (crowd ? 42 : 26) + Math.max(30, step * tallest)
  return (
    <figure className="chart">
      <figcaption className="sr-only">{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}. ${summary}`}
        width="100%"
        height={ground + 26}
        className="dot-strip"
      >
        <line x1="0" x2="100%" y1={ground} y2={ground} className="chart-grid" />
        {ticks.map((tick, i) => (
          <text
            key={tick}
            x={percentOf(at(tick))}
            y={ground + 18}
            textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
          >
            {format(tick)}
          </text>
        ))}
        {line && (
          <g className="chart-target">
            <line x1={percentOf(at(line.value))} x2={percentOf(at(line.value))} y1="16" y2={ground} />
            <text
              x={percentOf(at(line.value))}
              y="11"
              textAnchor={at(line.value) < 0.3 ? 'start' : at(line.value) > 0.7 ? 'end' : 'middle'}
            >
              {line.label}
            </text>
          </g>
        )}
        {placed.map(({ dot, x, height }) => (
          <circle
            key={dot.key}
            cx={x}
            cy={Math.round((ground - 4 - step * height) * 10) / 10}
            r="2.6"
            className={dot.provisional ? 'chart-point chart-hollow' : 'chart-point'}
          >
            <title>{`${dot.name}: ${format(dot.value)}`}</title>
          </circle>
        ))}
        {crowd && (
          <text
            x={percentOf(0.01 + 0.98 * (crowd[0] / PLACES))}
            y={ground - step * tallest - 6}
            textAnchor={crowd[0] < PLACES / 2 ? 'start' : 'end'}
            className="chart-value"
          >
            {String(crowd[1])}
          </text>
        )}
      </svg>
      {note !== undefined && <p className="chart-note">{note}</p>}
      <ChartTable label={table.label} caption={title} columns={table.columns} rows={table.rows} />
    </figure>
  )
}
