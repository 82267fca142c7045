import type { ReactNode } from 'react'
import { ChartTable } from './chart-table'
import type { Baseline, TrendPoint, TrendWords } from './trend'
import { TrendKey } from './trend-key'
import { TrendPlot } from './trend-plot'

export interface Panel {
  key: string
  /** Its name; a link, where there is more to see. */
  name: ReactNode
  /** The name as text, and what is to be seen: read out in place of the picture. */
  summary: string
  /** Beside the name: the newest value and what is said of it. */
  end?: ReactNode
  points: readonly TrendPoint[]
  baseline?: Baseline | null
  format: (value: number) => string
}

export interface SmallMultiplesProps {
  title: string
  panels: readonly Panel[]
  words: TrendWords
  /** Of the table under all of them: one row for a panel. */
  table: { columns: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] }
}

/** Many trends of one make beside each other, with one key and one table. */
export function SmallMultiples({ title, panels, words, table }: SmallMultiplesProps) {
  const points = panels.flatMap(panel => panel.points)
  return (
    <figure className="chart">
      <figcaption className="sr-only">{title}</figcaption>
      <ul className="chart-panels">
        {panels.map(({ key, name, summary, end, points: own, baseline, format }) => (
          <li key={key} className="keep-together">
            <div className="chart-panel-head">
              <span className="chart-panel-name">{name}</span>
              {end}
            </div>
            <TrendPlot label={summary} points={own} baseline={baseline} format={format} size="small" />
          </li>
        ))}
      </ul>
      <TrendKey points={points} baseline={null} words={words} />
      <ChartTable label={words.table} caption={title} {...table} />
    </figure>
  )
}
