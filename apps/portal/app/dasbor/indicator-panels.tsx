import type { Words } from '@mufakat/i18n'
import type { DashboardIndicatorView } from '@mufakat/services'
import { Card, CardHead, Empty } from '@mufakat/ui'
import { SmallMultiples } from '@mufakat/ui/charts'
import { Link } from '@remix-run/react'
import { ChartLine } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { amountText, numberText } from '~/target/amount'
import { Achievement } from './achievement'
import { achievementText, chartPoints, trendWords, valueText } from './said'

export const summaryText = (words: Words, one: DashboardIndicatorView): string =>
  words.t('dasbor.indicator.summary', {
    name: one.name,
    value: valueText(words, one, one),
    word: achievementText(words, one),
  })

/** The trends of many indicators beside each other; `to` gives the page behind the name of each. */
export function IndicatorPanels({
  indicators,
  to,
}: {
  indicators: readonly DashboardIndicatorView[]
  to: (id: string) => string
}) {
  const words = useAllWords()
  const isDrawn = (one: DashboardIndicatorView) => one.points.some(({ number }) => number !== null)
  const silent = indicators.filter(one => !isDrawn(one))
  return (
    <Card as="section" aria-labelledby="indikator">
      <CardHead id="indikator" title={words.t('dasbor.indicator.title')} />
      {indicators.length === 0 ? (
        <Empty
          compact
          icon={ChartLine}
          title={words.t('dasbor.indicator.empty')}
          help={words.t('dasbor.indicator.empty.help')}
        />
      ) : (
        <div className="p-4 sm:p-5">
          <SmallMultiples
            title={words.t('dasbor.indicator.title')}
            words={trendWords(words)}
            panels={indicators.filter(isDrawn).map(one => ({
              key: one.id,
              name: (
                <Link to={to(one.id)} className="inline-flex min-h-11 items-center">
                  {one.name}
                </Link>
              ),
              end: (
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-bold tabular-nums">{valueText(words, one, one)}</span>
                  <Achievement trend={one} />
                </span>
              ),
              summary: summaryText(words, one),
              points: chartPoints(words, one),
              format: value => numberText(words, value, one),
            }))}
            table={{
              columns: [
                words.t('dasbor.indicator.title'),
                words.t('dasbor.indicator.value'),
                words.t('dasbor.chart.period'),
                words.t('dasbor.indicator.target'),
                words.t('dasbor.district.status'),
              ],
              rows: indicators.map(one => ({
                key: one.id,
                cells: [
                  one.name,
                  valueText(words, one, one),
                  one.standing.at === null ? '–' : words.triwulan(one.standing.at),
                  one.standing.target === null ? '–' : amountText(words, one.standing.target, one),
                  achievementText(words, one),
                ],
              })),
            }}
          />
          {silent.length > 0 && (
            <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
              {words.t('dasbor.indicator.silent')}
              {silent.map(({ id, name }) => (
                <Link key={id} to={to(id)} className="inline-flex min-h-11 items-center">
                  {name}
                </Link>
              ))}
            </p>
          )}
        </div>
      )}
    </Card>
  )
}
