import { eq } from 'drizzle-orm'
import type { Queryable } from '../database'
import { setting } from '../schema/setting'

/** The stored value, unchecked: its reader parses it. */
export async function readSetting(db: Queryable, key: string): Promise<unknown> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key))
  return rows[0]?.value
}

export async function writeSetting(
  db: Queryable,
  params: { key: string; value: unknown; now: Date },
): Promise<void> {
  const { key, value, now } = params
  await db
    .insert(setting)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt: now } })
}
