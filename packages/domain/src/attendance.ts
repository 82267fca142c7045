import type { ErrorCode, Result } from '@mufakat/kernel'
import { err, ok } from '@mufakat/kernel'
import type { NotulaState, Presence, RapatStatus, Rsvp } from './codes'

/** What is known of somebody, or of an OPD, that is expected. */
export interface Expected {
  readonly rsvp: Rsvp | null
  /** As it was marked; null: not yet. */
  readonly presence: Presence | null
}

/** Who stands for another: "diwakilkan" says by whom (SPEC.md K1). */
export const namesDeputy = (answer: Rsvp | Presence | null, deputy: string | null): boolean =>
  answer !== 'diwakilkan' || (deputy !== null && deputy.trim() !== '')

/**
 * How somebody's presence stands (SPEC.md K2). An excuse that was given counts until somebody has seen them; the rest is
 * `null`, not yet known, until the list is closed.
 */
export function presenceOf(expected: Expected, isClosed: boolean): Presence | null {
  if (expected.presence !== null) return expected.presence
  if (expected.rsvp === 'izin') return 'izin'
  return isClosed ? 'tanpa_keterangan' : null
}

/**
 * The same of an OPD: also without a mark of its own it is represented where somebody of it is there (SPEC.md K3).
 * @param others people of the OPD beside its head, as they were marked
 */
export function opdPresence(
  expected: Expected,
  others: readonly { readonly presence: Presence | null }[],
  isClosed: boolean,
): Presence | null {
  const isRepresented = others.some(one => one.presence === 'hadir')
  if (isRepresented && expected.presence !== 'hadir') return 'diwakilkan'
  return presenceOf(expected, isClosed)
}

/** More than half, unless a regency sets another share. */
export const USUAL_QUORUM_PERCENT = 50

export interface Quorum {
  readonly invited: number
  readonly present: number
  readonly isReached: boolean
}

/** Of the invited OPD, those present or represented; reached when they are more than the share (SPEC.md K4). */
export function quorumOf(presences: readonly (Presence | null)[], percent: number): Quorum {
  const present = presences.filter(one => one === 'hadir' || one === 'diwakilkan').length
  return {
    invited: presences.length,
    present,
    isReached: present > 0 && present * 100 > presences.length * percent,
  }
}

/** Nobody leaves before they came, or without having come (SPEC.md K5). */
export const areTimesRight = (arrivedAt: Date | null, leftAt: Date | null): boolean =>
  leftAt === null || (arrivedAt !== null && leftAt >= arrivedAt)

interface RapatNow {
  readonly status: RapatStatus
  readonly notulaState: NotulaState
}

const HELD: readonly RapatStatus[] = ['terjadwal', 'berlangsung', 'selesai']

/** Whether the list takes marks: from when the rapat is terjadwal until its notula is disahkan (SPEC.md K6). */
export function takesAttendance(rapat: RapatNow): Result<true, ErrorCode> {
  if (rapat.notulaState === 'disahkan') return err('document-closed')
  return HELD.includes(rapat.status) ? ok(true) : err('conflict')
}

/** Whether somebody may still say that they come: as long as the rapat lies ahead (SPEC.md K7). */
export const takesRsvp = (rapat: RapatNow): Result<true, ErrorCode> =>
  rapat.status === 'terjadwal' ? takesAttendance(rapat) : err('conflict')

/** How long a code on the wall is shown. */
export const CODE_SECONDS = 60

/** The number of the stretch of time that a code on the wall is made for. */
export const codeStep = (now: Date): number => Math.floor(now.getTime() / (CODE_SECONDS * 1000))

/** A code counts while it is shown and for as long again, for who has just photographed it (SPEC.md K8). */
export const isCodeCurrent = (step: number, now: Date): boolean => {
  const age = codeStep(now) - step
  return age === 0 || age === 1
}
