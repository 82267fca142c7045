import {
  CELL_PARTS,
  type CellPart,
  COMMON_PARTS,
  type CommonPart,
  cellKey,
  cellName,
  cellOfField,
  commonName,
  EVIDENCE_PARTS,
  type EvidencePart,
  evidenceName,
  evidenceOfField,
  joined,
  REMARK_PARTS,
  type RemarkPart,
  remarkName,
  remarkOfField,
} from './cell-names'

/** A cell as it was typed. */
export interface TypedCell extends Readonly<Record<CellPart, string>> {
  readonly key: string
  readonly indicatorId: string
  readonly regionCode: string
  readonly revision: number
  readonly common: Readonly<Record<CommonPart, string>>
}

export interface TypedRemark extends Readonly<Record<RemarkPart, string>> {
  readonly indicatorId: string
  readonly revision: number
}

export interface TypedEvidence extends Readonly<Record<EvidencePart, string>> {
  readonly indicatorId: string
}

/** What of a report was typed and is not as it stood when the typing began. */
export interface TypedReport {
  readonly cells: readonly TypedCell[]
  readonly remarks: readonly TypedRemark[]
  readonly evidence: readonly TypedEvidence[]
}

const partsOf = <Part extends string>(parts: readonly Part[], read: (part: Part) => string) =>
  Object.fromEntries(parts.map(part => [part, read(part)])) as Record<Part, string>

const isSaid = (cell: Readonly<Record<CellPart, string>>): boolean =>
  CELL_PARTS.some(part => cell[part].trim() !== '')

/** Everything that a form of a report brings; cells and remarks in which nothing was changed are left out. */
export function typedReport(form: FormData): TypedReport {
  const text = (name: string) => String(form.get(name) ?? '')
  const cells: TypedCell[] = []
  const remarks: TypedRemark[] = []
  const evidence: TypedEvidence[] = []
  const commons = new Map<string, { now: Record<CommonPart, string>; isChanged: boolean }>()
  const commonOf = (indicatorId: string) => {
    const known = commons.get(indicatorId)
    if (known !== undefined) return known
    const now = partsOf(COMMON_PARTS, part => text(commonName(indicatorId, part)))
    const base = text(commonName(indicatorId, 'b'))
    const common = { now, isChanged: joined(COMMON_PARTS.map(part => now[part])) !== base }
    commons.set(indicatorId, common)
    return common
  }
  for (const name of form.keys()) {
    const cell = cellOfField(name)
    if (cell !== null) {
      const key = cellKey(cell.indicatorId, cell.regionCode)
      const typed = partsOf(CELL_PARTS, part => text(cellName(key, part)))
      const common = commonOf(cell.indicatorId)
      const isChanged = joined(CELL_PARTS.map(part => typed[part])) !== text(cellName(key, 'b'))
      if (isChanged || (common.isChanged && isSaid(typed)))
        cells.push({ ...cell, key, ...typed, revision: Number(text(name)), common: common.now })
    }
    const proved = evidenceOfField(name)
    if (proved !== null) {
      const typed = partsOf(EVIDENCE_PARTS, part => text(evidenceName(proved, part)))
      if (EVIDENCE_PARTS.some(part => typed[part].trim() !== ''))
        evidence.push({ indicatorId: proved, ...typed })
    }
    const indicatorId = remarkOfField(name)
    if (indicatorId !== null) {
      const typed = partsOf(REMARK_PARTS, part => text(remarkName(indicatorId, part)))
      const base = text(remarkName(indicatorId, 'b'))
      if (
        joined(REMARK_PARTS.map(part => typed[part])).replaceAll('\r\n', '\n') !==
        base.replaceAll('\r\n', '\n')
      )
        remarks.push({ indicatorId, ...typed, revision: Number(text(name)) })
    }
  }
  return { cells, remarks, evidence }
}

/** What was typed in every field of the form, to be shown when it comes back. */
export const typedTexts = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && /^[cuke]\|/.test(pair[0]),
    ),
  )
