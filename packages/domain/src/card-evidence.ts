import type { TindakLanjutStatus } from './codes'

/** Why a card is not put to menunggu verifikasi. */
export type AskFault = 'settled' | 'nothing'

/**
 * Whether an OPD may ask that a card is verified (SPEC.md BD4); null: it may.
 * @param isWaiting whether bukti dukung of it waits to be judged
 */
export function askFault(status: TindakLanjutStatus, isWaiting: boolean): AskFault | null {
  if (status === 'selesai' || status === 'dibatalkan') return 'settled'
  return isWaiting ? null : 'nothing'
}

/**
 * What a card is after bukti dukung of it was judged (SPEC.md BD5).
 * @param finishes whether who accepts it says that the work is done
 */
export function statusAfterVerdict(
  status: TindakLanjutStatus,
  verdict: 'diterima' | 'dikembalikan',
  finishes: boolean,
): TindakLanjutStatus {
  if (verdict === 'diterima') return finishes ? 'selesai' : status
  return status === 'menunggu_verifikasi' ? 'berjalan' : status
}

/**
 * What a card is after bukti dukung of it was taken back (SPEC.md BD7).
 * @param isLeft whether any is left that waits or was accepted
 */
export function statusAfterWithdrawal(status: TindakLanjutStatus, isLeft: boolean): TindakLanjutStatus {
  return status === 'menunggu_verifikasi' && !isLeft ? 'berjalan' : status
}
