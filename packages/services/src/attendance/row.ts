import {
  type AttendanceChange,
  type AttendanceRow,
  insertAttendance,
  listAttendance,
  nipsOf,
  type RapatRow,
  type Tx,
  updateAttendance,
} from '@mufakat/db'
import { type Tanggal, takesAttendance } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { headsOf, personRefs } from '../people'

/** Throws `document-closed` when the list is closed, `conflict` when nobody is expected at this rapat. */
export function requireOpenList(rapat: RapatRow): void {
  const answer = takesAttendance(rapat)
  if (!answer.ok) throw new AppError(answer.error, 'attendance')
}

const idIn = (key: string): string => key.slice(key.indexOf(':') + 1)

/** Whether there is such a line on the list of this rapat: nobody is written of who is not expected. */
function isExpected(rapat: RapatRow, key: string): boolean {
  const id = idIn(key)
  if (key.startsWith('opd:')) return rapat.invitedOpdIds.includes(id)
  return id === rapat.chairId || id === rapat.notulisId || rapat.guestIds.some(guest => guest.personId === id)
}

/** Who stands on a line on the day of the rapat, as it is written down. */
async function identityOf(tx: Tx, rapat: RapatRow, key: string, today: Tanggal) {
  const day = rapat.date ?? today
  const id = idIn(key)
  const isOpd = key.startsWith('opd:')
  const person = isOpd ? (await headsOf(tx, [id], day)).get(id) : (await personRefs(tx, [id], day)).get(id)
  const nips = await nipsOf(tx, person === undefined ? [] : [person.id])
  return {
    personId: person?.id ?? null,
    opdId: isOpd ? id : (person?.opd?.id ?? null),
    name: person?.name ?? '',
    nip: (person && nips.get(person.id)) ?? null,
    jabatan: person?.jabatan ?? '',
  }
}

/** The row of a line, where there is one. Its caller holds the rapat. */
export async function rowOf(tx: Tx, rapat: RapatRow, key: string): Promise<AttendanceRow | null> {
  const id = idIn(key)
  const rows = await listAttendance(tx, rapat.id)
  return (
    rows.find(row =>
      key.startsWith('row:')
        ? row.id === id && row.kind === 'walk-in'
        : key.startsWith('opd:')
          ? row.kind === 'opd' && row.opdId === id
          : row.kind === 'person' && row.personId === id,
    ) ?? null
  )
}

/**
 * Writes of a line what is new about it, with who stands there on the day; makes its row where there is none. Its caller
 * holds the rapat. `conflict` when somebody else has written of it since `revision`.
 * @param isNew a person may be written of who was not expected
 */
export async function writeRow(
  tx: Tx,
  rapat: RapatRow,
  line: { key: string; revision: number; changes: AttendanceChange; today: Tanggal; now: Date },
  isNew = false,
): Promise<string> {
  const { key, revision, changes, today, now } = line
  const row = await rowOf(tx, rapat, key)
  if ((row?.revision ?? 0) !== revision) throw new AppError('conflict', 'attendance')
  if (key.startsWith('row:')) {
    const found = row ?? raise()
    if (!(await updateAttendance(tx, { id: found.id, revision, changes })))
      throw new AppError('conflict', 'attendance')
    return found.id
  }
  if (row === null && !isNew && !isExpected(rapat, key)) raise()
  const identity = await identityOf(tx, rapat, key, today)
  if (row !== null) {
    if (!(await updateAttendance(tx, { id: row.id, revision, changes: { ...identity, ...changes } })))
      throw new AppError('conflict', 'attendance')
    return row.id
  }
  const id = newId(now.getTime())
  const kind = key.startsWith('opd:') ? 'opd' : 'person'
  if (!(await insertAttendance(tx, { id, rapatId: rapat.id, kind, ...identity, ...changes, createdAt: now })))
    throw new AppError('conflict', 'attendance')
  return id
}

function raise(): never {
  throw new AppError('not-found', 'attendance')
}

/** Words of who stands for somebody, chosen of their OPD or typed. */
export interface Deputy {
  readonly deputyId: string | null
  readonly deputyName: string | null
  readonly deputyNip: string | null
  readonly deputyJabatan: string
}

/** A deputy by name, or one who is known; `invalid-input` for one who is not. */
export async function deputyOf(
  tx: Tx,
  rapat: RapatRow,
  typed: { deputyId: string | null; deputyName: string; deputyJabatan: string },
  today: Tanggal,
): Promise<Deputy> {
  const { deputyId, deputyName, deputyJabatan } = typed
  if (deputyId === null) return { deputyId, deputyName: deputyName || null, deputyNip: null, deputyJabatan }
  const person = (await personRefs(tx, [deputyId], rapat.date ?? today)).get(deputyId)
  if (person === undefined)
    throw new AppError('invalid-input', 'deputy', { fields: { deputyId: 'field.unknown' } })
  const nips = await nipsOf(tx, [deputyId])
  return {
    deputyId,
    deputyName: defined(person.name, 'a name'),
    deputyNip: nips.get(deputyId) ?? null,
    deputyJabatan: person.jabatan ?? deputyJabatan,
  }
}

/** A deputy is named where somebody stands for another (SPEC.md of domain, K1). */
export const deputyMissing = (): AppError =>
  new AppError('invalid-input', 'deputy', { fields: { deputyName: 'field.deputy' } })
