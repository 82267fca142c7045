import { romanQuarter } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import type { DashboardTrend } from '@mufakat/services'
import type { TrendPoint, TrendWords } from '@mufakat/ui/charts'
import { amountText, type Unit } from '~/target/amount'

/** "4,73%"; a word where there is none. */
export function valueText(words: Words, { standing }: DashboardTrend, of: Unit): string {
  if (standing.notAvailable) return words.t('dasbor.chart.not-available')
  if (standing.value === null) return words.t('dasbor.chart.none')
  return amountText(words, standing.value, of)
}

/** Tercapai, Mendekati, …; of a context, and without a target, that there is none. */
export const achievementText = (words: Words, { standing }: DashboardTrend): string =>
  words.t(standing.achievement === null ? 'dasbor.capai.none' : `dasbor.capai.${standing.achievement}`)

export const shareText = (words: Words, share: number | null): string =>
  share === null ? '–' : words.percent(share, 0)

export const trendWords = (words: Words): TrendWords => ({
  value: words.t('dasbor.chart.value'),
  target: words.t('dasbor.chart.target'),
  baseline: words.t('dasbor.chart.baseline'),
  band: words.t('dasbor.chart.band'),
  provisional: words.t('dasbor.chart.provisional'),
  final: words.t('dasbor.chart.final'),
  notAvailable: words.t('dasbor.chart.not-available'),
  none: words.t('dasbor.chart.none'),
  period: words.t('dasbor.chart.period'),
  definition: words.t('dasbor.chart.definition'),
  table: words.t('dasbor.chart.table'),
})

export const chartPoints = (words: Words, { points }: DashboardTrend): TrendPoint[] =>
  points.map(({ year, quarter, number, notAvailable, finality, target, near, breaks }) => ({
    period: words.triwulan({ year, quarter }),
    tick: romanQuarter(quarter),
    group: String(year),
    value: number,
    notAvailable,
    provisional: finality === 'sementara',
    target,
    band: near,
    breakLabel: breaks === null ? undefined : words.t('dasbor.chart.definition.of', { version: breaks }),
  }))
