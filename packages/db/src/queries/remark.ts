import type { RemarkState } from '@mufakat/domain'
import { and, asc, count, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { remark, remarkReply } from '../schema/remark'

export type { StoredMention } from '../schema/remark'

export async function insertRemark(tx: Tx, row: typeof remark.$inferInsert): Promise<void> {
  await tx.insert(remark).values(row)
}

export async function insertRemarkReply(tx: Tx, row: typeof remarkReply.$inferInsert): Promise<void> {
  await tx.insert(remarkReply).values(row)
}

/** What was remarked beside a notula, oldest first. */
export const listRemarks = (db: Queryable, rapatId: string) =>
  db.select().from(remark).where(eq(remark.rapatId, rapatId)).orderBy(asc(remark.at), asc(remark.id))

export type RemarkRow = Awaited<ReturnType<typeof listRemarks>>[number]

/** The answers under all remarks of a rapat, oldest first. */
export const listRemarkReplies = (db: Queryable, rapatId: string) =>
  db
    .select({
      id: remarkReply.id,
      remarkId: remarkReply.remarkId,
      body: remarkReply.body,
      mentions: remarkReply.mentions,
      authorId: remarkReply.authorId,
      at: remarkReply.at,
    })
    .from(remarkReply)
    .innerJoin(remark, eq(remark.id, remarkReply.remarkId))
    .where(eq(remark.rapatId, rapatId))
    .orderBy(asc(remarkReply.at), asc(remarkReply.id))

/** One of a rapat's, locked until the transaction ends; null when there is none. */
export const lockRemark = async (
  tx: Tx,
  params: { rapatId: string; remarkId: string },
): Promise<RemarkRow | null> =>
  (
    await tx
      .select()
      .from(remark)
      .where(and(eq(remark.rapatId, params.rapatId), eq(remark.id, params.remarkId)))
      .for('update')
  )[0] ?? null

export const findRemark = async (
  db: Queryable,
  params: { rapatId: string; remarkId: string },
): Promise<RemarkRow | null> =>
  (
    await db
      .select()
      .from(remark)
      .where(and(eq(remark.rapatId, params.rapatId), eq(remark.id, params.remarkId)))
  )[0] ?? null

export async function settleRemark(
  tx: Tx,
  row: {
    remarkId: string
    state: RemarkState
    settledBy: string | null
    settledAt: Date | null
    note: string
    seq: number | null
  },
): Promise<void> {
  const { remarkId, ...settled } = row
  await tx.update(remark).set(settled).where(eq(remark.id, remarkId))
}

export async function countRemarks(db: Queryable, rapatId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(remark).where(eq(remark.rapatId, rapatId))
  return row?.n ?? 0
}

/** How many remarks and suggestions of a rapat nobody has dealt with. */
export async function countOpenRemarks(db: Queryable, rapatId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(remark)
    .where(and(eq(remark.rapatId, rapatId), eq(remark.state, 'terbuka')))
  return row?.n ?? 0
}

export async function countRemarkReplies(db: Queryable, remarkId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(remarkReply).where(eq(remarkReply.remarkId, remarkId))
  return row?.n ?? 0
}
