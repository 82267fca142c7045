import { medianOf } from '@mufakat/domain'
import type { IndicatorDashboard } from '@mufakat/services'
import { Card, CardHead } from '@mufakat/ui'
import { DotStrip, SmallMultiples } from '@mufakat/ui/charts'
import { DistrictMap } from '~/dasbor/district-map'
import { achievementText, chartPoints, trendWords, valueText } from '~/dasbor/said'
import { useAllWords } from '~/frame/words'
import { amountText, numberText } from '~/target/amount'

/** The kecamatan beside each other: on tiles as they stand, and each over the years. */
export function Districts({ indicator, districts }: Pick<IndicatorDashboard, 'indicator' | 'districts'>) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="kecamatan">
      <CardHead id="kecamatan" title={words.t('dasbor.district.title')} />
      <div className="grid gap-6 p-4 sm:p-5">
        <DistrictMap indicator={indicator} tiles={districts} />
        <SmallMultiples
          title={words.t('dasbor.map.of', { name: indicator.name })}
          words={trendWords(words)}
          panels={districts.map(({ code, name, trend }) => ({
            key: code,
            name,
            end: <span className="tabular-nums">{valueText(words, trend, indicator)}</span>,
            summary: words.t('dasbor.indicator.summary', {
              name,
              value: valueText(words, trend, indicator),
              word: achievementText(words, trend),
            }),
            points: chartPoints(words, trend),
            format: value => numberText(words, value, indicator),
          }))}
          table={{
            columns: [
              words.t('dasbor.district.column'),
              words.t('dasbor.indicator.value'),
              words.t('dasbor.indicator.target'),
              words.t('dasbor.district.status'),
            ],
            rows: districts.map(({ code, name, trend }) => ({
              key: code,
              cells: [
                name,
                valueText(words, trend, indicator),
                trend.standing.target === null ? '–' : amountText(words, trend.standing.target, indicator),
                achievementText(words, trend),
              ],
            })),
          }}
        />
      </div>
    </Card>
  )
}

/** How the desa are spread, one dot each. */
export function Villages({
  indicator,
  villages,
}: {
  indicator: IndicatorDashboard['indicator']
  villages: NonNullable<IndicatorDashboard['villages']>
}) {
  const words = useAllWords()
  const dots = villages.numbers.flatMap(({ code, name, district, number, finality }) =>
    number === null
      ? []
      : [
          {
            key: code,
            name: words.t('dasbor.village.name', { name, district }),
            value: number,
            provisional: finality === 'sementara',
          },
        ],
  )
  const numbers = dots.map(({ value }) => value)
  const middle = medianOf(numbers)
  const missing = villages.numbers.length - dots.length
  const format = (value: number) => numberText(words, value, indicator)
  const title = words.t('dasbor.village.title', {
    n: villages.numbers.length,
    triwulan: words.triwulan(villages.at),
  })
  return (
    <Card as="section" aria-labelledby="desa">
      <CardHead id="desa" title={title} />
      <div className="p-4 sm:p-5">
        <DotStrip
          title={title}
          summary={
            middle === null
              ? words.t('dasbor.chart.none')
              : words.t('dasbor.village.summary', {
                  n: dots.length,
                  low: format(Math.min(...numbers)),
                  high: format(Math.max(...numbers)),
                  middle: format(middle),
                })
          }
          dots={dots}
          format={format}
          note={missing === 0 ? undefined : words.t('dasbor.village.missing', { n: missing })}
          table={{
            label: words.t('dasbor.chart.table'),
            columns: [words.t('dasbor.village.column'), indicator.unit],
            rows: villages.numbers.map(({ code, name, district, number, notAvailable }) => ({
              key: code,
              cells: [
                words.t('dasbor.village.name', { name, district }),
                number === null
                  ? words.t(notAvailable ? 'dasbor.chart.not-available' : 'dasbor.chart.none')
                  : format(number),
              ],
            })),
          }}
        />
      </div>
    </Card>
  )
}
