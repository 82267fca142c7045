import {
  deleteUploadsBefore,
  listPaperNames,
  listPurgeableFiles,
  listSignedNames,
  listStoredNames,
  listUploadNames,
  lockFile,
  setFilePurged,
} from '@mufakat/db'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import type { FileContext } from './context'
import { readFileSettings } from './settings'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Nobody goes on with it any more: a day in a village without a signal has passed, and another. */
const UPLOAD_KEPT_MS = 2 * DAY_MS
/** What has no row may be about to get one. */
const ORPHAN_KEPT_MS = HOUR_MS
/** Bytes thrown away in one go. */
const PURGED_AT_ONCE = 500

export interface Swept {
  /** Uploads that nobody went on with. */
  readonly uploads: number
  /** Bytes on the disk that no row knows. */
  readonly orphans: number
  /** Removed files whose retention was over. */
  readonly purged: number
  /** Ids of files, papers (of what is sealed: of its rapat) and signed copies whose bytes are not on the disk: to be
   * brought back from a backup. */
  readonly missing: readonly string[]
}

/** Throws away what is over, and tells what is missing. Safe to run at any time, on any number of nodes. */
export async function sweepFiles(ctx: FileContext): Promise<Swept> {
  const { db } = ctx.database
  const now = ctx.clock.now().getTime()
  const uploads = await inTransaction(ctx, tx => deleteUploadsBefore(tx, new Date(now - UPLOAD_KEPT_MS)))
  for (const { storedName } of uploads) await ctx.store.removePart(storedName)
  const orphans = await sweepOrphans(ctx, new Date(now - ORPHAN_KEPT_MS))
  const purged = await purge(ctx)
  const missing: string[] = []
  const stored = [await listStoredNames(db), await listPaperNames(db), await listSignedNames(db)].flat()
  for (const { id, storedName } of stored) if (!(await ctx.store.has(storedName))) missing.push(id)
  return { uploads: uploads.length, orphans, purged, missing }
}

/** The disk is read before the rows: what gets its row meanwhile is found there. */
async function sweepOrphans(ctx: FileContext, before: Date): Promise<number> {
  const old = { kept: new Set<string>(), tmp: new Set<string>() }
  for (const where of ['kept', 'tmp'] as const)
    for await (const { name, modifiedAt } of ctx.store.names(where))
      if (modifiedAt < before) old[where].add(name)
  const { db } = ctx.database
  for (const { storedName } of await listUploadNames(db)) old.tmp.delete(storedName)
  for (const { storedName } of await listStoredNames(db)) old.kept.delete(storedName)
  for (const { storedName } of await listPaperNames(db)) old.kept.delete(storedName)
  for (const { storedName } of await listSignedNames(db)) old.kept.delete(storedName)
  for (const name of old.tmp) await ctx.store.removePart(name)
  for (const name of old.kept) await ctx.store.remove(name)
  return old.kept.size + old.tmp.size
}

async function purge(ctx: FileContext): Promise<number> {
  const { db } = ctx.database
  const now = ctx.clock.now()
  const { retentionDays } = await readFileSettings(db)
  const before = new Date(now.getTime() - retentionDays * DAY_MS)
  let count = 0
  for (const { id } of await listPurgeableFiles(db, { before, limit: PURGED_AT_ONCE })) {
    const storedName = await inTransaction(ctx, async tx => {
      // Somebody may have brought it back meanwhile.
      const row = await lockFile(tx, id)
      if (row?.removedAt == null || row.removedAt >= before || row.purgedAt !== null) return null
      await setFilePurged(tx, id, now)
      await recordAudit(tx, {
        at: now,
        actorId: null,
        action: 'berkas.purge',
        ...(row.subjectKind === 'rapat' && { rapatId: row.subjectId }),
        subjectId: id,
      })
      return row.storedName
    })
    if (storedName === null) continue
    // Broken off here, the bytes are an orphan the next time.
    await ctx.store.remove(storedName)
    count += 1
  }
  return count
}
