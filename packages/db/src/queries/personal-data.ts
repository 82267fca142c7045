import type { ErasureState, Golongan } from '@mufakat/domain'
import { and, desc, eq, exists, gt, inArray, isNotNull, isNull, max, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { accountLink } from '../schema/account-link'
import { auditEntry } from '../schema/audit'
import { savedFilter } from '../schema/card-view'
import { identityLink, passkey, pendingSignIn, recoveryCode, totpFactor } from '../schema/factor'
import { file } from '../schema/file'
import { guestLink } from '../schema/guest'
import { jabatanHolding } from '../schema/jabatan'
import { journalKey } from '../schema/journal-key'
import { documentLease } from '../schema/log'
import { mail } from '../schema/mail'
import { notice, noticeSetting, rapatMute } from '../schema/notice'
import { person } from '../schema/person'
import { dataExport, erasureRequest } from '../schema/personal-data'
import { pokja, pokjaPerson } from '../schema/pokja'
import { rapat, rapatGuest } from '../schema/rapat'
import { regionOfficer } from '../schema/region-officer'
import { series, seriesPerson } from '../schema/series'
import { session } from '../schema/session'
import { FORGOTTEN_ADDRESS } from './retention'

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

/** Whether a person stands in official records, which keep their name: as who signs, writes or acts. */
export async function recordsOfPerson(
  db: Queryable,
  personId: string,
): Promise<{ signs: boolean; writes: boolean; acts: boolean }> {
  const one = { one: sql`1` }
  const there = (...queries: SQL[]) => sql<boolean>`(${sql.join(queries, sql` or `)})`
  const [row] = await db
    .select({
      signs: there(
        exists(
          db
            .select(one)
            .from(rapat)
            .where(or(eq(rapat.chairId, personId), eq(rapat.notulisId, personId))),
        ),
      ),
      writes: there(exists(db.select(one).from(documentLease).where(eq(documentLease.personId, personId)))),
      acts: there(
        exists(db.select(one).from(auditEntry).where(eq(auditEntry.actorId, personId))),
        exists(db.select(one).from(rapatGuest).where(eq(rapatGuest.personId, personId))),
        exists(db.select(one).from(jabatanHolding).where(eq(jabatanHolding.personId, personId))),
        exists(db.select(one).from(file).where(eq(file.addedBy, personId))),
        exists(db.select(one).from(regionOfficer).where(eq(regionOfficer.personId, personId))),
      ),
    })
    .from(person)
    .where(eq(person.id, personId))
  return row ?? { signs: false, writes: false, acts: false }
}

/** The number of the next person who is erased, from 1; nobody else takes one until the transaction ends. */
export async function nextErasedNumber(tx: Tx): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('erased', 0))`)
  const [row] = await tx.select({ last: max(person.erasedNumber) }).from(person)
  return (row?.last ?? 0) + 1
}

/** Takes everything from a person by which they are reached, known or come in. `name`, `nip`, `golongan`: what stays, if any. */
export async function erasePersonRow(
  tx: Tx,
  params: {
    personId: string
    name: string
    nip: string | null
    golongan: Golongan | null
    number: number
    now: Date
  },
): Promise<void> {
  const { personId, name, nip, golongan, number, now } = params
  await tx
    .update(person)
    .set({
      name,
      nip,
      golongan,
      email: null,
      phone: null,
      passwordHash: null,
      active: false,
      erasedAt: now,
      erasedNumber: number,
      revision: sql`${person.revision} + 1`,
    })
    .where(eq(person.id, personId))
}

/**
 * Ends what a person does beside their jabatan: leaves and chairs no pokja, and looks after no kecamatan or desa after
 * `today`. Who looked after one before stays known.
 */
export async function endDutiesOf(tx: Tx, params: { personId: string; today: string }): Promise<void> {
  const { personId, today } = params
  await tx.delete(pokjaPerson).where(eq(pokjaPerson.personId, personId))
  await tx
    .update(pokja)
    .set({ chairId: null, revision: sql`${pokja.revision} + 1` })
    .where(eq(pokja.chairId, personId))
  await tx.delete(seriesPerson).where(eq(seriesPerson.personId, personId))
  for (const [column, cleared] of [
    [series.chairId, { chairId: null }],
    [series.notulisId, { notulisId: null }],
  ] as const)
    await tx
      .update(series)
      .set({ ...cleared, revision: sql`${series.revision} + 1` })
      .where(eq(column, personId))
  await tx
    .update(regionOfficer)
    .set({ until: sql`greatest(${regionOfficer.from}, ${today}::date)` })
    .where(
      and(
        eq(regionOfficer.personId, personId),
        or(isNull(regionOfficer.until), gt(regionOfficer.until, today)),
      ),
    )
}

/** Rows that are about a person and that no record needs. @returns how many went of each */
export async function deleteOwnRows(
  tx: Tx,
  params: { personId: string; email: string | null },
): Promise<Record<'sessions' | 'links' | 'keys' | 'exports' | 'mails' | 'factors', number>> {
  const { personId, email } = params
  await tx.delete(savedFilter).where(eq(savedFilter.personId, personId))
  const sessions = await tx
    .delete(session)
    .where(eq(session.personId, personId))
    .returning({ id: session.id })
  const links = await tx
    .delete(accountLink)
    .where(eq(accountLink.personId, personId))
    .returning({ id: accountLink.id })
  const keys = await tx
    .delete(journalKey)
    .where(eq(journalKey.personId, personId))
    .returning({ id: journalKey.deviceId })
  const exports = await tx
    .delete(dataExport)
    .where(eq(dataExport.personId, personId))
    .returning({ id: dataExport.id })
  const factors = [
    await tx
      .delete(totpFactor)
      .where(eq(totpFactor.personId, personId))
      .returning({ at: totpFactor.createdAt }),
    await tx.delete(passkey).where(eq(passkey.personId, personId)).returning({ at: passkey.createdAt }),
    await tx
      .delete(identityLink)
      .where(eq(identityLink.personId, personId))
      .returning({ at: identityLink.createdAt }),
  ]
  await tx.delete(guestLink).where(eq(guestLink.personId, personId))
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  await tx.delete(pendingSignIn).where(eq(pendingSignIn.personId, personId))
  for (const own of [notice, noticeSetting, rapatMute]) await tx.delete(own).where(eq(own.personId, personId))
  const mails =
    email === null
      ? []
      : await tx
          .update(mail)
          .set({
            recipient: FORGOTTEN_ADDRESS,
            data: null,
            lastError: null,
            state: sql`case when ${mail.state} = 'sent' then 'sent' else 'failed' end`,
          })
          .where(eq(mail.recipient, email))
          .returning({ id: mail.id })
  return {
    sessions: sessions.length,
    links: links.length,
    keys: keys.length,
    exports: exports.length,
    mails: mails.length,
    factors: factors.flat().length,
  }
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
