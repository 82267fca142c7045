import type { ReportCellView, ReportIndicatorView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { triwulanCode } from '~/request/triwulan'
import { amountText, numberText } from '~/target/amount'
import { indicatorPath } from '~/target/region'
import { CellFields } from './cell-fields'
import { cellKey } from './cell-names'
import { CellBadge } from './cell-state'
import { useCellWords } from './cell-words'
import { useRefusedCell, useReport } from './report-context'

function Last({ cell, indicator }: { cell: ReportCellView; indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { last } = cell
  return (
    <span className="text-xs text-ink-2 tabular-nums">
      {last === null
        ? words.t('lapor.last.none')
        : words.t('lapor.last', {
            amount: last.number === null ? words.t('sasaran.na') : numberText(words, last.number, indicator),
            triwulan: words.triwulan(last.at),
          })}
      {last !== null && last.numerator !== null && last.denominator !== null && (
        <> ({`${words.number(last.numerator, 4)}/${words.number(last.denominator, 4)}`})</>
      )}
    </span>
  )
}

/** The number of a cell where nobody writes. */
function Read({ cell, indicator }: { cell: ReportCellView; indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const { report, mayCorrect } = useReport()
  const { numerator, denominator } = cell
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 tabular-nums">
      <span className="font-semibold">
        {cell.notAvailable
          ? words.t('sasaran.na')
          : cell.number === null
            ? '–'
            : amountText(words, cell.number, indicator)}
      </span>
      {numerator !== null && denominator !== null && (
        <span className="text-xs text-ink-2">
          {words.number(numerator, 4)} / {words.number(denominator, 4)}
        </span>
      )}
      {report.state === 'diterima' && mayCorrect && (
        <a
          href={indicatorPath(indicator.id, cell.regionCode, { tw: triwulanCode(report) }).replace(
            '?',
            '/koreksi?',
          )}
          className="screen-only inline-flex min-h-8 items-center text-sm"
        >
          {words.t('target.correct')}
        </a>
      )}
    </span>
  )
}

/** One cell: where it is of and what was last there, what is typed, and how it stands. */
export function CellRow({
  cell,
  indicator,
  name,
  isNamed,
}: {
  cell: ReportCellView
  indicator: ReportIndicatorView
  /** Of the region. */
  name: string
  /** False where there is but one: the whole kabupaten. */
  isNamed: boolean
}) {
  const words = useAllWords()
  const { isWritten } = useReport()
  const refused = useRefusedCell(cell)
  const said = useCellWords()(cell, refused, indicator)
  const key = cellKey(cell.indicatorId, cell.regionCode)
  const state = refused === null ? cell.state : 'tidak_sah'
  return (
    <li
      data-cell={key}
      data-state={state}
      data-due={indicator.isDue || undefined}
      className={classes(
        'grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 px-4 py-2.5 sm:px-5',
        isNamed
          ? 'md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_8.5rem] md:items-center'
          : 'md:grid-cols-[minmax(0,1fr)_8.5rem] md:items-end',
      )}
    >
      {isNamed && (
        <span className={classes('grid gap-0.5', !isWritten && 'max-md:col-span-full')}>
          <span className="text-sm font-medium">{name}</span>
          <Last cell={cell} indicator={indicator} />
        </span>
      )}
      {isWritten ? (
        <span
          className={classes(
            'grid items-end gap-2 max-md:order-2 max-md:col-span-full',
            indicator.factor === null
              ? 'grid-cols-[minmax(0,1fr)_auto]'
              : 'grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]',
            !isNamed && 'max-w-xl',
          )}
        >
          <CellFields cell={cell} indicator={indicator} name={name} />
        </span>
      ) : (
        <Read cell={cell} indicator={indicator} />
      )}
      <span
        className={classes(
          'flex flex-wrap items-center justify-end gap-2',
          isWritten && 'max-md:order-1 md:min-h-11',
        )}
      >
        {indicator.factor !== null && isWritten && (
          <output data-number className="text-sm font-semibold tabular-nums">
            {cell.number === null ? '' : amountText(words, cell.number, indicator)}
          </output>
        )}
        <span data-badge>
          <CellBadge state={state} />
        </span>
      </span>
      {!isNamed && <Last cell={cell} indicator={indicator} />}
      <span
        id={`${key}-kata`}
        data-words
        className={classes(
          'col-span-full text-sm font-medium empty:hidden max-md:order-3',
          state === 'tidak_sah' ? 'text-danger-ink' : 'text-warn-ink',
        )}
      >
        {said}
      </span>
    </li>
  )
}
