import type { HoldingKind } from '@mufakat/domain'
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Queryable } from '../database'
import { jabatan, jabatanHolding } from '../schema/jabatan'
import { opd } from '../schema/opd'

/** A holding with the post and its OPD. */
export interface HoldingRow {
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

/** Holdings effective on a day, of these people or OPD, or of everyone. Who counts is for the domain to say. */
export const listHoldings = (
  db: Queryable,
  params: { on: string; personIds?: readonly string[]; opdIds?: readonly string[] },
): Promise<HoldingRow[]> =>
  db
    .select({
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
    })
    .from(jabatanHolding)
    .innerJoin(jabatan, eq(jabatan.id, jabatanHolding.jabatanId))
    .innerJoin(opd, eq(opd.id, jabatan.opdId))
    .where(
      and(
        lte(jabatanHolding.from, params.on),
        or(isNull(jabatanHolding.until), gte(jabatanHolding.until, params.on)),
        params.personIds === undefined ? undefined : inArray(jabatanHolding.personId, [...params.personIds]),
        params.opdIds === undefined ? undefined : inArray(jabatan.opdId, [...params.opdIds]),
      ),
    )

export async function insertJabatan(db: Queryable, rows: (typeof jabatan.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(jabatan).values(rows)
}

export async function insertHoldings(
  db: Queryable,
  rows: (typeof jabatanHolding.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(jabatanHolding).values(rows)
}
