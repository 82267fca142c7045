import type { Quarter } from '../triwulan'
import type { Frequency, ReportState } from './codes'

/** What is done with a report. */
export type ReportStep = 'send' | 'accept' | 'return'

/** Whether a report may still be filled in [SA18]. */
export const isFillable = (state: ReportState): boolean => state === 'draf' || state === 'dikembalikan'

/** What a report becomes by a step; null: not in this state [SA18]. What was accepted stays accepted. */
export function reportAfter(state: ReportState, step: ReportStep): ReportState | null {
  if (step === 'send') return isFillable(state) ? 'dikirim' : null
  if (state !== 'dikirim') return null
  return step === 'accept' ? 'diterima' : 'dikembalikan'
}

/** How a cell of a report stands [SA19]; `tersimpan` may still be changed, `menunggu` waits to be checked. */
export const CELL_STATES = ['kosong', 'tersimpan', 'menunggu', 'tidak_sah', 'terkunci'] as const
export type CellState = (typeof CELL_STATES)[number]

export function cellStateOf(
  report: ReportState,
  cell: { readonly isSaid: boolean; readonly isValid: boolean },
): CellState {
  if (report === 'diterima') return 'terkunci'
  if (!cell.isSaid) return 'kosong'
  if (!cell.isValid) return 'tidak_sah'
  return report === 'dikirim' ? 'menunggu' : 'tersimpan'
}

/** Whether a value is due in a triwulan [SA20]; what is not due may be told. */
export function isDueIn(frequency: Frequency, quarter: Quarter): boolean {
  if (frequency === 'triwulan') return true
  return frequency === 'semester' ? quarter % 2 === 0 : quarter === 4
}
