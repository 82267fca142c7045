import type { ErasureState } from '@mufakat/domain'
import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { person } from '../schema/person'
import { dataExport, erasureRequest } from '../schema/personal-data'

/** @returns false when one is being made already */
export async function insertDataExport(
  tx: Tx,
  row: { id: string; personId: string; askedAt: Date; expiresAt: Date },
): Promise<boolean> {
  const rows = await tx.insert(dataExport).values(row).onConflictDoNothing().returning({ id: dataExport.id })
  return rows.length === 1
}

const exportColumns = {
  id: dataExport.id,
  personId: dataExport.personId,
  askedAt: dataExport.askedAt,
  readyAt: dataExport.readyAt,
  expiresAt: dataExport.expiresAt,
}

/** Copies that can be fetched, or will be; the newest first. */
export const listDataExports = (db: Queryable, params: { personId: string; now: Date }) =>
  db
    .select(exportColumns)
    .from(dataExport)
    .where(and(eq(dataExport.personId, params.personId), gt(dataExport.expiresAt, params.now)))
    .orderBy(desc(dataExport.askedAt))

export const findDataExport = async (db: Queryable, id: string) =>
  (
    await db
      .select({ ...exportColumns, content: dataExport.content })
      .from(dataExport)
      .where(eq(dataExport.id, id))
  )[0] ?? null

export async function keepDataExport(
  tx: Tx,
  params: { id: string; now: Date; expiresAt: Date; content: Uint8Array },
): Promise<void> {
  const { id, now, expiresAt, content } = params
  await tx.update(dataExport).set({ readyAt: now, expiresAt, content }).where(eq(dataExport.id, id))
}

/** @returns false when there is an open one already */
export async function insertErasureRequest(
  tx: Tx,
  row: { id: string; personId: string; wish: string; askedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(erasureRequest)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: erasureRequest.id })
  return rows.length === 1
}

const requestColumns = {
  id: erasureRequest.id,
  personId: erasureRequest.personId,
  state: erasureRequest.state,
  wish: erasureRequest.wish,
  askedAt: erasureRequest.askedAt,
  decidedAt: erasureRequest.decidedAt,
  reason: erasureRequest.reason,
  name: person.name,
  erasedNumber: person.erasedNumber,
}

const ofRequests = (db: Queryable) =>
  db.select(requestColumns).from(erasureRequest).innerJoin(person, eq(person.id, erasureRequest.personId))

/** Requests of everybody or of one person: the open ones first, then the latest decided. */
export const listErasureRequests = (db: Queryable, params: { personId?: string; limit: number }) =>
  ofRequests(db)
    .where(params.personId === undefined ? undefined : eq(erasureRequest.personId, params.personId))
    .orderBy(sql`(${erasureRequest.state} = 'open') desc`, desc(erasureRequest.askedAt))
    .limit(params.limit)

export type ErasureRequestRow = Awaited<ReturnType<typeof listErasureRequests>>[number]

/** The same request, and nobody else decides it until the transaction ends. */
export async function lockErasureRequest(tx: Tx, id: string): Promise<ErasureRequestRow | null> {
  await tx
    .select({ id: erasureRequest.id })
    .from(erasureRequest)
    .where(eq(erasureRequest.id, id))
    .for('update')
  return (await ofRequests(tx).where(eq(erasureRequest.id, id)))[0] ?? null
}

export async function decideErasureRequest(
  tx: Tx,
  decision: { id: string; state: ErasureState; by: string; reason: string; now: Date },
): Promise<void> {
  const { id, state, by, reason, now } = decision
  await tx
    .update(erasureRequest)
    // What was said goes with the person.
    .set({ state, decidedBy: by, decidedAt: now, reason, ...(state === 'granted' ? { wish: '' } : {}) })
    .where(eq(erasureRequest.id, id))
}

/** The person's telephone number, which nobody else's question may ask for. */
export const phoneOf = async (db: Queryable, personId: string): Promise<string | null> =>
  (await db.select({ phone: person.phone }).from(person).where(eq(person.id, personId)))[0]?.phone ?? null

export async function setPhone(tx: Tx, personId: string, phone: string | null): Promise<void> {
  await tx.update(person).set({ phone }).where(eq(person.id, personId))
}

/** Telephone numbers of these people who gave one. Only for who may see them. */
export async function phonesOf(db: Queryable, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, phone: person.phone })
    .from(person)
    .where(and(isNotNull(person.phone), inArray(person.id, [...personIds])))
  return new Map(rows.flatMap(({ id, phone }) => (phone === null ? [] : [[id, phone] as const])))
}
