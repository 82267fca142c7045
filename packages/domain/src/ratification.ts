import { type ErrorCode, err, ok, type Result } from '@mufakat/kernel'
import type { NotulaState, RapatStatus } from './codes'
import { findNikLike } from './personal-data'
import { setNotulaState } from './rapat'

/** As what a person approves: two offices, two people. */
export const APPROVAL_ROLES = ['pimpinan', 'notulis'] as const
export type ApprovalRole = (typeof APPROVAL_ROLES)[number]

/** What becomes of a notula under review, beside its approvals. */
export const REVIEW_KINDS = ['diajukan', 'dikembalikan', 'ditarik'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** Who stands where, as the rapat says now. */
export interface Officers {
  readonly chairId: string | null
  readonly notulisId: string | null
}

/** What is approved. Hashes are SHA-256 in hex. */
export interface ApprovedState {
  /** Sequence of the document. */
  readonly headSeq: number
  readonly contentHash: string
  /** Of the other parts that are sealed with it. */
  readonly partsHash: string
}

export interface Approval extends ApprovedState {
  readonly role: ApprovalRole
  readonly personId: string
  readonly at: Date
}

/** The office in which a person approves; null: in none. */
export function approvalRoleOf(personId: string, { chairId, notulisId }: Officers): ApprovalRole | null {
  if (personId === chairId) return 'pimpinan'
  return personId === notulisId ? 'notulis' : null
}

const sameState = (a: ApprovedState, b: ApprovedState): boolean =>
  a.headSeq === b.headSeq && a.contentHash === b.contentHash && a.partsHash === b.partsHash

/** Whether an approval still holds (SPEC.md V2). */
export const isApprovalStanding = (approval: Approval, now: ApprovedState, officers: Officers): boolean =>
  sameState(approval, now) && approvalRoleOf(approval.personId, officers) === approval.role

/** The approval that holds in each office. */
export const standingApprovals = (
  approvals: readonly Approval[],
  now: ApprovedState,
  officers: Officers,
): Partial<Record<ApprovalRole, Approval>> =>
  Object.fromEntries(
    approvals.filter(one => isApprovalStanding(one, now, officers)).map(one => [one.role, one] as const),
  )

/** Whether both offices have approved the same, by two people (V3). */
export function isAgreed({ pimpinan, notulis }: Partial<Record<ApprovalRole, Approval>>): boolean {
  return pimpinan !== undefined && notulis !== undefined && pimpinan.personId !== notulis.personId
}

/** A refusal with the field that it is about; words are under the key. */
export interface ReviewRefusal {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>
}

const refused = (field: string, key: string): Result<never, ReviewRefusal> =>
  err({ code: 'invalid-input', fields: { [field]: key } })

const CONFLICT: Result<never, ReviewRefusal> = err({ code: 'conflict', fields: {} })

interface Reviewed extends Officers {
  readonly status: RapatStatus
  readonly notulaState: NotulaState
}

function officersOf({ chairId, notulisId }: Officers): Result<true, ReviewRefusal> {
  if (chairId === null) return refused('chairId', 'field.chair-missing')
  if (notulisId === null) return refused('notulisId', 'field.notulis-missing')
  return chairId === notulisId ? refused('notulisId', 'field.chair-is-notulis') : ok(true)
}

/** Submits a notula for ratification (V1). */
export function submitNotula(rapat: Reviewed): Result<NotulaState, ReviewRefusal> {
  const next = setNotulaState(rapat.notulaState, 'diajukan', '')
  if (!next.ok) return CONFLICT
  if (rapat.status !== 'berlangsung' && rapat.status !== 'selesai')
    return refused('status', 'field.rapat-not-held')
  const officers = officersOf(rapat)
  return officers.ok ? next : officers
}

/** Sends a notula back with a note, or takes one's own submission back without (V4). */
export function returnNotula(
  rapat: Reviewed,
  kind: Exclude<ReviewKind, 'diajukan'>,
  note: string,
): Result<NotulaState, ReviewRefusal> {
  if (rapat.notulaState !== 'diajukan') return CONFLICT
  const next = setNotulaState('diajukan', 'dikembalikan', kind === 'ditarik' ? kind : note)
  return next.ok ? next : refused('note', 'field.required')
}

/** Whether an approval may be given at all, and as what (V3). */
export function approveNotula(rapat: Reviewed, personId: string): Result<ApprovalRole, ReviewRefusal> {
  if (rapat.notulaState !== 'diajukan') return CONFLICT
  if (rapat.status !== 'selesai') return refused('status', 'field.rapat-not-ended')
  const officers = officersOf(rapat)
  if (!officers.ok) return officers
  const role = approvalRoleOf(personId, rapat)
  return role === null ? err({ code: 'forbidden', fields: {} }) : ok(role)
}

/** What a checklist warns of (V5). */
export const CHECKS = [
  'not-ended',
  'empty',
  'unprojected',
  'nobody-present',
  'without-owner',
  'without-tenggat',
  'long-numbers',
  'open-remarks',
] as const
export type Check = (typeof CHECKS)[number]

export interface Checked {
  readonly status: RapatStatus
  /** Everything that is read in the notula, one text per line. */
  readonly texts: readonly string[]
  readonly tindakLanjut: readonly { readonly ownerOpdId: string | null; readonly tenggat: string | null }[]
  /** Whether the stored content is that of the newest head. */
  readonly isProjected: boolean
  /** People marked present; null: nobody keeps a list. */
  readonly presentCount: number | null
  /** Remarks and suggested wordings that are terbuka. */
  readonly openRemarks: number
}

export interface Warning {
  readonly check: Check
  readonly count: number
}

/** What somebody should look at before a notula is submitted or approved; it stops nothing. */
export function checklist(notula: Checked): Warning[] {
  const { tindakLanjut, texts } = notula
  const counts: Record<Check, number> = {
    'not-ended': notula.status === 'selesai' ? 0 : 1,
    empty: texts.some(text => text.trim() !== '') ? 0 : 1,
    unprojected: notula.isProjected ? 0 : 1,
    'nobody-present': notula.presentCount === 0 ? 1 : 0,
    'without-owner': tindakLanjut.filter(one => one.ownerOpdId === null).length,
    'without-tenggat': tindakLanjut.filter(one => one.tenggat === null).length,
    'long-numbers': texts.reduce((sum, text) => sum + findNikLike(text).length, 0),
    'open-remarks': notula.openRemarks,
  }
  return CHECKS.flatMap(check => (counts[check] > 0 ? [{ check, count: counts[check] }] : []))
}

/** Without I, L, O and U: nothing that is read as another sign, or as a word. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const RECORD_CODE_LENGTH = 10

/** The short code of a sealed record: the first fifty bits of its hash (V8). */
export function recordCode(hash: Uint8Array): string {
  let bits = 0n
  for (const byte of hash.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 6n
  let code = ''
  for (let sign = 0; sign < RECORD_CODE_LENGTH; sign++) {
    code = (SIGNS[Number(bits & 31n)] ?? '') + code
    bits >>= 5n
  }
  return code
}

/** A code as somebody typed it: small letters, spaces and hyphens, and signs that look alike. */
export function normalizeRecordCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return code.length === RECORD_CODE_LENGTH && [...code].every(sign => SIGNS.includes(sign)) ? code : null
}
