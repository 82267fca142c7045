import type { Strategy } from '@mufakat/domain'
import { asc, eq, max, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { programme } from '../schema/indicator'
import { sasaranMark } from '../schema/report'

const columns = {
  id: programme.id,
  name: programme.name,
  strategy: programme.strategy,
  ownerOpdId: programme.ownerOpdId,
  description: programme.description,
  position: programme.position,
  active: programme.active,
  isExample: programme.isExample,
  revision: programme.revision,
}

/** Every programme, by strategy and position. */
export const listProgrammeRows = (db: Queryable) =>
  db
    .select(columns)
    .from(programme)
    .orderBy(asc(programme.strategy), asc(programme.position), asc(programme.name))

export type ProgrammeRow = Awaited<ReturnType<typeof listProgrammeRows>>[number]

export const findProgramme = async (db: Queryable, id: string): Promise<ProgrammeRow | null> =>
  (await db.select(columns).from(programme).where(eq(programme.id, id)))[0] ?? null

/** The place after the last programme of a strategy. */
export async function nextProgrammePosition(tx: Tx, strategy: Strategy): Promise<number> {
  const [row] = await tx
    .select({ last: max(programme.position) })
    .from(programme)
    .where(eq(programme.strategy, strategy))
  return (row?.last ?? 0) + 1
}

export async function insertProgrammes(tx: Tx, rows: (typeof programme.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(programme).values(rows)
}

/** Changes a programme; its revision grows. */
export async function updateProgramme(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof programme.$inferInsert, 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .update(programme)
    .set({ ...changes, revision: sql`${programme.revision} + 1` })
    .where(eq(programme.id, id))
}

/** How often anything that pages of targets show has changed. */
export async function readSasaranMark(db: Queryable): Promise<number> {
  const [row] = await db.select({ revision: sasaranMark.revision }).from(sasaranMark)
  return row?.revision ?? 0
}

/**
 * The same, which is this transaction's to raise until it ends. Taken before anything else is locked: its trigger takes it
 * with each write, and two that go on to each other's rows would wait for good.
 */
export async function holdSasaran(tx: Tx): Promise<void> {
  await tx.select({ revision: sasaranMark.revision }).from(sasaranMark).for('update')
}
