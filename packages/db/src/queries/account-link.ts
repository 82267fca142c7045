import type { LinkKind } from '@mufakat/domain'
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { accountLink } from '../schema/account-link'

const columns = {
  id: accountLink.id,
  kind: accountLink.kind,
  personId: accountLink.personId,
  email: accountLink.email,
  createdAt: accountLink.createdAt,
  expiresAt: accountLink.expiresAt,
  usedAt: accountLink.usedAt,
  voidedAt: accountLink.voidedAt,
}

export type AccountLinkRow = Awaited<ReturnType<typeof listAccountLinks>>[number]

const isOpen = and(isNull(accountLink.usedAt), isNull(accountLink.voidedAt))

export async function insertAccountLink(tx: Tx, row: typeof accountLink.$inferInsert): Promise<void> {
  await tx.insert(accountLink).values(row)
}

export const findAccountLink = async (db: Queryable, tokenHash: Uint8Array) =>
  (await db.select(columns).from(accountLink).where(eq(accountLink.tokenHash, tokenHash)))[0] ?? null

/** Links of a person, the newest first. */
export const listAccountLinks = (db: Queryable, personId: string) =>
  db
    .select(columns)
    .from(accountLink)
    .where(eq(accountLink.personId, personId))
    .orderBy(desc(accountLink.createdAt), desc(accountLink.id))

/**
 * Takes a link that is still open, in one statement.
 * @returns false when somebody else was faster, or its time is over
 */
export async function takeAccountLink(tx: Tx, params: { id: string; now: Date }): Promise<boolean> {
  const rows = await tx
    .update(accountLink)
    .set({ usedAt: params.now })
    .where(and(eq(accountLink.id, params.id), isOpen, gt(accountLink.expiresAt, params.now)))
    .returning({ id: accountLink.id })
  return rows.length === 1
}

/** Voids what is open of these kinds; returns how many there were. */
export async function voidAccountLinks(
  tx: Tx,
  params: { personId: string; kinds: readonly LinkKind[]; now: Date },
): Promise<number> {
  const rows = await tx
    .update(accountLink)
    .set({ voidedAt: params.now })
    .where(
      and(eq(accountLink.personId, params.personId), inArray(accountLink.kind, [...params.kinds]), isOpen),
    )
    .returning({ id: accountLink.id })
  return rows.length
}
