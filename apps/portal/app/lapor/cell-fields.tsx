import type { ReportCellView, ReportIndicatorView } from '@mufakat/services'
import { Input } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { cellKey, cellName, joined } from './cell-names'
import { partsFor, textsOf, useRefusedCell, useReport } from './report-context'

/** The boxes of a cell; each is named for who listens, since a table of 151 has no room for labels. */
export function CellFields({
  cell,
  indicator,
  name,
}: {
  cell: ReportCellView
  indicator: ReportIndicatorView
  /** Of the region. */
  name: string
}) {
  const words = useAllWords()
  const { typed } = useReport()
  const refused = useRefusedCell(cell)
  const key = cellKey(cell.indicatorId, cell.regionCode)
  const stands = textsOf(cell, indicator)
  const parts = partsFor(indicator)
  const shown = (part: (typeof parts)[number]) =>
    refused === null ? stands[part] : (typed?.[cellName(key, part)] ?? '')
  const isWrong = refused !== null || cell.fault !== null
  return (
    <>
      <input type="hidden" name={cellName(key, 'r')} value={cell.revision} />
      <input
        type="hidden"
        name={cellName(key, 'b')}
        value={joined((['v', 'n', 'd', 'x'] as const).map(part => stands[part]))}
      />
      {parts.map(part =>
        part === 'x' ? (
          <label
            key={part}
            className="inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm hover:bg-neutral-soft"
          >
            <input
              type="checkbox"
              name={cellName(key, part)}
              value="ya"
              defaultChecked={shown(part) !== ''}
              className="size-4.5"
            />
            <span>
              <abbr title={words.t('sasaran.na.long')} className="no-underline">
                {words.t('sasaran.na')}
              </abbr>
              <span className="sr-only"> {name}</span>
            </span>
          </label>
        ) : (
          <span key={part} className="grid gap-0.5">
            <span aria-hidden className="text-xs text-ink-2 md:group-data-[many]/cells:sr-only">
              {words.t(`lapor.part.${part}`)}
            </span>
            <Input
              name={cellName(key, part)}
              aria-label={words.t(`lapor.part.${part}.of`, { name, unit: indicator.unit })}
              aria-invalid={isWrong || undefined}
              aria-describedby={`${key}-kata`}
              inputMode="decimal"
              maxLength={30}
              autoComplete="off"
              defaultValue={shown(part)}
              className="text-end tabular-nums"
            />
          </span>
        ),
      )}
    </>
  )
}
