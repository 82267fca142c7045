import { compareTriwulan, isDueIn, romanQuarter, shiftTriwulan, type Triwulan } from '@mufakat/domain'
import type { OpenIndicator, OpenValue } from '@mufakat/services'
import { Card, CardHead, type Column, DataTable } from '@mufakat/ui'
import { TrendChart, type TrendPoint } from '@mufakat/ui/charts'
import { useAllWords } from '~/frame/words'
import { openNumber } from './indicator-line'

/** A picture holds so many; the table has all of them. */
const DRAWN = 20

/** From the first to the last value each triwulan in which one is due or was said: what is missing is a gap. */
function times(series: readonly OpenValue[], { frequency }: OpenIndicator): Triwulan[] {
  const [first] = series
  const last = series.at(-1)
  if (first === undefined || last === undefined) return []
  const all: Triwulan[] = []
  for (let at: Triwulan = first; compareTriwulan(at, last) <= 0; at = shiftTriwulan(at, 1)) {
    const isSaid = series.some(one => compareTriwulan(one, at) === 0)
    if (isSaid || isDueIn(frequency, at.quarter)) all.push({ year: at.year, quarter: at.quarter })
  }
  return all
}

/** An indicator over time, as a picture and as a table. */
export function SeriesCard({
  indicator,
  series,
}: {
  indicator: OpenIndicator
  series: readonly OpenValue[]
}) {
  const words = useAllWords()
  const breaks = indicator.definitions.filter(one => one.breaks)
  let known = series[0]?.definitionVersion ?? 0
  const points = times(series, indicator).map((at): TrendPoint => {
    const value = series.find(one => compareTriwulan(one, at) === 0)
    const broken = breaks.find(one => one.version > known && compareTriwulan(one, at) <= 0)
    if (broken !== undefined) known = broken.version
    return {
      period: words.triwulan(at),
      tick: romanQuarter(at.quarter),
      group: String(at.year),
      value: value?.number ?? null,
      notAvailable: value?.notAvailable ?? false,
      provisional: value?.finality === 'sementara',
      breakLabel:
        broken &&
        words.t('data.meta.definition.since', {
          version: broken.version,
          triwulan: words.triwulan(broken),
        }),
    }
  })
  const { latest } = indicator
  const columns: Column<OpenValue>[] = [
    { key: 'at', label: words.t('data.column.at'), lead: true, cell: one => words.triwulan(one) },
    {
      key: 'value',
      label: words.t('data.column.value'),
      align: 'end',
      cell: one => <span className="tabular-nums">{openNumber(words, one, indicator)}</span>,
    },
    {
      key: 'finality',
      label: words.t('data.column.finality'),
      cell: one => words.t(`capaian.finality.${one.finality}`),
    },
    { key: 'asOf', label: words.t('data.column.as-of'), cell: one => words.date(one.asOf, 'short') },
    { key: 'source', label: words.t('data.column.source'), cell: one => one.source },
    {
      key: 'version',
      label: words.t('data.column.version'),
      align: 'end',
      cell: one => one.definitionVersion,
    },
  ]
  return (
    <Card as="section" aria-labelledby="deret">
      <CardHead id="deret" title={words.t('data.series')} />
      {points.length > 1 && (
        <div className="p-4 sm:p-5">
          <TrendChart
            title={`${indicator.name} (${indicator.unit})`}
            summary={
              latest === null
                ? words.t('data.latest.none')
                : `${words.triwulan(latest)}: ${openNumber(words, latest, indicator)}`
            }
            points={points.slice(-DRAWN)}
            format={value => words.number(value, indicator.decimals)}
            words={{
              value: words.t('data.column.value'),
              target: words.t('laporan.column.target'),
              baseline: words.t('data.column.value'),
              band: words.t('laporan.column.band'),
              provisional: words.t('capaian.finality.sementara'),
              final: words.t('capaian.finality.final'),
              notAvailable: words.t('capaian.not-available'),
              none: '–',
              period: words.t('data.column.at'),
              definition: words.t('data.column.version'),
              table: words.t('data.series.table'),
            }}
          />
          {breaks.length > 0 && <p className="mt-2 text-sm text-ink-2">{words.t('data.series.break')}</p>}
        </div>
      )}
      <div className="border-t border-line">
        <DataTable
          caption={words.t('data.series')}
          columns={columns}
          rows={[...series].reverse()}
          rowKey={one => `${one.year}-${one.quarter}`}
        />
      </div>
    </Card>
  )
}
