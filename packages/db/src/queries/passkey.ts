import { and, asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { passkey } from '../schema/factor'

export type PasskeyRow = typeof passkey.$inferSelect

const COLUMNS = {
  id: passkey.id,
  personId: passkey.personId,
  name: passkey.name,
  publicKey: passkey.publicKey,
  counter: passkey.counter,
  transports: passkey.transports,
  createdAt: passkey.createdAt,
  lastUsedAt: passkey.lastUsedAt,
}

export const listPasskeys = (db: Queryable, personId: string): Promise<PasskeyRow[]> =>
  db.select(COLUMNS).from(passkey).where(eq(passkey.personId, personId)).orderBy(asc(passkey.createdAt))

/** Locked, so that of two uses of one counter only one goes on. */
export async function lockPasskey(tx: Tx, id: string): Promise<PasskeyRow | null> {
  const rows = await tx.select(COLUMNS).from(passkey).where(eq(passkey.id, id)).for('update')
  return rows[0] ?? null
}

/** False when this authenticator is somebody's already. */
export async function insertPasskey(tx: Tx, row: typeof passkey.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkey).values(row).onConflictDoNothing().returning({ id: passkey.id })
  return rows.length === 1
}

export async function touchPasskey(
  tx: Tx,
  params: { id: string; counter: number; now: Date },
): Promise<void> {
  const { id, counter, now } = params
  await tx.update(passkey).set({ counter, lastUsedAt: now }).where(eq(passkey.id, id))
}

export async function deletePasskey(tx: Tx, params: { personId: string; id: string }): Promise<boolean> {
  const rows = await tx
    .delete(passkey)
    .where(and(eq(passkey.id, params.id), eq(passkey.personId, params.personId)))
    .returning({ id: passkey.id })
  return rows.length === 1
}

/** Returns how many there were. */
export async function deletePasskeysOf(tx: Tx, personId: string): Promise<number> {
  const rows = await tx.delete(passkey).where(eq(passkey.personId, personId)).returning({ id: passkey.id })
  return rows.length
}
