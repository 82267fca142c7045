import { ChartTable } from './chart-table'
import type { Baseline, TrendPoint, TrendWords } from './trend'
import { TrendKey } from './trend-key'
import { TrendPlot } from './trend-plot'

export interface TrendChartProps {
  /** What is shown, of where, in which unit. */
  title: string
  /** What is to be seen in it, in one sentence: read out in place of the picture. */
  summary: string
  points: readonly TrendPoint[]
  baseline?: Baseline | null | undefined
  format: (value: number) => string
  words: TrendWords
}

/** The rows of a table under one trend; a column only for what is there. */
function tableOf(points: readonly TrendPoint[], format: (value: number) => string, words: TrendWords) {
  const hasTarget = points.some(point => point.target !== null && point.target !== undefined)
  const hasBreak = points.some(point => point.breakLabel !== undefined)
  const columns = [
    words.period,
    words.value,
    ...(hasTarget ? [words.target] : []),
    ...(hasBreak ? [words.definition] : []),
  ]
  const rows = points.map(({ period, value, notAvailable, provisional, target, breakLabel }) => {
    const none = notAvailable ? words.notAvailable : words.none
    const said = value === null ? none : format(value)
    return {
      key: period,
      cells: [
        period,
        provisional && value !== null ? `${said} (${words.provisional})` : said,
        ...(hasTarget ? [target === null || target === undefined ? '–' : format(target)] : []),
        ...(hasBreak ? [breakLabel ?? ''] : []),
      ],
    }
  })
  return { columns, rows }
}

/** Values over time, with what they are measured against. A gap stays a gap, and nothing leads over a new definition. */
export function TrendChart({ title, summary, points, baseline = null, format, words }: TrendChartProps) {
  const { columns, rows } = tableOf(points, format, words)
  return (
    <figure className="chart">
      <figcaption className="sr-only">{title}</figcaption>
      <TrendPlot label={`${title}. ${summary}`} points={points} baseline={baseline} format={format} />
      <TrendKey points={points} baseline={baseline} words={words} />
      <ChartTable label={words.table} caption={title} columns={columns} rows={rows} />
    </figure>
  )
}
