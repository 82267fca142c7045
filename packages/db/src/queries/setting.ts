import { eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { setting, setupLink } from '../schema/setting'

/** The stored value, unchecked: its reader parses it. */
export async function readSetting(db: Queryable, key: string): Promise<unknown> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key))
  return rows[0]?.value
}

/** The stored value, unchecked, with its revision; null: it was never set. */
export async function readSettingRow(
  db: Queryable,
  key: string,
): Promise<{ value: unknown; revision: number } | null> {
  const rows = await db
    .select({ value: setting.value, revision: setting.revision })
    .from(setting)
    .where(eq(setting.key, key))
  return rows[0] ?? null
}

export async function writeSetting(
  db: Queryable,
  params: { key: string; value: unknown; now: Date },
): Promise<void> {
  const { key, value, now } = params
  await db
    .insert(setting)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({
      target: setting.key,
      set: { value, updatedAt: now, revision: sql`${setting.revision} + 1` },
    })
}

/**
 * Writes only over the revision that was seen (0: none was there).
 * @returns whether it did
 */
export async function writeSettingOver(
  tx: Tx,
  params: { key: string; value: unknown; revision: number; now: Date },
): Promise<boolean> {
  const { key, value, revision, now } = params
  const rows = await tx
    .insert(setting)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({
      target: setting.key,
      set: { value, updatedAt: now, revision: sql`${setting.revision} + 1` },
      setWhere: eq(setting.revision, revision),
    })
    .returning({ revision: setting.revision })
  return rows[0]?.revision === revision + 1
}

/** Takes the place of whatever link there was. */
export async function replaceSetupLink(tx: Tx, link: { tokenHash: Uint8Array; now: Date }): Promise<void> {
  await tx.delete(setupLink)
  await tx.insert(setupLink).values({ tokenHash: link.tokenHash, createdAt: link.now })
}

export async function hasSetupLink(db: Queryable, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await db
    .select({ createdAt: setupLink.createdAt })
    .from(setupLink)
    .where(eq(setupLink.tokenHash, tokenHash))
  return rows.length > 0
}

/** Removes it; false when it is gone already. Two who use it at once wait for each other here. */
export async function takeSetupLink(tx: Tx, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await tx
    .delete(setupLink)
    .where(eq(setupLink.tokenHash, tokenHash))
    .returning({ createdAt: setupLink.createdAt })
  return rows.length > 0
}

export async function deleteSetupLink(db: Queryable): Promise<void> {
  await db.delete(setupLink)
}
