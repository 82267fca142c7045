import { asc, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { district, village } from '../schema/wilayah'

export const listDistricts = (db: Queryable) =>
  db
    .select({
      code: district.code,
      regencyCode: district.regencyCode,
      name: district.name,
      active: district.active,
    })
    .from(district)
    .orderBy(asc(district.code))

export const listVillages = (db: Queryable) =>
  db
    .select({
      code: village.code,
      districtCode: village.districtCode,
      name: village.name,
      kind: village.kind,
      active: village.active,
    })
    .from(village)
    .orderBy(asc(village.code))

export async function insertRegions(
  db: Queryable,
  rows: { districts: (typeof district.$inferInsert)[]; villages: (typeof village.$inferInsert)[] },
): Promise<void> {
  if (rows.districts.length > 0) await db.insert(district).values(rows.districts)
  if (rows.villages.length > 0) await db.insert(village).values(rows.villages)
}

/** Until the end of the transaction nobody else changes regions; they are read all the while. */
export async function lockRegions(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${district}, ${village} in share row exclusive mode`)
}

/** Puts regions in, or gives those of the same code this name and makes them active again. */
export async function saveRegions(
  tx: Tx,
  rows: { districts: (typeof district.$inferInsert)[]; villages: (typeof village.$inferInsert)[] },
): Promise<void> {
  const set = { name: sql`excluded.name`, active: true }
  if (rows.districts.length > 0)
    await tx.insert(district).values(rows.districts).onConflictDoUpdate({ target: district.code, set })
  if (rows.villages.length > 0)
    await tx.insert(village).values(rows.villages).onConflictDoUpdate({ target: village.code, set })
}

/** Makes kecamatan, desa and kelurahan inactive; what refers to them goes on doing so. */
export async function withdrawRegions(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await tx
    .update(village)
    .set({ active: false })
    .where(inArray(village.code, [...codes]))
  await tx
    .update(district)
    .set({ active: false })
    .where(inArray(district.code, [...codes]))
}
