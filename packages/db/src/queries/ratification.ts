import type { ApprovalRole, KoreksiState, ReviewKind } from '@mufakat/domain'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { documentSnapshot } from '../schema/log'
import { notulaContent } from '../schema/notula'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'
import { koreksi, notulaApproval, notulaReview, sealedRecord } from '../schema/ratification'

export async function insertReview(
  tx: Tx,
  row: {
    id: string
    rapatId: string
    kind: ReviewKind
    personId: string
    at: Date
    headSeq: number
    note: string
  },
): Promise<void> {
  await tx.insert(notulaReview).values(row)
}

/** What became of a notula under review, the latest first. */
export const listReviews = (db: Queryable, rapatId: string) =>
  db
    .select({
      id: notulaReview.id,
      kind: notulaReview.kind,
      personId: notulaReview.personId,
      name: person.name,
      at: notulaReview.at,
      headSeq: notulaReview.headSeq,
      note: notulaReview.note,
    })
    .from(notulaReview)
    .innerJoin(person, eq(person.id, notulaReview.personId))
    .where(eq(notulaReview.rapatId, rapatId))
    .orderBy(desc(notulaReview.at), desc(notulaReview.id))

export async function insertApproval(
  tx: Tx,
  row: {
    id: string
    rapatId: string
    number: number
    role: ApprovalRole
    personId: string
    at: Date
    headSeq: number
    contentHash: Uint8Array
    partsHash: Uint8Array
  },
): Promise<void> {
  await tx.insert(notulaApproval).values(row)
}

/**
 * Approvals of a notula (number 0) or of a Koreksi, or of all of them, in their order; which of them hold is for the
 * domain to say.
 */
export const listApprovals = (db: Queryable, params: { rapatId: string; number?: number }) =>
  db
    .select({
      id: notulaApproval.id,
      number: notulaApproval.number,
      role: notulaApproval.role,
      personId: notulaApproval.personId,
      name: person.name,
      at: notulaApproval.at,
      headSeq: notulaApproval.headSeq,
      contentHash: notulaApproval.contentHash,
      partsHash: notulaApproval.partsHash,
    })
    .from(notulaApproval)
    .innerJoin(person, eq(person.id, notulaApproval.personId))
    .where(
      and(
        eq(notulaApproval.rapatId, params.rapatId),
        params.number === undefined ? undefined : eq(notulaApproval.number, params.number),
      ),
    )
    .orderBy(asc(notulaApproval.at), asc(notulaApproval.id))

/** Nobody projects the notula until the transaction ends. @returns the sequence that its content stands for */
export async function lockNotulaContent(tx: Tx, rapatId: string): Promise<number | null> {
  const rows = await tx
    .select({ seq: notulaContent.seq })
    .from(notulaContent)
    .where(eq(notulaContent.rapatId, rapatId))
    .for('update')
  return rows[0]?.seq ?? null
}

/** Takes the cached state of a document away; what is sealed is read from its log alone. */
export async function removeSnapshots(tx: Tx, documentId: string): Promise<void> {
  await tx.delete(documentSnapshot).where(eq(documentSnapshot.documentId, documentId))
}

/** Adds a record; from there on everything it names is frozen (migration 0016). */
export async function insertSealedRecord(tx: Tx, row: typeof sealedRecord.$inferInsert): Promise<void> {
  await tx.insert(sealedRecord).values(row)
}

const recordColumns = {
  rapatId: sealedRecord.rapatId,
  number: sealedRecord.number,
  text: sealedRecord.text,
  hash: sealedRecord.hash,
  code: sealedRecord.code,
  at: sealedRecord.at,
}

export type SealedRecordRow = Awaited<ReturnType<typeof listSealedRecords>>[number]

/** The record of a notula and of its Koreksi, in their order. */
export const listSealedRecords = (db: Queryable, rapatId: string) =>
  db
    .select(recordColumns)
    .from(sealedRecord)
    .where(eq(sealedRecord.rapatId, rapatId))
    .orderBy(asc(sealedRecord.number))

export const findRecordByCode = async (db: Queryable, code: string) =>
  (await db.select(recordColumns).from(sealedRecord).where(eq(sealedRecord.code, code)))[0] ?? null

export async function insertKoreksi(tx: Tx, row: typeof koreksi.$inferInsert): Promise<void> {
  await tx.insert(koreksi).values(row)
}

/** Corrections of a notula of these states, the latest first. */
export const listKoreksiRows = (db: Queryable, rapatId: string, states: readonly KoreksiState[]) =>
  db
    .select({
      id: koreksi.id,
      number: koreksi.number,
      state: koreksi.state,
      reason: koreksi.reason,
      changes: koreksi.changes,
      proposedBy: koreksi.proposedBy,
      proposedByName: person.name,
      proposedAt: koreksi.proposedAt,
      decidedBy: koreksi.decidedBy,
      decidedAt: koreksi.decidedAt,
      note: koreksi.note,
    })
    .from(koreksi)
    .innerJoin(person, eq(person.id, koreksi.proposedBy))
    .where(and(eq(koreksi.rapatId, rapatId), inArray(koreksi.state, [...states])))
    .orderBy(desc(koreksi.number), desc(koreksi.proposedAt))

export type KoreksiRow = Awaited<ReturnType<typeof listKoreksiRows>>[number]

/** Decides an open correction. */
export async function decideKoreksi(
  tx: Tx,
  decision: { id: string; state: KoreksiState; by: string; at: Date; note: string },
): Promise<void> {
  const { id, state, by, at, note } = decision
  await tx.update(koreksi).set({ state, decidedBy: by, decidedAt: at, note }).where(eq(koreksi.id, id))
}

/** Whether these people can act, and where their letters go. */
export const listReachable = (db: Queryable, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: person.id,
          name: person.name,
          nip: person.nip,
          golongan: person.golongan,
          email: person.email,
          locale: person.locale,
          active: person.active,
        })
        .from(person)
        .where(inArray(person.id, [...ids]))

/** Nobody changes the rapat until the transaction ends; false: what belongs to it is sealed. */
export async function holdUnsealed(tx: Tx, rapatId: string): Promise<boolean> {
  await tx.select({ id: rapat.id }).from(rapat).where(eq(rapat.id, rapatId)).for('key share')
  const rows = await tx
    .select({ one: sql`1` })
    .from(sealedRecord)
    .where(eq(sealedRecord.rapatId, rapatId))
    .limit(1)
  return rows.length === 0
}
