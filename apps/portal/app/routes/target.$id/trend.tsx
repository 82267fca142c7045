import type { IndicatorDetail } from '@mufakat/services'
import { Empty } from '@mufakat/ui'
import { TrendChart } from '@mufakat/ui/charts'
import { LineChart } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'
import { amountText, numberText } from '~/target/amount'
import { useRegionName } from '~/target/region'
import { trendPoints } from '~/target/trend-points'

function Trend({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const regionName = useRegionName()
  const { standing, baseline, baselineDate } = indicator
  const points = trendPoints(
    indicator,
    at => words.triwulan(at),
    version => words.t('target.chart.version', { version }),
  )
  if (points.length === 0) return null
  const number = (value: number) => numberText(words, value, indicator)
  return (
    <TrendChart
      title={words.t('target.chart', {
        name: indicator.name,
        region: regionName(indicator.region),
        unit: indicator.unit,
      })}
      summary={
        standing.at === null || standing.value === null
          ? words.t('target.series.empty')
          : words.t('target.chart.said', {
              amount: amountText(words, standing.value, indicator),
              triwulan: words.triwulan(standing.at),
            })
      }
      points={points}
      baseline={
        baseline === null
          ? null
          : {
              value: baseline,
              label:
                baselineDate === null
                  ? number(baseline)
                  : `${number(baseline)}, ${words.date(baselineDate, 'short')}`,
            }
      }
      format={number}
      words={{
        value: words.t('target.chart.value'),
        target: words.t('target.chart.target'),
        baseline: words.t('target.chart.baseline'),
        band: words.t('target.chart.band'),
        provisional: words.t('sasaran.finality.sementara').toLowerCase(),
        final: words.t('sasaran.finality.final').toLowerCase(),
        notAvailable: words.t('sasaran.na'),
        none: words.t('target.none'),
        period: words.t('target.column.triwulan'),
        definition: words.t('target.chart.definition'),
        table: words.t('target.chart.table'),
      }}
    />
  )
}

/** The values of the last years against their targets. */
export function TrendSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  return (
    <Section id="perkembangan" title={words.t('target.series')}>
      {indicator.series.length === 0 ? (
        <Empty
          compact
          icon={LineChart}
          title={words.t('target.series.empty')}
          help={words.t('target.series.empty.help')}
        />
      ) : (
        <Trend indicator={indicator} />
      )}
    </Section>
  )
}
