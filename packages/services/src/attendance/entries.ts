import {
  type AttendanceRow,
  listAttendance,
  listInvitedOpd,
  nipsOf,
  phonesOf,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { opdPresence, presenceOf, type Tanggal } from '@mufakat/domain'
import { headsOf, personRefs } from '../people'
import type { OpdRef, PersonRef } from '../views'
import type { AttendanceEntry, AttendanceLists, AttendsAs } from './views'

export const opdKey = (opdId: string): string => `opd:${opdId}`
export const personKey = (personId: string): string => `person:${personId}`

const keyOfRow = (row: AttendanceRow): string =>
  row.kind === 'opd' ? `opd:${row.opdId}` : row.kind === 'person' ? `person:${row.personId}` : `row:${row.id}`

/** Who is expected on a line, as the day has it. */
interface Subject {
  readonly key: string
  readonly as: AttendsAs | null
  readonly opd: OpdRef | null
  readonly person: PersonRef | null
}

async function subjectsOf(
  db: Queryable,
  rapat: RapatRow,
  rows: readonly AttendanceRow[],
  day: Tanggal,
): Promise<Subject[]> {
  const opd = await listInvitedOpd(db, rapat.id)
  const heads = await headsOf(
    db,
    opd.map(one => one.id),
    day,
  )
  const isHead = new Set([...heads.values()].map(head => head.id))
  const as = new Map<string, AttendsAs>()
  for (const row of rows) if (row.kind === 'person' && row.personId !== null) as.set(row.personId, 'staff')
  for (const guest of rapat.guestIds) as.set(guest.personId, 'guest')
  if (rapat.notulisId !== null) as.set(rapat.notulisId, 'notulis')
  if (rapat.chairId !== null) as.set(rapat.chairId, 'chair')
  // Who leads an invited OPD stands there with it, unless they were marked for themselves.
  for (const id of isHead) if (as.get(id) !== 'staff') as.delete(id)
  const people = await personRefs(db, [...as.keys()], day)
  const order: readonly AttendsAs[] = ['chair', 'notulis', 'guest', 'staff']
  return [
    ...opd.map(one => ({ key: opdKey(one.id), as: null, opd: one, person: heads.get(one.id) ?? null })),
    ...[...as]
      .flatMap(([id, role]) => {
        const person = people.get(id)
        return person === undefined ? [] : [{ key: personKey(id), as: role, opd: person.opd, person }]
      })
      .sort(
        (a, b) =>
          order.indexOf(a.as) - order.indexOf(b.as) || a.person.name.localeCompare(b.person.name, 'id'),
      ),
  ]
}

const deputyOf = (row: AttendanceRow | undefined) =>
  row === undefined || row.deputyName === null
    ? null
    : { id: row.deputyId, name: row.deputyName, nip: row.deputyNip, jabatan: row.deputyJabatan }

/** What a row says of its line, or what is said of one without. */
const stateOf = (row: AttendanceRow | undefined) => ({
  revision: row?.revision ?? 0,
  rsvp: row?.rsvp ?? null,
  rsvpReason: row?.rsvpReason ?? '',
  deputy: deputyOf(row),
  arrivedAt: row?.arrivedAt ?? null,
  leftAt: row?.leftAt ?? null,
})

/**
 * The whole list with everything that is known, NIP and telephone numbers included: what a paper and a seal are made of.
 * Whoever shows it leaves out what its reader may not see.
 * @param isClosed the notula is disahkan: who was not marked is tanpa keterangan
 */
export async function attendanceEntries(
  db: Queryable,
  rapat: RapatRow,
  today: Tanggal,
  isClosed: boolean,
): Promise<AttendanceLists> {
  const rows = await listAttendance(db, rapat.id)
  const byKey = new Map(rows.map(row => [keyOfRow(row), row]))
  const subjects = await subjectsOf(db, rapat, rows, rapat.date ?? today)
  const ids = subjects.flatMap(one => one.person?.id ?? [])
  const [nips, phones] = await Promise.all([nipsOf(db, ids), phonesOf(db, ids)])

  const entries = subjects.map((subject): AttendanceEntry => {
    const { key, as, opd, person } = subject
    const row = byKey.get(key)
    // What was written of the day stays, also when people have moved on.
    const isWritten = row !== undefined && row.presence !== null
    const expected = { rsvp: row?.rsvp ?? null, presence: row?.presence ?? null }
    const others = rows.filter(one => one.kind === 'person' && one.opdId === opd?.id)
    return {
      key,
      as,
      opd,
      personId: isWritten ? row.personId : (person?.id ?? null),
      name: isWritten ? row.name || null : (person?.name ?? null),
      nip: isWritten ? row.nip : ((person && nips.get(person.id)) ?? null),
      jabatan: isWritten ? row.jabatan : (person?.jabatan ?? ''),
      agency: opd?.name ?? row?.agency ?? '',
      phone: (person && phones.get(person.id)) ?? null,
      ...stateOf(row),
      presence: as === null ? opdPresence(expected, others, isClosed) : presenceOf(expected, isClosed),
      isWaiting: false,
    }
  })
  const walkIns = rows
    .filter(row => row.kind === 'walk-in')
    .map(
      (row): AttendanceEntry => ({
        key: keyOfRow(row),
        as: 'walk-in',
        opd: null,
        personId: null,
        name: row.name,
        nip: row.nip,
        jabatan: row.jabatan,
        agency: row.agency,
        phone: row.phone,
        ...stateOf(row),
        presence: row.presence,
        isWaiting: row.confirmedAt === null,
      }),
    )
  return {
    opd: entries.filter(entry => entry.as === null),
    people: [...entries.filter(entry => entry.as !== null), ...walkIns],
  }
}
