import { asc } from 'drizzle-orm'
import type { Queryable } from '../database'
import { district, village } from '../schema/wilayah'

export const listDistricts = (db: Queryable) =>
  db.select({ code: district.code, name: district.name }).from(district).orderBy(asc(district.code))

export const listVillages = (db: Queryable) =>
  db
    .select({
      code: village.code,
      districtCode: village.districtCode,
      name: village.name,
      kind: village.kind,
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
