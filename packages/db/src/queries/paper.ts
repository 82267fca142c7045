import type { MadeKind, PaperFormat } from '@mufakat/domain'
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { paper, paperAccess, sealedPaper } from '../schema/paper'
import { sealedRecord } from '../schema/ratification'

const columns = {
  id: paper.id,
  rapatId: paper.rapatId,
  year: paper.year,
  quarter: paper.quarter,
  kind: paper.kind,
  format: paper.format,
  opdId: paper.opdId,
  state: paper.state,
  progress: paper.progress,
  askedBy: paper.askedBy,
  askedAt: paper.askedAt,
  storedName: paper.storedName,
  size: paper.size,
  sha256: paper.sha256,
  finishedAt: paper.finishedAt,
  expiresAt: paper.expiresAt,
}

/** What is asked for: the same by anybody is the same paper. */
export interface PaperWish {
  /** Null: the report of a triwulan. */
  readonly rapatId: string | null
  readonly year: number | null
  readonly quarter: number | null
  readonly kind: MadeKind
  readonly format: PaperFormat
  /** Of a cuplikan: whose. */
  readonly opdId: string | null
}

const isWished = (wish: PaperWish) =>
  and(
    sql`${paper.rapatId} is not distinct from ${wish.rapatId}`,
    sql`(${paper.year}, ${paper.quarter}) is not distinct from (${wish.year}::smallint, ${wish.quarter}::smallint)`,
    eq(paper.kind, wish.kind),
    eq(paper.format, wish.format),
    sql`${paper.opdId} is not distinct from ${wish.opdId}`,
  )

const underWay = inArray(paper.state, ['waiting', 'making'])

/**
 * @returns the id of the one that is under way: this one, or one that was asked for before; null when that one ended in
 * this very moment
 */
export async function insertPaper(
  tx: Tx,
  row: PaperWish & { id: string; askedBy: string; askedAt: Date; expiresAt: Date },
): Promise<string | null> {
  const added = await tx
    .insert(paper)
    .values({ ...row, state: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: paper.id })
  if (added[0] !== undefined) return added[0].id
  const open = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(and(isWished(row), underWay))
  return open[0]?.id ?? null
}

export const findPaper = async (db: Queryable, id: string) =>
  (await db.select(columns).from(paper).where(eq(paper.id, id)))[0] ?? null

export type PaperRow = NonNullable<Awaited<ReturnType<typeof findPaper>>>

/** Papers of a rapat whose time is not over, the latest first. */
export const listPapers = (db: Queryable, params: { rapatId: string; now: Date }) =>
  db
    .select(columns)
    .from(paper)
    .where(and(eq(paper.rapatId, params.rapatId), sql`${paper.expiresAt} > ${params.now.toISOString()}`))
    .orderBy(desc(paper.askedAt), desc(paper.id))

/** Reports of a triwulan whose time is not over, the latest first. */
export const listQuarterPapers = (db: Queryable, params: { year: number; quarter: number; now: Date }) =>
  db
    .select(columns)
    .from(paper)
    .where(
      and(
        isNull(paper.rapatId),
        eq(paper.year, params.year),
        eq(paper.quarter, params.quarter),
        sql`${paper.expiresAt} > ${params.now.toISOString()}`,
      ),
    )
    .orderBy(desc(paper.askedAt), desc(paper.id))

/** Begins one that waits or was broken off; null when it is over already. */
export async function beginPaper(db: Queryable, id: string): Promise<PaperRow | null> {
  const rows = await db
    .update(paper)
    .set({ state: 'making', progress: 0 })
    .where(and(eq(paper.id, id), underWay))
    .returning(columns)
  return rows[0] ?? null
}

export async function savePaperProgress(
  db: Queryable,
  params: { id: string; progress: number },
): Promise<void> {
  await db
    .update(paper)
    .set({ progress: params.progress })
    .where(and(eq(paper.id, params.id), eq(paper.state, 'making')))
}

