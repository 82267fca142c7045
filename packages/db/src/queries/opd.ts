import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../database'
import { opd } from '../schema/opd'

export const listOpdRows = (db: Queryable) =>
  db
    .select({
      id: opd.id,
      name: opd.name,
      shortName: opd.shortName,
      aliases: opd.aliases,
      kind: opd.kind,
      districtCode: opd.districtCode,
      active: opd.active,
    })
    .from(opd)
    .orderBy(asc(opd.position), asc(opd.name))

/** Which of these ids are active OPD. */
export async function activeOpdIds(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: opd.id })
    .from(opd)
    .where(and(inArray(opd.id, [...ids]), eq(opd.active, true)))
  return new Set(rows.map(row => row.id))
}

/** Which of these ids exist, active or not. */
export async function knownOpdIds(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: opd.id })
    .from(opd)
    .where(inArray(opd.id, [...ids]))
  return new Set(rows.map(row => row.id))
}

export async function insertOpd(db: Queryable, rows: (typeof opd.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(opd).values(rows)
}
