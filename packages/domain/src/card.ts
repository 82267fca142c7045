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

/** How somebody stands to a card: follows it, follows it in silence, or not at all. */
export const FOLLOWINGS = ['ikut', 'bisu', 'tidak'] as const
export type Following = (typeof FOLLOWINGS)[number]

/**
 * How somebody stands to a card (SPEC.md, BD2).
 * @param said what they have said of it; null: nothing
 * @param isOwn whether it is work of their OPD
 */
export function followingOf(said: { readonly muted: boolean } | null, isOwn: boolean): Following {
  if (said === null) return isOwn ? 'ikut' : 'tidak'
  return said.muted ? 'bisu' : 'ikut'
}
