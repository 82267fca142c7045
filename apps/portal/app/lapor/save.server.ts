import type { Actor, Triwulan } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import {
  addReportEvidence,
  addReportEvidenceInput,
  cellInput,
  type ReportCellView,
  type ServiceContext,
  saveCells,
  saveRemark,
  saveRemarkInput,
} from '@mufakat/services'
import { issueErrors } from '~/request/guard.server'
import { remarkKey } from './cell-names'
import type { TypedCell, TypedReport } from './typed-report.server'

/** A report, as those name it who write into it. */
export interface ReportAt extends Triwulan {
  readonly opdId: string
}

/** What became of a cell: it stands there as it was typed, or why not, by its fields, and what somebody else put there. */
export type CellVerdict =
  | { readonly saved: true; readonly cell: ReportCellView }
  | {
      readonly saved: false
      readonly fields: Readonly<Record<string, string>>
      readonly standing: ReportCellView | null
    }

/** What became of a remark, and of bukti dukung. */
export type TextVerdict = { readonly fields: Readonly<Record<string, string>> } | { readonly saved: true }

export interface Verdicts {
  /** By the key of the cell. */
  readonly cells: Readonly<Record<string, CellVerdict>>
  /** By the key of the remark. */
  readonly remarks: Readonly<Record<string, TextVerdict>>
  /** By the id of the indicator. */
  readonly evidence: Readonly<Record<string, TextVerdict>>
  readonly isAllSaved: boolean
}

const inputOf = (cell: TypedCell) => {
  const isAbsent = cell.x !== ''
  return cellInput.safeParse({
    indicatorId: cell.indicatorId,
    regionCode: cell.regionCode,
    value: isAbsent ? '' : cell.v,
    numerator: isAbsent ? '' : cell.n,
    denominator: isAbsent ? '' : cell.d,
    notAvailable: isAbsent,
    ...cell.common,
    revision: cell.revision,
  })
}

/** Writes what was typed; each cell, remark and piece of evidence by itself, so that one that is wrong hinders no other. */
export async function saveTyped(
  ctx: ServiceContext,
  actor: Actor | null,
  { at, typed, nikConfirmed }: { at: ReportAt; typed: TypedReport; nikConfirmed: boolean },
): Promise<Verdicts> {
  const cells: Record<string, CellVerdict> = {}
  const inputs = typed.cells.flatMap(cell => {
    const parsed = inputOf(cell)
    if (parsed.success) return [{ key: cell.key, input: parsed.data }]
    cells[cell.key] = { saved: false, fields: issueErrors(parsed.error.issues).fields, standing: null }
    return []
  })
  if (inputs.length > 0) {
    const saved = await saveCells(ctx, actor, { ...at, cells: inputs.map(one => one.input), nikConfirmed })
    inputs.forEach(({ key }, nth) => {
      const verdict = saved[nth]
      if (verdict !== undefined) cells[key] = verdict
    })
  }
  const remarks: Record<string, TextVerdict> = {}
  for (const remark of typed.remarks) {
    const parsed = saveRemarkInput.safeParse({ ...at, ...remark, nikConfirmed })
    remarks[remarkKey(remark.indicatorId)] = parsed.success
      ? await savedText(() => saveRemark(ctx, actor, parsed.data))
      : { fields: issueErrors(parsed.error.issues).fields }
  }
  const evidence: Record<string, TextVerdict> = {}
  for (const one of typed.evidence) {
    const parsed = addReportEvidenceInput.safeParse({ ...at, ...one, nikConfirmed })
    evidence[one.indicatorId] = parsed.success
      ? await savedText(() => addReportEvidence(ctx, actor, parsed.data))
      : { fields: issueErrors(parsed.error.issues).fields }
  }
  const isAllSaved =
    Object.values(cells).every(one => one.saved) &&
    [...Object.values(remarks), ...Object.values(evidence)].every(one => 'saved' in one)
  return { cells, remarks, evidence, isAllSaved }
}

/** What hinders a text is told beside it; anything else goes on. */
async function savedText(save: () => Promise<unknown>): Promise<TextVerdict> {
  try {
    await save()
    return { saved: true }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'invalid-input') return { fields: error.fields }
    if (error.code === 'conflict') return { fields: { analysis: 'lapor.remark.changed' } }
    throw error
  }
}
