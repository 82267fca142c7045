import type { ErrorCode, Result } from '@mufakat/kernel'
import { err, ok } from '@mufakat/kernel'

/** A remark, or another wording for what it stands at. */
export const REMARK_KINDS = ['komentar', 'usulan'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/** `selesai` is a remark that was dealt with; the last three are what became of a suggestion. */
export const REMARK_STATES = ['terbuka', 'selesai', 'diterima', 'ditolak', 'ditarik'] as const
export type RemarkState = (typeof REMARK_STATES)[number]

const NEXT: Readonly<Record<RemarkKind, Readonly<Partial<Record<RemarkState, readonly RemarkState[]>>>>> = {
  komentar: { terbuka: ['selesai'], selesai: ['terbuka'] },
  usulan: { terbuka: ['diterima', 'ditolak', 'ditarik'] },
}

/** Moves a remark along its life (SPEC.md RM1). */
export const setRemarkState = (
  remark: { readonly kind: RemarkKind; readonly state: RemarkState },
  to: RemarkState,
): Result<RemarkState, ErrorCode> =>
  NEXT[remark.kind][remark.state]?.includes(to) === true ? ok(to) : err('conflict')
