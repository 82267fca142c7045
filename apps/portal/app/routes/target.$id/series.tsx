import type { IndicatorDetail, PeriodView, SeriesPoint } from '@mufakat/services'
import { buttonClass, type Column, DataTable } from '@mufakat/ui'
import { PencilLine, Scissors } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Section } from '~/kartu/section'
import { triwulanCode } from '~/request/triwulan'
import { numberText } from '~/target/amount'
import { ProvisionalWord } from '~/target/state'

type Row = SeriesPoint & { readonly isBreak: boolean }

/** The newest first; what the first of a new definition stands for is said with it. */
const rowsOf = ({ series, breaks }: IndicatorDetail): Row[] =>
  series.map((point, at) => ({ ...point, isBreak: breaks.includes(at) })).reverse()

function Amount({ point, indicator }: { point: SeriesPoint; indicator: IndicatorDetail }) {
  const words = useAllWords()
  const { numerator, denominator } = point
  return (
    <div className="grid gap-0.5">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-semibold tabular-nums">
          {point.number === null ? words.t('sasaran.na') : numberText(words, point.number, indicator)}
        </span>
        <ProvisionalWord finality={point.finality} />
      </span>
      {numerator !== null && denominator !== null && (
        <span className="text-xs text-ink-2 tabular-nums">
          {words.number(numerator, 4)} / {words.number(denominator, 4)}
        </span>
      )}
      {point.of > 1 && (
        <span className="text-xs text-ink-2">
          {words.t('sasaran.of', { given: point.given, of: point.of })}
        </span>
      )}
    </div>
  )
}

function Period({ point }: { point: Row }) {
  const words = useAllWords()
  return (
    <div className="grid gap-0.5">
      {words.triwulan(point)}
      {point.isBreak && (
        <span className="flex items-center gap-1.5 text-xs font-normal text-violet-ink">
          <Scissors aria-hidden className="size-3.5 flex-none" />
          {words.t('target.break', { version: point.definitionVersion })}
        </span>
      )}
      {point.reason !== '' && (
        <span className="text-xs font-normal text-ink-2">
          {words.t('target.corrected', { reason: point.reason })}
        </span>
      )}
    </div>
  )
}

function CorrectLink({ point, indicator }: { point: SeriesPoint; indicator: IndicatorDetail }) {
  const words = useAllWords()
  const params = new URLSearchParams({ tw: triwulanCode(point) })
  if (indicator.region.code !== '') params.set('wilayah', indicator.region.code)
  // What was put together is corrected where it comes from.
  if (point.valueId === null) return null
  return (
    <a
      href={`/target/${indicator.id}/koreksi?${params}`}
      aria-label={words.t('target.correct.of', { triwulan: words.triwulan(point) })}
      className={buttonClass('quiet', 'sm')}
    >
      <PencilLine aria-hidden />
      {words.t('target.correct')}
    </a>
  )
}

function Periods({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const caption = words.t('target.periods')
  const columns: Column<PeriodView>[] = [
    {
      key: 'period',
      label: words.t('target.column.period'),
      lead: true,
      cell: one =>
        one.semester === null
          ? words.t('target.year.of', { year: String(one.year) })
          : words.t('target.semester.of', { roman: one.semester === 1 ? 'I' : 'II', year: String(one.year) }),
    },
    {
      key: 'value',
      label: words.t('target.column.value.unit', { unit: indicator.unit }),
      align: 'end',
      width: 'md:w-40',
      cell: one =>
        one.number === null
          ? words.t(one.notAvailable ? 'sasaran.na' : 'target.none')
          : numberText(words, one.number, indicator),
    },
    {
      key: 'given',
      label: words.t('target.column.given'),
      width: 'md:w-44',
      cell: one => words.t('target.given', { given: one.given, of: one.of }),
    },
  ]
  return (
    <details className="paper-open border-t border-line">
      <summary className="flex min-h-12 items-center px-4 text-sm font-semibold text-accent-strong sm:px-5">
        {caption}
      </summary>
      <DataTable
        caption={caption}
        columns={columns}
        rows={[...indicator.periods].reverse()}
        rowKey={one => `${one.year}-${one.semester}`}
      />
    </details>
  )
}

/** The values of each triwulan, the newest first. */
export function SeriesSection({ indicator }: { indicator: IndicatorDetail }) {
  const words = useAllWords()
  const title = words.t('target.values')
  const columns: Column<Row>[] = [
    {
      key: 'period',
      label: words.t('target.column.triwulan'),
      lead: true,
      cell: one => <Period point={one} />,
    },
    {
      key: 'value',
      label: words.t('target.column.value.unit', { unit: indicator.unit }),
      width: 'md:w-48',
      cell: one => <Amount point={one} indicator={indicator} />,
    },
    {
      key: 'target',
      label: words.t('target.column.target'),
      width: 'md:w-28',
      cell: one => one.target !== null && numberText(words, one.target, indicator),
    },
    {
      key: 'source',
      label: words.t('target.column.source'),
      width: 'md:w-72',
      cell: one => (
        <div className="grid gap-0.5 text-sm">
          <span>{one.source}</span>
          <span className="text-xs text-ink-2">
            {words.t('target.as-of', { date: words.date(one.asOf, 'short') })}
          </span>
        </div>
      ),
    },
    ...(indicator.allowed.correct
      ? [
          {
            key: 'acts',
            label: words.t('tl.column.acts'),
            paper: 'hide',
            width: 'md:w-28',
            cell: (one: Row) => <CorrectLink point={one} indicator={indicator} />,
          } as const,
        ]
      : []),
  ]
  if (indicator.series.length === 0) return null
  return (
    <Section id="nilai" title={title}>
      <div className="-mx-4 -my-3 sm:-mx-5">
        <DataTable
          caption={title}
          columns={columns}
          rows={rowsOf(indicator)}
          rowKey={one => triwulanCode(one)}
        />
        {indicator.periods.length > 0 && <Periods indicator={indicator} />}
      </div>
    </Section>
  )
}