export interface StoredPaper {
  readonly storedName: string
  readonly size: number
  readonly sha256: Uint8Array
}

/** @returns false when it is not under way any more */
export async function finishPaper(
  tx: Tx,
  params: { id: string; stored: StoredPaper; now: Date; expiresAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(paper)
    .set({
      ...params.stored,
      state: 'ready',
      progress: 100,
      finishedAt: params.now,
      expiresAt: params.expiresAt,
    })
    .where(and(eq(paper.id, params.id), eq(paper.state, 'making')))
    .returning({ id: paper.id })
  return rows.length === 1
}

/** @returns false when it is over already */
export async function failPaper(db: Queryable, params: { id: string; now: Date }): Promise<boolean> {
  const rows = await db
    .update(paper)
    .set({ state: 'failed', finishedAt: params.now })
    .where(and(eq(paper.id, params.id), underWay))
    .returning({ id: paper.id })
  return rows.length === 1
}

/** Ends those that are under way since before then. */
export async function failPapersBefore(tx: Tx, params: { before: Date; now: Date }): Promise<void> {
  await tx
    .update(paper)
    .set({ state: 'failed', finishedAt: params.now })
    .where(and(underWay, lt(paper.askedAt, params.before)))
}

/** Takes papers away whose time is over; their bytes have no row then, and are swept. @returns how many */
export const deletePapersBefore = async (tx: Tx, now: Date): Promise<number> =>
  (await tx.delete(paper).where(lt(paper.expiresAt, now)).returning({ id: paper.id })).length

/** Who fetched which paper before then. @returns how many */
export const deletePaperAccessBefore = async (tx: Tx, before: Date): Promise<number> =>
  (await tx.delete(paperAccess).where(lt(paperAccess.at, before)).returning({ id: paperAccess.id })).length

/** Of what was asked for and of what is sealed: bytes that must be there. */
export async function listPaperNames(db: Queryable): Promise<{ id: string; storedName: string }[]> {
  const asked = await db
    .select({ id: paper.id, storedName: sql<string>`${paper.storedName}` })
    .from(paper)
    .where(isNotNull(paper.storedName))
  const sealed = await db
    .select({ id: sealedPaper.rapatId, storedName: sealedPaper.storedName })
    .from(sealedPaper)
  return [...asked, ...sealed]
}

/** Records whose PDF is not kept yet. */
export const listUnkeptRecords = (db: Queryable) =>
  db
    .select({ rapatId: sealedRecord.rapatId, number: sealedRecord.number })
    .from(sealedRecord)
    .leftJoin(
      sealedPaper,
      and(eq(sealedPaper.rapatId, sealedRecord.rapatId), eq(sealedPaper.number, sealedRecord.number)),
    )
    .where(isNull(sealedPaper.rapatId))
    .orderBy(asc(sealedRecord.at))

/** @returns false when it was made before */
export async function insertSealedPaper(tx: Tx, row: typeof sealedPaper.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(sealedPaper)
    .values(row)
    .onConflictDoNothing()
    .returning({ number: sealedPaper.number })
  return rows.length === 1
}

/** The kept PDF of a notula and of its Koreksi, in their order. */
export const listSealedPapers = (db: Queryable, rapatId: string) =>
  db
    .select({
      number: sealedPaper.number,
      storedName: sealedPaper.storedName,
      size: sealedPaper.size,
      sha256: sealedPaper.sha256,
      at: sealedPaper.at,
    })
    .from(sealedPaper)
    .where(eq(sealedPaper.rapatId, rapatId))
    .orderBy(asc(sealedPaper.number))

export type SealedPaperRow = Awaited<ReturnType<typeof listSealedPapers>>[number]

/** Notes who fetched a paper. */
export async function insertPaperAccess(db: Queryable, row: typeof paperAccess.$inferInsert): Promise<void> {
  await db.insert(paperAccess).values(row)
}
