import type { ReportCellView, ReportForm, ReportIndicatorView } from '@mufakat/services'
import { createContext, useContext } from 'react'
import { writtenAmount } from '~/target/amount'
import { CELL_PARTS, type CellPart, COMMON_PARTS, type CommonPart, cellKey } from './cell-names'
import type { Verdicts } from './save.server'

/** What the parts of the page of a report look at. */
export interface ReportWorld {
  readonly report: ReportForm
  /** Whether this person writes into it now; otherwise it is read. */
  readonly isWritten: boolean
  /** Whether a value that was accepted may be corrected by them. */
  readonly mayCorrect: boolean
  /** What was typed into a form that came back; null: none has. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly verdicts: Verdicts | null
}

const ReportContext = createContext<ReportWorld | null>(null)
export const ReportProvider = ReportContext.Provider

export function useReport(): ReportWorld {
  const world = useContext(ReportContext)
  if (world === null) throw new Error('useReport outside of ReportProvider')
  return world
}

/** A cell as the fields of its form show it. */
export function textsOf(cell: ReportCellView, { factor }: ReportIndicatorView): Record<CellPart, string> {
  return {
    v: factor === null ? writtenAmount(cell.value) : '',
    n: writtenAmount(cell.numerator),
    d: writtenAmount(cell.denominator),
    x: cell.notAvailable ? 'ya' : '',
  }
}

/** Only the parts that the form has. */
export const partsFor = ({ factor }: Pick<ReportIndicatorView, 'factor'>): readonly CellPart[] =>
  CELL_PARTS.filter(part => (factor === null ? part === 'v' || part === 'x' : part !== 'v'))

const isFilled = (cell: ReportCellView): boolean =>
  cell.notAvailable || cell.value !== null || cell.numerator !== null || cell.denominator !== null

/** What is said of all cells of an indicator: as the first that is filled in has it. */
export function commonOf({ cells }: ReportIndicatorView): Record<CommonPart, string> {
  const first = cells.find(isFilled)
  return {
    finality: first?.finality ?? 'sementara',
    asOf: first?.asOf ?? '',
    source: first?.source ?? '',
  }
}

export const commonTexts = (common: Readonly<Record<CommonPart, string>>): string[] =>
  COMMON_PARTS.map(part => common[part])

/** Why a cell was not saved; null: it was, or nothing was changed in it. */
export function useRefusedCell(cell: ReportCellView) {
  const { verdicts } = useReport()
  const verdict = verdicts?.cells[cellKey(cell.indicatorId, cell.regionCode)]
  return verdict === undefined || verdict.saved ? null : verdict
}
