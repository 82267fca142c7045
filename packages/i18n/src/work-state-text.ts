import type { Words } from './words'
import type { laporanId } from './words/laporan.id'

type Said = Extract<keyof typeof laporanId, `laporan.state.${string}`>

/** How far a tindak lanjut is in the report of a triwulan: as of today by its status, of one that is over by its state then. */
export function workStateText(
  words: Words<Said>,
  { state, status, isOver }: { readonly state: string; readonly status: string; readonly isOver: boolean },
): string {
  const named = words.lookup(`laporan.state.${state}`, state)
  if (isOver || state === 'tepat' || state === 'lewat') return named
  const now = words.lookup(`status.tl.${status}`, named)
  return state === 'terlambat' ? words.t('laporan.state.terlambat.now', { status: now }) : now
}
