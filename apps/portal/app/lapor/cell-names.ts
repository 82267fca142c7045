// Names of the fields of a report, for its form, for the script in it, and for who reads what was sent.

/** What is typed of a cell: its number, or numerator and denominator; and whether it is N/A. */
export const CELL_PARTS = ['v', 'n', 'd', 'x'] as const
export type CellPart = (typeof CELL_PARTS)[number]

/** What is said of all cells of an indicator at once. */
export const COMMON_PARTS = ['finality', 'asOf', 'source'] as const
export type CommonPart = (typeof COMMON_PARTS)[number]

export const REMARK_PARTS = ['analysis', 'kendala', 'solusi', 'plan'] as const
export type RemarkPart = (typeof REMARK_PARTS)[number]

/** Of an indicator in a region; an empty code is the whole kabupaten. */
export const cellKey = (indicatorId: string, regionCode: string): string => `c|${indicatorId}|${regionCode}`

/** `r`: the revision that the typing began from; `b`: what stood there then. */
export const cellName = (key: string, part: CellPart | 'r' | 'b'): string => `${key}|${part}`
export const commonName = (indicatorId: string, part: CommonPart | 'b'): string => `u|${indicatorId}|${part}`
export const remarkKey = (indicatorId: string): string => `k|${indicatorId}`
export const remarkName = (indicatorId: string, part: RemarkPart | 'r' | 'b'): string =>
  `${remarkKey(indicatorId)}|${part}`

/** Bukti dukung that is added: what it is called, and where it is. */
export const EVIDENCE_PARTS = ['title', 'url'] as const
export type EvidencePart = (typeof EVIDENCE_PARTS)[number]
export const evidenceName = (indicatorId: string, part: EvidencePart): string => `e|${indicatorId}|${part}`

/** What stands in several fields as one text, to be compared. */
export const joined = (texts: readonly string[]): string => texts.map(text => text.trim()).join(' ¦ ')

const CELL = /^c\|([0-9a-f-]{36})\|([\d.]{0,13})\|r$/
const REMARK = /^k\|([0-9a-f-]{36})\|r$/

/** The cell whose revision a field holds; null: it is another field. */
export function cellOfField(name: string): { indicatorId: string; regionCode: string } | null {
  const [, indicatorId, regionCode] = CELL.exec(name) ?? []
  return indicatorId === undefined || regionCode === undefined ? null : { indicatorId, regionCode }
}

const EVIDENCE = /^e\|([0-9a-f-]{36})\|title$/

export const evidenceOfField = (name: string): string | null => EVIDENCE.exec(name)?.[1] ?? null
export const remarkOfField = (name: string): string | null => REMARK.exec(name)?.[1] ?? null
