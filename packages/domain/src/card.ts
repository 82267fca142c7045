import type { TindakLanjutStatus } from './codes'

/** Columns of a board; what was called off stands in none. */
export const BOARD_STATUSES = ['belum', 'berjalan', 'menunggu_verifikasi', 'selesai'] as const
export type BoardStatus = (typeof BOARD_STATUSES)[number]

/** Why a card does not go where somebody would have it. */
export type MoveFault = 'forbidden' | 'evidence'

/**
 * Whether a card may change from one status to another (SPEC.md PP4–PP6); null: it may.
 * @param verifies whether the person judges evidence: the sekretariat
 * @param isProven whether evidence of it was accepted
 */
export function moveFault(
  move: { readonly from: TindakLanjutStatus; readonly to: TindakLanjutStatus },
  verifies: boolean,
  isProven: boolean,
): MoveFault | null {
  const { from, to } = move
  if (from === to) return null
  const isJudged = [from, to].some(status => status === 'selesai' || status === 'dibatalkan')
  if (isJudged && !verifies) return 'forbidden'
  return to === 'selesai' && !isProven ? 'evidence' : null
}
