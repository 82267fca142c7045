import { and, count, eq } from 'drizzle-orm'
import type { Queryable } from '../database'
import { journalKey } from '../schema/journal-key'

interface Device {
  personId: string
  deviceId: string
}

export async function findJournalKey(db: Queryable, device: Device): Promise<Uint8Array | null> {
  const rows = await db
    .select({ key: journalKey.key })
    .from(journalKey)
    .where(and(eq(journalKey.personId, device.personId), eq(journalKey.deviceId, device.deviceId)))
  return rows[0]?.key ?? null
}

export async function countJournalKeys(db: Queryable, personId: string): Promise<number> {
  const rows = await db.select({ n: count() }).from(journalKey).where(eq(journalKey.personId, personId))
  return rows[0]?.n ?? 0
}

/** @returns false when another request has made one for this device meanwhile */
export async function insertJournalKey(
  db: Queryable,
  row: Device & { key: Uint8Array; createdAt: Date },
): Promise<boolean> {
  const rows = await db
    .insert(journalKey)
    .values(row)
    .onConflictDoNothing()
    .returning({ deviceId: journalKey.deviceId })
  return rows.length === 1
}
