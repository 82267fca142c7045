import type { Result } from '@mufakat/kernel'
import { err, ok } from '@mufakat/kernel'
import type { HoldingKind } from './codes'
import type { Holding } from './jabatan'
import type { Tanggal } from './wib'
import { addDays } from './wib'

/** Who comes, how, and from when to when. */
export interface Successor {
  readonly personId: string
  readonly kind: HoldingKind
  readonly from: Tanggal
  readonly until: Tanggal | null
}

/** Why a holding cannot begin or end so; the words are under `field.holding-<fault>`. */
export type HoldingFault =
  | 'same-person'
  | 'ends-first'
  | 'needs-end'
  | 'before-holder'
  | 'already-holds'
  | 'already-held'

const overlap = (a: Pick<Holding, 'from' | 'until'>, b: Pick<Holding, 'from' | 'until'>): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until)

/**
 * Whether a holding may be added to those of its jabatan (SPEC.md J6): a Plh. has a last day, nobody holds one twice at
 * a time, and there is one definitif holder at a time.
 */
export function newHoldingFault(ofJabatan: readonly Holding[], added: Successor): HoldingFault | null {
  if (added.until !== null && added.until < added.from) return 'ends-first'
  if (added.kind === 'plh' && added.until === null) return 'needs-end'
  const beside = ofJabatan.filter(holding => overlap(holding, added))
  if (beside.some(holding => holding.personId === added.personId)) return 'already-holds'
  if (added.kind === 'definitif' && beside.some(holding => holding.kind === 'definitif'))
    return 'already-held'
  return null
}

/**
 * What a hand-over changes (SPEC.md J5). Who goes has held the jabatan up to the day before the successor's first; beside
 * a Plh. the holder stays, and nothing of theirs ends.
 * @param ofJabatan every holding of the jabatan, the one that is handed over among them
 */
export function handOver(
  ofJabatan: readonly Holding[],
  held: Holding,
  successor: Successor,
): Result<{ endsOn: Tanggal | null }, HoldingFault> {
  if (successor.personId === held.personId) return err('same-person')
  const stays = successor.kind === 'plh'
  const endsOn = stays ? null : addDays(successor.from, -1)
  if (endsOn !== null && endsOn < held.from) return err('before-holder')
  if (stays && successor.from < held.from) return err('before-holder')
  // One who was to go earlier anyhow keeps their day.
  const ends = endsOn === null || (held.until !== null && held.until <= endsOn) ? null : endsOn
  const after = ofJabatan.map(one => (one === held && ends !== null ? { ...one, until: ends } : one))
  const fault = newHoldingFault(after, successor)
  return fault === null ? ok({ endsOn: ends }) : err(fault)
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** Whether a tindak lanjut of its OPD, written for `named`, is the work of this jabatan (SPEC.md J7). */
export const isWorkOf = (
  named: string | null,
  jabatan: { readonly name: string; readonly isHead: boolean },
): boolean => (named === null || named.trim() === '' ? jabatan.isHead : plain(named) === plain(jabatan.name))
