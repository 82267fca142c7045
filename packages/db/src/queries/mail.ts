import type { Locale } from '@mufakat/domain'
import { and, count, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { type MailState, mail } from '../schema/mail'
import { person } from '../schema/person'

export { MAIL_STATES, type MailState } from '../schema/mail'

/** @returns false when this event has its letter already */
export async function insertMail(
  tx: Tx,
  row: Pick<typeof mail.$inferInsert, 'id' | 'event' | 'template' | 'locale' | 'recipient' | 'expiresAt'> & {
    data: Record<string, unknown>
  },
): Promise<boolean> {
  const rows = await tx
    .insert(mail)
    .values(row)
    .onConflictDoNothing({ target: mail.event })
    .returning({ id: mail.id })
  return rows.length === 1
}

/**
 * Keeps everybody else from this letter until the transaction ends, also when its process dies.
 * @returns false when somebody has it
 */
export async function holdMail(tx: Tx, mailId: string): Promise<boolean> {
  const rows = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${MAIL_LOCKS}::int, hashtext(${mailId})) as held`,
  )
  return rows[0]?.held === true
}

/** Space of advisory locks that nothing else here uses. */
const MAIL_LOCKS = 7_250_812

export interface ClaimedMail {
  readonly id: string
  readonly template: string
  readonly locale: Locale
  readonly recipient: string
  readonly data: Record<string, unknown> | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly messageId: string | null
  /** Of this attempt: 1 for the first. */
  readonly attempts: number
}

/**
 * Begins an attempt at a letter that is due; null when it is not. Found in the middle of an attempt, it is one whose
 * end nobody knows.
 * @param params.messageId used when it has none yet
 */
export async function beginMailAttempt(
  db: Queryable,
  params: { id: string; messageId: string; now: Date },
): Promise<ClaimedMail | null> {
  const rows = await db
    .update(mail)
    .set({
      state: 'sending',
      attempts: sql`${mail.attempts} + 1`,
      unknownOutcomes: sql`${mail.unknownOutcomes} + (${mail.state} = 'sending')::int`,
      attemptedAt: params.now,
      messageId: sql`coalesce(${mail.messageId}, ${params.messageId})`,
    })
    .where(and(eq(mail.id, params.id), inArray(mail.state, ['waiting', 'sending'])))
    .returning({
      id: mail.id,
      template: mail.template,
      locale: mail.locale,
      recipient: mail.recipient,
      data: mail.data,
      createdAt: mail.createdAt,
      expiresAt: mail.expiresAt,
      messageId: mail.messageId,
      attempts: mail.attempts,
    })
  return rows[0] ?? null
}

/** It is out; what it said is needed by nobody any more. */
export async function recordMailSent(db: Queryable, params: { id: string; now: Date }): Promise<void> {
  await db
    .update(mail)
    .set({ state: 'sent', sentAt: params.now, data: null, lastError: null })
    .where(and(eq(mail.id, params.id), eq(mail.state, 'sending')))
}

/** An attempt came to nothing: another follows by itself (`waiting`), or none (`failed`). */
export async function recordMailError(
  db: Queryable,
  params: { id: string; state: 'waiting' | 'failed'; error: string; isOutcomeUnknown: boolean },
): Promise<void> {
  await db
    .update(mail)
    .set({
      state: params.state,
      lastError: params.error,
      unknownOutcomes: sql`${mail.unknownOutcomes} + ${params.isOutcomeUnknown ? 1 : 0}`,
    })
    .where(and(eq(mail.id, params.id), eq(mail.state, 'sending')))
}

/** Ends letters whose time is over, and forgets what those say that came to nothing. */
export async function expireMail(db: Queryable, params: { now: Date; error: string }): Promise<number> {
  const ended = await db
    .update(mail)
    .set({ state: 'failed', lastError: params.error, data: null })
    .where(and(eq(mail.state, 'waiting'), lt(mail.expiresAt, params.now)))
    .returning({ id: mail.id })
  await db
    .update(mail)
    .set({ data: null })
    .where(and(eq(mail.state, 'failed'), lt(mail.expiresAt, params.now)))
  return ended.length
}

/** Ends letters that no job will try any more, because its last attempt died with its process. */
export async function failOrphanedMail(tx: Tx, error: string): Promise<number> {
  const rows = await tx.execute(sql`
    with orphan as materialized (
      select mail.id from mail where state in ('waiting', 'sending') and not exists (
        select from graphile_worker._private_jobs job
        where job.key = 'mail:' || mail.id and (job.attempts < job.max_attempts or job.locked_at is not null)
      )
    )
    update mail set state = 'failed', last_error = ${error}
    where id in (
      select id from orphan where pg_try_advisory_xact_lock(${MAIL_LOCKS}::int, hashtext(id::text))
    ) and state in ('waiting', 'sending')
    returning id`)
  return rows.length
}

/** Failed letters that can still be written, the oldest first. */
export async function listFailedMailIds(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.state, 'failed'), sql`${mail.data} is not null`))
    .orderBy(mail.createdAt, mail.id)
    .limit(limit)
  return rows.map(row => row.id)
}

/** Puts a failed letter that can still be written back into the queue; null when it is none. */
export async function reviveMail(
  tx: Tx,
  params: { id: string; now: Date },
): Promise<{ id: string; template: string } | null> {
  const rows = await tx
    .update(mail)
    .set({ state: 'waiting' })
    .where(
      and(
        eq(mail.id, params.id),
        eq(mail.state, 'failed'),
        sql`${mail.data} is not null`,
        or(isNull(mail.expiresAt), gt(mail.expiresAt, params.now)),
      ),
    )
    .returning({ id: mail.id, template: mail.template })
  return rows[0] ?? null
}

/** Letters of one state, the newest first; without what they say. */
export const listMail = (db: Queryable, params: { states: readonly MailState[]; limit: number }) =>
  db
    .select({
      id: mail.id,
      template: mail.template,
      recipient: mail.recipient,
      state: mail.state,
      createdAt: mail.createdAt,
      attemptedAt: mail.attemptedAt,
      sentAt: mail.sentAt,
      attempts: mail.attempts,
      unknownOutcomes: mail.unknownOutcomes,
      lastError: mail.lastError,
      isKept: sql<boolean>`${mail.data} is not null`,
    })
    .from(mail)
    .where(inArray(mail.state, [...params.states]))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(params.limit)

export type MailRow = Awaited<ReturnType<typeof listMail>>[number]

/** What became of the letter of an event; null when there is none. */
export async function findMailOfEvent(
  db: Queryable,
  event: string,
): Promise<Pick<MailRow, 'state' | 'lastError' | 'sentAt'> | null> {
  const rows = await db
    .select({ state: mail.state, lastError: mail.lastError, sentAt: mail.sentAt })
    .from(mail)
    .where(eq(mail.event, event))
  return rows[0] ?? null
}

/** How a person is written to. */
export async function findMailReader(
  db: Queryable,
  personId: string,
): Promise<{ name: string; locale: Locale } | null> {
  const rows = await db
    .select({ name: person.name, locale: person.locale })
    .from(person)
    .where(eq(person.id, personId))
  return rows[0] ?? null
}

export async function countMail(
  db: Queryable,
): Promise<{ counts: Record<MailState, number>; lastSentAt: Date | null }> {
  const rows = await db
    .select({ state: mail.state, n: count(), lastSentAt: sql<string | null>`max(${mail.sentAt})` })
    .from(mail)
    .groupBy(mail.state)
  const counts = { waiting: 0, sending: 0, sent: 0, failed: 0 }
  for (const { state, n } of rows) counts[state] = n
  const last = rows.find(row => row.state === 'sent')?.lastSentAt ?? null
  return { counts, lastSentAt: last === null ? null : new Date(last) }
}
