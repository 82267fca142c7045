import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { attendance } from '../schema/attendance'
import { person } from '../schema/person'

const columns = {
  id: attendance.id,
  rapatId: attendance.rapatId,
  kind: attendance.kind,
  opdId: attendance.opdId,
  personId: attendance.personId,
  name: attendance.name,
  nip: attendance.nip,
  jabatan: attendance.jabatan,
  agency: attendance.agency,
  phone: attendance.phone,
  rsvp: attendance.rsvp,
  rsvpReason: attendance.rsvpReason,
  rsvpAt: attendance.rsvpAt,
  presence: attendance.presence,
  deputyId: attendance.deputyId,
  deputyName: attendance.deputyName,
  deputyNip: attendance.deputyNip,
  deputyJabatan: attendance.deputyJabatan,
  arrivedAt: attendance.arrivedAt,
  leftAt: attendance.leftAt,
  way: attendance.way,
  confirmedAt: attendance.confirmedAt,
  revision: attendance.revision,
}

/** Everything that is known of who comes and came, in the order in which it became known. */
export const listAttendance = (db: Queryable, rapatId: string) =>
  db
    .select(columns)
    .from(attendance)
    .where(eq(attendance.rapatId, rapatId))
    .orderBy(asc(attendance.createdAt), asc(attendance.id))

export type AttendanceRow = Awaited<ReturnType<typeof listAttendance>>[number]

/** False when there is one of theirs already. */
export async function insertAttendance(tx: Tx, row: typeof attendance.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(attendance).values(row).onConflictDoNothing().returning({ id: attendance.id })
  return rows.length === 1
}

export type AttendanceChange = Partial<
  Omit<typeof attendance.$inferInsert, 'id' | 'rapatId' | 'kind' | 'revision' | 'createdAt'>
>

/** Changes a row; its revision grows. False when it is not at this one any more. */
export async function updateAttendance(
  tx: Tx,
  params: { id: string; revision: number; changes: AttendanceChange },
): Promise<boolean> {
  const { id, revision, changes } = params
  const rows = await tx
    .update(attendance)
    .set({ ...changes, revision: sql`${attendance.revision} + 1` })
    .where(and(eq(attendance.id, id), eq(attendance.revision, revision)))
    .returning({ id: attendance.id })
  return rows.length === 1
}

/** Takes out somebody who was not there; false when they are not at this revision any more. */
export async function deleteAttendance(tx: Tx, params: { id: string; revision: number }): Promise<boolean> {
  const rows = await tx
    .delete(attendance)
    .where(and(eq(attendance.id, params.id), eq(attendance.revision, params.revision)))
    .returning({ id: attendance.id })
  return rows.length === 1
}

/** Walk-ins that nobody has confirmed yet. */
export async function countWaiting(db: Queryable, rapatId: string): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(attendance)
    .where(
      and(eq(attendance.rapatId, rapatId), eq(attendance.kind, 'walk-in'), isNull(attendance.confirmedAt)),
    )
  return rows[0]?.n ?? 0
}

/** NIP by person, for lists that official papers are made of. */
export async function nipsOf(db: Queryable, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, nip: person.nip })
    .from(person)
    .where(inArray(person.id, [...personIds]))
  return new Map(rows.flatMap(({ id, nip }) => (nip === null ? [] : [[id, nip] as const])))
}

/** How many are marked as there, for themselves or for another. */
export async function countPresent(db: Queryable, rapatId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(attendance)
    .where(and(eq(attendance.rapatId, rapatId), inArray(attendance.presence, ['hadir', 'diwakilkan'])))
  return row?.n ?? 0
}
