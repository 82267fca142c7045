import { and, eq, gt, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { pendingSignIn, spentToken } from '../schema/factor'
import { person } from '../schema/person'

export async function insertPendingSignIn(tx: Tx, row: typeof pendingSignIn.$inferInsert): Promise<void> {
  await tx.insert(pendingSignIn).values(row)
}

/** Whose it is; null when it is over, or its person may no longer sign in. */
export async function findPendingSignIn(
  db: Queryable,
  params: { tokenHash: Uint8Array; now: Date },
): Promise<{ personId: string } | null> {
  const rows = await db
    .select({ personId: pendingSignIn.personId })
    .from(pendingSignIn)
    .innerJoin(person, eq(person.id, pendingSignIn.personId))
    .where(
      and(
        eq(pendingSignIn.tokenHash, params.tokenHash),
        gt(pendingSignIn.expiresAt, params.now),
        eq(person.active, true),
      ),
    )
  return rows[0] ?? null
}

/** Ends it; false when somebody else just did. */
export async function takePendingSignIn(tx: Tx, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await tx
    .delete(pendingSignIn)
    .where(eq(pendingSignIn.tokenHash, tokenHash))
    .returning({ personId: pendingSignIn.personId })
  return rows.length === 1
}

/** Ends those of a person, whose factors have changed. */
export async function deletePendingSignInsOf(tx: Tx, personId: string): Promise<void> {
  await tx.delete(pendingSignIn).where(eq(pendingSignIn.personId, personId))
}

/** Marks as taken; false when it was before. */
export async function spendToken(tx: Tx, row: { hash: Uint8Array; expiresAt: Date }): Promise<boolean> {
  const rows = await tx
    .insert(spentToken)
    .values(row)
    .onConflictDoNothing()
    .returning({ hash: spentToken.hash })
  return rows.length === 1
}

/** Forgets what nobody could use any longer. */
export async function deleteOverSignIns(tx: Tx, before: Date): Promise<void> {
  await tx.delete(pendingSignIn).where(lt(pendingSignIn.expiresAt, before))
  await tx.delete(spentToken).where(lt(spentToken.expiresAt, before))
}
