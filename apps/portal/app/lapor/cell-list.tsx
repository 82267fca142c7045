import type { ReportCellView, ReportIndicatorView } from '@mufakat/services'
import { ChevronDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useRegionName } from '~/target/region'
import { cellKey } from './cell-names'
import { CellRow } from './cell-row'
import { useReport } from './report-context'

const districtOf = (code: string): string => code.slice(0, '17.06.01'.length)

/** The desa of each kecamatan, in the order of their codes. */
function byDistrict(cells: readonly ReportCellView[]): [name: string, cells: ReportCellView[]][] {
  const groups = new Map<string, [string, ReportCellView[]]>()
  for (const cell of cells) {
    const code = districtOf(cell.regionCode)
    const group = groups.get(code)
    if (group === undefined) groups.set(code, [cell.district ?? code, [cell]])
    else group[1].push(cell)
  }
  return [...groups.values()]
}

const isDone = ({ state }: ReportCellView): boolean => state !== 'kosong' && state !== 'tidak_sah'

function District({
  name,
  cells,
  indicator,
}: {
  name: string
  cells: readonly ReportCellView[]
  indicator: ReportIndicatorView
}) {
  const words = useAllWords()
  const { verdicts } = useReport()
  const isRefused = cells.some(
    cell => verdicts?.cells[cellKey(cell.indicatorId, cell.regionCode)]?.saved === false,
  )
  const wrong = cells.filter(cell => cell.state === 'tidak_sah').length
  return (
    <details className="paper-open group border-t border-line" open={isRefused || undefined} data-district>
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 hover:bg-sunken sm:px-5">
        <ChevronDown
          aria-hidden
          className="size-4 flex-none -rotate-90 text-ink-2 transition-transform group-open:rotate-0"
        />
        <span className="grow text-sm font-semibold">{words.t('sasaran.district', { name })}</span>
        <span className="text-xs text-ink-2 tabular-nums">
          <span data-filled>{cells.filter(isDone).length}</span> {words.t('lapor.of', { of: cells.length })}
        </span>
        {wrong > 0 && (
          <span className="text-xs font-semibold text-danger-ink">
            {words.t('lapor.wrong', { n: wrong })}
          </span>
        )}
      </summary>
      <ul data-many className="group/cells divide-y divide-line bg-sunken/50">
        {cells.map(cell => (
          <CellRow
            key={cell.regionCode}
            cell={cell}
            indicator={indicator}
            name={cell.regionName ?? cell.regionCode}
            isNamed
          />
        ))}
      </ul>
    </details>
  )
}

/** The cells of an indicator: the one of the kabupaten, those of its kecamatan, or those of its desa by kecamatan. */
export function CellList({ indicator }: { indicator: ReportIndicatorView }) {
  const words = useAllWords()
  const regionName = useRegionName()
  const { cells } = indicator
  if (indicator.level === 'desa') {
    return byDistrict(cells).map(([name, group]) => (
      <District key={name} name={name} cells={group} indicator={indicator} />
    ))
  }
  const isMany = cells.length > 1
  return (
    <ul data-many={isMany || undefined} className="group/cells divide-y divide-line">
      {cells.map(cell => (
        <CellRow
          key={cell.regionCode}
          cell={cell}
          indicator={indicator}
          name={
            cell.regionCode === ''
              ? words.t('sasaran.whole')
              : regionName({ code: cell.regionCode, name: cell.regionName })
          }
          isNamed={isMany}
        />
      ))}
    </ul>
  )
}
