import type { ErrorCode, Result } from '@mufakat/kernel'
import { err, ok } from '@mufakat/kernel'
import type { NotulaState, RapatStatus } from './codes'

/**
 * Where a rapat can go from where it is. `dibatalkan` leads back to `draf` so that a mistaken cancellation
 * costs no text; `selesai` leads back to `berlangsung` for a rapat that was closed too early.
 */
const RAPAT_NEXT: Readonly<Record<RapatStatus, readonly RapatStatus[]>> = {
  draf: ['terjadwal', 'dibatalkan'],
  terjadwal: ['berlangsung', 'ditunda', 'dibatalkan'],
  berlangsung: ['selesai', 'ditunda'],
  selesai: ['berlangsung'],
  ditunda: ['terjadwal', 'dibatalkan'],
  dibatalkan: ['draf'],
}

export const nextRapatStatuses = (from: RapatStatus): readonly RapatStatus[] => RAPAT_NEXT[from]

export interface RapatSchedule {
  readonly status: RapatStatus
  /** YYYY-MM-DD in WIB. */
  readonly date: string | null
  /** HH:MM in WIB. */
  readonly startTime: string | null
}

/** Sets a status (SPEC.md R1, R2): only along the table, and nothing is scheduled without a day and an hour. */
export function setRapatStatus(rapat: RapatSchedule, to: RapatStatus): Result<RapatStatus, ErrorCode> {
  if (!RAPAT_NEXT[rapat.status].includes(to)) return err('conflict')
  if (to === 'terjadwal' && (rapat.date === null || rapat.startTime === null)) return err('invalid-input')
  return ok(to)
}

const NOTULA_NEXT: Readonly<Record<NotulaState, readonly NotulaState[]>> = {
  draf: ['diajukan'],
  diajukan: ['disahkan', 'dikembalikan'],
  dikembalikan: ['diajukan'],
  disahkan: [],
}

export const nextNotulaStates = (from: NotulaState): readonly NotulaState[] => NOTULA_NEXT[from]

/** Moves a notula along its life (SPEC.md R3, R4): sending it back needs a note that says why. */
export function setNotulaState(
  from: NotulaState,
  to: NotulaState,
  note: string,
): Result<NotulaState, ErrorCode> {
  if (!NOTULA_NEXT[from].includes(to)) return err('conflict')
  if (to === 'dikembalikan' && note.trim() === '') return err('invalid-input')
  return ok(to)
}
