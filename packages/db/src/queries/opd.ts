import type { RapatStatus } from '@mufakat/domain'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { opd } from '../schema/opd'
import { plainArray, textArray } from './array'

const columns = {
  id: opd.id,
  name: opd.name,
  shortName: opd.shortName,
  aliases: opd.aliases,
  kind: opd.kind,
  districtCode: opd.districtCode,
  parentId: opd.parentId,
  mergedInto: opd.mergedInto,
  position: opd.position,
  active: opd.active,
  revision: opd.revision,
}

export const listOpdRows = (db: Queryable) =>
  db.select(columns).from(opd).orderBy(asc(opd.position), asc(opd.name))

export type OpdRow = Awaited<ReturnType<typeof listOpdRows>>[number]

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

/**
 * Until the end of the transaction nobody else changes OPD or their jabatan: parents and mergers are judged over all of
 * them. They are read, and pointed at, all the while.
 */
export async function lockOpd(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${opd} in share row exclusive mode`)
}

export type OpdChange = Partial<Omit<typeof opd.$inferInsert, 'id' | 'revision'>>

/** Changes an OPD that `lockOpd` holds; its revision grows. */
export async function updateOpd(tx: Tx, id: string, changes: OpdChange): Promise<void> {
  await tx
    .update(opd)
    .set({ ...changes, revision: sql`${opd.revision} + 1` })
    .where(eq(opd.id, id))
}

/** What stands under `from` stands under `to` from now on. */
export async function moveChildren(tx: Tx, params: { from: string; to: string | null }): Promise<void> {
  await tx
    .update(opd)
    .set({ parentId: params.to, revision: sql`${opd.revision} + 1` })
    .where(eq(opd.parentId, params.from))
}

/**
 * Invites `to` in place of `from` to the rapat of these statuses whose notula is not ratified.
 * @returns their ids
 */
export async function moveInvitations(
  tx: Tx,
  params: { from: string; to: string; statuses: readonly RapatStatus[]; now: Date },
): Promise<string[]> {
  const { from, to, statuses, now } = params
  const moved = (await tx.execute(sql`
    delete from rapat_opd ro using rapat r
    where ro.opd_id = ${from} and r.id = ro.rapat_id
      and r.status = any(${textArray(statuses)}::text[]) and r.notula_state <> 'disahkan'
    returning r.id`)) as unknown as { id: string }[]
  const ids = moved.map(row => row.id)
  if (ids.length === 0) return ids
  await tx.execute(sql`
    insert into rapat_opd (rapat_id, opd_id) select id, ${to} from unnest(${plainArray(ids)}::uuid[]) id
    on conflict do nothing`)
  await tx.execute(sql`
    update rapat set updated_at = ${now.toISOString()}::timestamptz, revision = revision + 1
    where id = any(${plainArray(ids)}::uuid[])`)
  return ids
}
