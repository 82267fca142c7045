import type { TindakLanjutStatus } from './codes'
import type { Tanggal } from './wib'
import { daysBetween } from './wib'

/** Days before the tenggat from which a tindak lanjut counts as due soon. */
export const DUE_SOON_DAYS = 7

export type TenggatState = 'terlambat' | 'jatuh_tempo'

/** Still to be done, or to be looked at. */
export const isOpenTindakLanjut = (status: TindakLanjutStatus): boolean =>
  status !== 'selesai' && status !== 'dibatalkan'

/**
 * Late or due soon, computed from the day and never stored (SPEC.md T1–T4). The tenggat's own day is still
 * in time. What is finished or cancelled is neither.
 */
export function tenggatState(
  tindakLanjut: { readonly status: TindakLanjutStatus; readonly tenggat: Tanggal | null },
  today: Tanggal,
): TenggatState | null {
  if (!isOpenTindakLanjut(tindakLanjut.status) || tindakLanjut.tenggat === null) return null
  const days = daysBetween(today, tindakLanjut.tenggat)
  if (days < 0) return 'terlambat'
  return days <= DUE_SOON_DAYS ? 'jatuh_tempo' : null
}
