import { and, asc, eq, gt, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { card } from '../schema/card'
import { document } from '../schema/log'
import { agendaItem, keputusan, notulaContent, tindakLanjut } from '../schema/notula'
import { opd } from '../schema/opd'
import { rapat } from '../schema/rapat'
import { postponed } from './card'

export const listAgendaItems = (db: Queryable, rapatId: string) =>
  db
    .select({
      itemId: agendaItem.itemId,
      title: agendaItem.title,
      minutes: agendaItem.minutes,
      presenter: agendaItem.presenter,
    })
    .from(agendaItem)
    .where(and(eq(agendaItem.rapatId, rapatId), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.position), asc(agendaItem.itemId))

export const listKeputusanRows = (db: Queryable, rapatId: string) =>
  db
    .select({ lineId: keputusan.lineId, itemId: keputusan.itemId, text: keputusan.text })
    .from(keputusan)
    .where(and(eq(keputusan.rapatId, rapatId), isNull(keputusan.removedAt)))
    .orderBy(asc(keputusan.position), asc(keputusan.lineId))

const ofLine = and(eq(card.rapatId, tindakLanjut.rapatId), eq(card.lineId, tindakLanjut.lineId))

/** Tindak lanjut in the notula of a rapat, in its order. */
export const listTindakLanjutRows = (db: Queryable, rapatId: string) =>
  db
    .select({
      rapatId: tindakLanjut.rapatId,
      rapatTitle: rapat.title,
      lineId: tindakLanjut.lineId,
      itemId: tindakLanjut.itemId,
      text: tindakLanjut.text,
      ownerId: opd.id,
      ownerShortName: opd.shortName,
      ownerName: opd.name,
      jabatan: tindakLanjut.jabatan,
      tenggat: tindakLanjut.tenggat,
      due: card.due,
      postponed,
      priority: tindakLanjut.priority,
      strategy: tindakLanjut.strategy,
      status: card.status,
    })
    .from(tindakLanjut)
    .innerJoin(card, ofLine)
    .innerJoin(rapat, eq(rapat.id, tindakLanjut.rapatId))
    .leftJoin(opd, eq(opd.id, tindakLanjut.ownerOpdId))
    .where(and(isNull(tindakLanjut.removedAt), eq(tindakLanjut.rapatId, rapatId)))
    .orderBy(asc(tindakLanjut.position), asc(tindakLanjut.lineId))

export const findNotulaContent = async (db: Queryable, rapatId: string) =>
  (
    await db
      .select({ seq: notulaContent.seq, content: notulaContent.content, hash: notulaContent.hash })
      .from(notulaContent)
      .where(eq(notulaContent.rapatId, rapatId))
  )[0] ?? null

/** Documents whose log has gone on past what was projected. */
export const listUnprojected = (db: Queryable) =>
  db
    .select({
      rapatId: rapat.id,
      documentId: rapat.documentId,
      projectedSeq: sql<number>`coalesce(${notulaContent.seq}, 0)::int`,
    })
    .from(rapat)
    .innerJoin(document, eq(document.id, rapat.documentId))
    .leftJoin(notulaContent, eq(notulaContent.rapatId, rapat.id))
    .where(or(isNull(notulaContent.seq), gt(document.headSeq, notulaContent.seq)))

/**
 * Takes the content in when its sequence is past the stored one. False when it is not: another projection
 * was faster. The row is locked by it, so projections of one rapat follow each other.
 */
export async function advanceNotulaContent(tx: Tx, row: typeof notulaContent.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(notulaContent)
    .values(row)
    .onConflictDoUpdate({
      target: notulaContent.rapatId,
      set: {
        seq: sql`excluded.seq`,
        content: sql`excluded.content`,
        hash: sql`excluded.hash`,
        projectedAt: sql`excluded.projected_at`,
      },
      setWhere: sql`excluded.seq > ${notulaContent.seq}`,
    })
    .returning({ rapatId: notulaContent.rapatId })
  return rows.length > 0
}

/** Rows of the notula as it stands: what is there again loses its tombstone, what is not there gets one. */
export async function replaceAgendaItems(
  tx: Tx,
  params: { rapatId: string; rows: Omit<typeof agendaItem.$inferInsert, 'rapatId'>[]; now: Date },
): Promise<void> {
  const { rapatId, rows, now } = params
  if (rows.length > 0)
    await tx
      .insert(agendaItem)
      .values(rows.map(row => ({ ...row, rapatId })))
      .onConflictDoUpdate({
        target: [agendaItem.rapatId, agendaItem.itemId],
        set: {
          position: sql`excluded.position`,
          title: sql`excluded.title`,
          minutes: sql`excluded.minutes`,
          presenter: sql`excluded.presenter`,
          removedAt: null,
        },
      })
  const ids = rows.map(row => row.itemId)
  await tx
    .update(agendaItem)
    .set({ removedAt: now })
    .where(
      and(
        eq(agendaItem.rapatId, rapatId),
        isNull(agendaItem.removedAt),
        ids.length === 0 ? undefined : notInArray(agendaItem.itemId, ids),
      ),
    )
}

export async function replaceKeputusan(
  tx: Tx,
  params: { rapatId: string; rows: Omit<typeof keputusan.$inferInsert, 'rapatId'>[]; now: Date },
): Promise<void> {
  const { rapatId, rows, now } = params
  if (rows.length > 0)
    await tx
      .insert(keputusan)
      .values(rows.map(row => ({ ...row, rapatId })))
      .onConflictDoUpdate({
        target: [keputusan.rapatId, keputusan.lineId],
        set: {
          position: sql`excluded.position`,
          itemId: sql`excluded.item_id`,
          text: sql`excluded.text`,
          removedAt: null,
        },
      })
  const ids = rows.map(row => row.lineId)
  await tx
    .update(keputusan)
    .set({ removedAt: now })
    .where(
      and(
        eq(keputusan.rapatId, rapatId),
        isNull(keputusan.removedAt),
        ids.length === 0 ? undefined : notInArray(keputusan.lineId, ids),
      ),
    )
}

/** As above; their cards follow (`cardsOfNotula`). */
export async function replaceTindakLanjut(
  tx: Tx,
  params: {
    rapatId: string
    rows: Omit<typeof tindakLanjut.$inferInsert, 'rapatId'>[]
    now: Date
  },
): Promise<void> {
  const { rapatId, rows, now } = params
  if (rows.length > 0)
    await tx
      .insert(tindakLanjut)
      .values(rows.map(row => ({ ...row, rapatId })))
      .onConflictDoUpdate({
        target: [tindakLanjut.rapatId, tindakLanjut.lineId],
        set: {
          position: sql`excluded.position`,
          itemId: sql`excluded.item_id`,
          text: sql`excluded.text`,
          ownerOpdId: sql`excluded.owner_opd_id`,
          jabatan: sql`excluded.jabatan`,
          tenggat: sql`excluded.tenggat`,
          priority: sql`excluded.priority`,
          strategy: sql`excluded.strategy`,
          removedAt: null,
        },
      })
  const ids = rows.map(row => row.lineId)
  await tx
    .update(tindakLanjut)
    .set({ removedAt: now })
    .where(
      and(
        eq(tindakLanjut.rapatId, rapatId),
        isNull(tindakLanjut.removedAt),
        ids.length === 0 ? undefined : notInArray(tindakLanjut.lineId, ids),
      ),
    )
}
