import { and, desc, eq, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { accountLink } from '../schema/account-link'
import { auditEntry } from '../schema/audit'
import { fileAccess } from '../schema/file'
import { mail } from '../schema/mail'
import { dataExport } from '../schema/personal-data'
import { rateBucket, session } from '../schema/session'

/** What stands in the place of an address that is forgotten: no mail goes there (RFC 2606). */
export const FORGOTTEN_ADDRESS = 'terhapus@kosong.invalid'

/** Sessions that ended, or ran out, before then. @returns how many */
export const deleteSessionsBefore = async (tx: Tx, before: Date): Promise<number> =>
  (
    await tx
      .delete(session)
      .where(or(lt(session.expiresAt, before), lt(session.endedAt, before)))
      .returning({ id: session.id })
  ).length

/** Limits that nobody has met since then. @returns how many */
export const deleteRateBucketsBefore = async (db: Queryable, before: Date): Promise<number> =>
  (await db.delete(rateBucket).where(lt(rateBucket.updatedAt, before)).returning({ key: rateBucket.key }))
    .length

/** Who fetched which file before then. @returns how many */
export const deleteFileAccessBefore = async (tx: Tx, before: Date): Promise<number> =>
  (await tx.delete(fileAccess).where(lt(fileAccess.at, before)).returning({ id: fileAccess.id })).length

/** Links that open nothing since before then. @returns how many */
export const deleteAccountLinksBefore = async (tx: Tx, before: Date): Promise<number> =>
  (
    await tx
      .delete(accountLink)
      .where(
        or(
          lt(accountLink.usedAt, before),
          lt(accountLink.voidedAt, before),
          lt(accountLink.expiresAt, before),
        ),
      )
      .returning({ id: accountLink.id })
  ).length

/**
 * Forgets to whom letters went, or did not, that were written before then. Their rows stay, so that what they told of is
 * never told a second time. @returns how many
 */
export const forgetMailBefore = async (tx: Tx, before: Date): Promise<number> =>
  (
    await tx
      .update(mail)
      .set({ recipient: FORGOTTEN_ADDRESS, data: null, lastError: null })
      .where(
        and(
          inArray(mail.state, ['sent', 'failed']),
          lt(mail.createdAt, before),
          ne(mail.recipient, FORGOTTEN_ADDRESS),
        ),
      )
      .returning({ id: mail.id })
  ).length

/** Copies of somebody's data whose time is over. @returns how many */
export const emptyExportsBefore = async (tx: Tx, now: Date): Promise<number> =>
  (
    await tx
      .update(dataExport)
      .set({ content: null })
      .where(and(lt(dataExport.expiresAt, now), isNotNull(dataExport.content)))
      .returning({ id: dataExport.id })
  ).length

/** The latest entry of an action. */
export async function lastEntryOf(
  db: Queryable,
  action: string,
): Promise<{ at: Date; details: Record<string, unknown> } | null> {
  const rows = await db
    .select({ at: auditEntry.at, details: auditEntry.details })
    .from(auditEntry)
    .where(eq(auditEntry.action, action))
    .orderBy(desc(auditEntry.at))
    .limit(1)
  return rows[0] ?? null
}

/** Keeps everybody else who applies the retention waiting until the transaction ends. */
export async function lockRetention(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('retention', 0))`)
}
