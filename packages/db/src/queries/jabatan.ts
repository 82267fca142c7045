import type { HoldingKind } from '@mufakat/domain'
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { jabatan, jabatanHolding } from '../schema/jabatan'
import { opd } from '../schema/opd'

/** A holding with the post and its OPD. */
export interface HoldingRow {
  id: string
  jabatanId: string
  personId: string
  kind: HoldingKind
  from: string
  until: string | null
  jabatan: string
  isHead: boolean
  opdId: string
  opdShortName: string
  opdName: string
}

const columns = {
  id: jabatanHolding.id,
  jabatanId: jabatanHolding.jabatanId,
  personId: jabatanHolding.personId,
  kind: jabatanHolding.kind,
  from: jabatanHolding.from,
  until: jabatanHolding.until,
  jabatan: jabatan.name,
  isHead: jabatan.isHead,
  opdId: opd.id,
  opdShortName: opd.shortName,
  opdName: opd.name,
}

/**
 * Holdings effective on a day, or on any when it is left out, of these people or OPD, or of everyone. Who counts is for
 * the domain to say.
 */
export const listHoldings = (
  db: Queryable,
  params: { on?: string; personIds?: readonly string[]; opdIds?: readonly string[] },
): Promise<HoldingRow[]> =>
  db
    .select(columns)
    .from(jabatanHolding)
    .innerJoin(jabatan, eq(jabatan.id, jabatanHolding.jabatanId))
    .innerJoin(opd, eq(opd.id, jabatan.opdId))
    .where(
      and(
        params.on === undefined ? undefined : lte(jabatanHolding.from, params.on),
        params.on === undefined
          ? undefined
          : or(isNull(jabatanHolding.until), gte(jabatanHolding.until, params.on)),
        params.personIds === undefined ? undefined : inArray(jabatanHolding.personId, [...params.personIds]),
        params.opdIds === undefined ? undefined : inArray(jabatan.opdId, [...params.opdIds]),
      ),
    )

/** Holdings that are effective on a day or begin after it, of everyone. */
export const listHoldingsFrom = (db: Queryable, on: string): Promise<HoldingRow[]> =>
  db
    .select(columns)
    .from(jabatanHolding)
    .innerJoin(jabatan, eq(jabatan.id, jabatanHolding.jabatanId))
    .innerJoin(opd, eq(opd.id, jabatan.opdId))
    .where(or(isNull(jabatanHolding.until), gte(jabatanHolding.until, on)))

export async function insertJabatan(db: Queryable, rows: (typeof jabatan.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(jabatan).values(rows)
}

export async function insertHoldings(
  db: Queryable,
  rows: (typeof jabatanHolding.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(jabatanHolding).values(rows)
}

/** Every holding of a person or of a jabatan, past and to come, the latest first. */
export const listEveryHolding = (
  db: Queryable,
  params: { personId: string } | { jabatanId: string },
): Promise<HoldingRow[]> =>
  db
    .select(columns)
    .from(jabatanHolding)
    .innerJoin(jabatan, eq(jabatan.id, jabatanHolding.jabatanId))
    .innerJoin(opd, eq(opd.id, jabatan.opdId))
    .where(
      'personId' in params
        ? eq(jabatanHolding.personId, params.personId)
        : eq(jabatanHolding.jabatanId, params.jabatanId),
    )
    .orderBy(desc(jabatanHolding.from), asc(jabatanHolding.id))

/** A jabatan whose holdings nobody else changes until the transaction ends. */
export async function lockJabatan(tx: Tx, jabatanId: string): Promise<void> {
  await tx.select({ id: jabatan.id }).from(jabatan).where(eq(jabatan.id, jabatanId)).for('no key update')
}

export async function findHolding(db: Queryable, holdingId: string): Promise<HoldingRow | null> {
  const rows = await db
    .select(columns)
    .from(jabatanHolding)
    .innerJoin(jabatan, eq(jabatan.id, jabatanHolding.jabatanId))
    .innerJoin(opd, eq(opd.id, jabatan.opdId))
    .where(eq(jabatanHolding.id, holdingId))
  return rows[0] ?? null
}

/** The jabatan of that name in an OPD, whatever its capitals. */
export async function findJabatanByName(
  db: Queryable,
  params: { opdId: string; name: string },
): Promise<{ id: string } | null> {
  const rows = await db
    .select({ id: jabatan.id })
    .from(jabatan)
    .where(and(eq(jabatan.opdId, params.opdId), sql`lower(${jabatan.name}) = lower(${params.name})`))
    .orderBy(desc(jabatan.active), asc(jabatan.id))
    .limit(1)
  return rows[0] ?? null
}

/** Jabatan in use, by OPD and name: for choosers. */
export const listJabatan = (db: Queryable) =>
  db
    .select({ id: jabatan.id, opdId: jabatan.opdId, name: jabatan.name, isHead: jabatan.isHead })
    .from(jabatan)
    .where(eq(jabatan.active, true))
    .orderBy(desc(jabatan.isHead), asc(jabatan.name))

export async function endHolding(tx: Tx, params: { holdingId: string; until: string }): Promise<void> {
  await tx.update(jabatanHolding).set({ until: params.until }).where(eq(jabatanHolding.id, params.holdingId))
}

const jabatanColumns = {
  id: jabatan.id,
  opdId: jabatan.opdId,
  name: jabatan.name,
  isHead: jabatan.isHead,
  position: jabatan.position,
  active: jabatan.active,
  revision: jabatan.revision,
}

/** Jabatan of one OPD or of all, those that are no more among them; the head's first. */
export const listJabatanRows = (db: Queryable, opdId?: string) =>
  db
    .select(jabatanColumns)
    .from(jabatan)
    .where(opdId === undefined ? undefined : eq(jabatan.opdId, opdId))
    .orderBy(desc(jabatan.isHead), asc(jabatan.position), asc(jabatan.name), asc(jabatan.id))

export type JabatanRow = Awaited<ReturnType<typeof listJabatanRows>>[number]

export const findJabatan = async (db: Queryable, id: string): Promise<JabatanRow | null> =>
  (await db.select(jabatanColumns).from(jabatan).where(eq(jabatan.id, id)))[0] ?? null

/** Changes a jabatan; its revision grows. */
export async function updateJabatan(
  tx: Tx,
  id: string,
  changes: Partial<Pick<typeof jabatan.$inferInsert, 'name' | 'isHead' | 'position' | 'active'>>,
): Promise<void> {
  await tx
    .update(jabatan)
    .set({ ...changes, revision: sql`${jabatan.revision} + 1` })
    .where(eq(jabatan.id, id))
}
