import { and, desc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { person } from '../schema/person'
import { regionOfficer } from '../schema/region-officer'
import { village } from '../schema/wilayah'

const columns = {
  id: regionOfficer.id,
  districtCode: regionOfficer.districtCode,
  villageCode: regionOfficer.villageCode,
  personId: regionOfficer.personId,
  from: regionOfficer.from,
  until: regionOfficer.until,
  personName: person.name,
  phone: person.phone,
}

/** Every spell in a kecamatan and its desa, the latest first. */
export const listOfficersIn = (db: Queryable, districtCode: string) =>
  db
    .select(columns)
    .from(regionOfficer)
    .innerJoin(person, eq(person.id, regionOfficer.personId))
    .leftJoin(village, eq(village.code, regionOfficer.villageCode))
    .where(or(eq(regionOfficer.districtCode, districtCode), eq(village.districtCode, districtCode)))
    .orderBy(desc(regionOfficer.from), person.name)

export type OfficerRow = Awaited<ReturnType<typeof listOfficersIn>>[number]

/** Every spell there is, by place and first day. */
export const listEveryOfficer = (db: Queryable) =>
  db
    .select({
      id: regionOfficer.id,
      districtCode: regionOfficer.districtCode,
      villageCode: regionOfficer.villageCode,
      personId: regionOfficer.personId,
      from: regionOfficer.from,
      until: regionOfficer.until,
    })
    .from(regionOfficer)
    .orderBy(
      sql`coalesce(${regionOfficer.villageCode}, ${regionOfficer.districtCode})`,
      regionOfficer.from,
      regionOfficer.id,
    )

/** How many operators each desa has on a day. */
export async function countOperators(db: Queryable, on: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ code: regionOfficer.villageCode, n: sql<number>`count(*)::int` })
    .from(regionOfficer)
    .where(
      and(
        isNotNull(regionOfficer.villageCode),
        lte(regionOfficer.from, on),
        or(isNull(regionOfficer.until), gte(regionOfficer.until, on)),
      ),
    )
    .groupBy(regionOfficer.villageCode)
  return new Map(rows.map(({ code, n }) => [code ?? '', n]))
}

/** Until the end of the transaction nobody else changes who is camat or operator. */
export async function lockOfficers(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${regionOfficer} in share row exclusive mode`)
}

export async function insertOfficers(
  tx: Queryable,
  rows: (typeof regionOfficer.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(regionOfficer).values(rows)
}

export const findOfficer = async (db: Queryable, id: string) =>
  (
    await db
      .select(columns)
      .from(regionOfficer)
      .innerJoin(person, eq(person.id, regionOfficer.personId))
      .where(eq(regionOfficer.id, id))
  )[0] ?? null

export async function endOfficer(tx: Tx, params: { id: string; until: string | null }): Promise<void> {
  await tx.update(regionOfficer).set({ until: params.until }).where(eq(regionOfficer.id, params.id))
}
