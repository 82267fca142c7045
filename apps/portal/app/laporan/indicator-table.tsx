import { standingText } from '@mufakat/i18n'
import type { ReportedIndicator } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

/** Indicators with target, realisasi and capaian, in the words of the report's papers. */
export function IndicatorTable({
  caption,
  indicators,
}: {
  caption: string
  indicators: readonly ReportedIndicator[]
}) {
  const words = useAllWords()
  const said = (one: ReportedIndicator) => standingText(words, one, one.standing)
  const ofYear = (one: ReportedIndicator) =>
    standingText(words, one, {
      ...one.standing,
      ...one.standing.ofYear,
      value: one.standing.ofYear.realisasi,
      isTargetOfYear: false,
    })
  const columns: Column<ReportedIndicator>[] = [
    {
      key: 'name',
      label: words.t('laporan.column.indicator'),
      lead: true,
      cell: one => (
        <>
          {one.name}
          <span className="block text-xs font-normal text-ink-2">
            {one.programme} · {one.owner.shortName || one.owner.name} · {one.unit}
          </span>
        </>
      ),
    },
    {
      key: 'value',
      label: words.t('laporan.column.value'),
      align: 'end',
      cell: one => {
        const text = said(one)
        const finality = one.finality === null ? '' : words.t(`capaian.finality.${one.finality}`)
        return (
          <>
            <span className="font-semibold tabular-nums">{text.value || '–'}</span>
            <span className="block text-xs text-ink-2">{[text.at, finality].filter(Boolean).join(', ')}</span>
          </>
        )
      },
    },
    {
      key: 'target',
      label: words.t('laporan.column.target'),
      align: 'end',
      cell: one => <span className="tabular-nums">{said(one).target || '–'}</span>,
    },
    { key: 'capaian', label: words.t('laporan.column.capaian'), cell: one => said(one).capaian },
    {
      key: 'band',
      label: words.t('laporan.column.band'),
      cell: one => said(one).band || said(one).achievement,
    },
    { key: 'trend', label: words.t('laporan.column.trend'), cell: one => said(one).trend || '–' },
    {
      key: 'year',
      label: words.t('laporan.column.year-capaian'),
      cell: one => {
        const text = ofYear(one)
        return text.target === ''
          ? '–'
          : `${text.capaian} (${words.t('laporan.column.target')} ${text.target})`
      },
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={indicators} rowKey={one => one.id} />
}
