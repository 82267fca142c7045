import {
  beginBackup,
  failBackup,
  finishBackup,
  insertFinishedBackup,
  markBackupsRemoved,
  saveBackupProgress,
} from '@mufakat/db'
import type { BackupFailure, BackupPlace } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'

/** An archive that is whole, under its final name. */
export interface GoodArchive {
  /** Of the file, without its folder. */
  readonly name: string
  readonly bytes: number
  readonly contentHash: string
  /** Null: it was not read again. */
  readonly verifiedAt: Date | null
}

/** A backup that is being taken, with what is written down of it. Only who holds the backup lock has one. */
export interface BackupUnderWay {
  readonly place: BackupPlace
  readonly beganAt: Date
  progress(doneBytes: number, totalBytes: number): Promise<void>
  succeed(archive: GoodArchive): Promise<void>
  fail(failure: BackupFailure): Promise<void>
}

/** Begins a backup that was asked for, also one whose process died; null when it is over already. */
export async function startBackup(ctx: ServiceContext, id: string): Promise<BackupUnderWay | null> {
  const beganAt = ctx.clock.now()
  const begun = await beginBackup(ctx.database.db, { id, now: beganAt })
  if (begun === null) return null
  const { place, requestedBy: actorId } = begun
  return {
    place,
    beganAt,
    progress: (doneBytes, totalBytes) => saveBackupProgress(ctx.database.db, { id, doneBytes, totalBytes }),
    succeed: archive =>
      inTransaction(ctx, async tx => {
        const now = ctx.clock.now()
        if (!(await finishBackup(tx, { ...archive, id, now }))) return
        const details = { bytes: archive.bytes, content: archive.contentHash }
        await recordAudit(tx, { at: now, actorId, action: 'backup.take', subjectId: id, details })
      }),
    fail: failure => failOne(ctx, { id, failure, actorId }),
  }
}

/** Writes down that a backup came to nothing, and why. */
export async function failOne(
  ctx: ServiceContext,
  { id, failure, actorId }: { id: string; failure: BackupFailure; actorId: string | null },
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await failBackup(tx, { id, failure, now }))) return
    await recordAudit(tx, { at: now, actorId, action: 'backup.fail', subjectId: id, details: { failure } })
  })
}

/** Writes down an archive that a command has made on the server. */
export async function recordBackup(
  ctx: ServiceContext,
  archive: GoodArchive & { beganAt: Date },
): Promise<void> {
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  const details = { bytes: archive.bytes, content: archive.contentHash }
  await inTransaction(ctx, async tx => {
    await insertFinishedBackup(tx, { ...archive, id, now })
    await recordAudit(tx, { at: now, actorId: null, action: 'backup.take', subjectId: id, details })
  })
}

/** Writes down that the files of these were removed because the retention does not keep them. */
export async function recordRemovedBackups(ctx: ServiceContext, ids: readonly string[]): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    for (const id of await markBackupsRemoved(tx, { ids, now }))
      await recordAudit(tx, { at: now, actorId: null, action: 'backup.remove', subjectId: id })
  })
}

/** Writes down that this installation was made of an archive. */
export async function recordRestore(ctx: ServiceContext, takenAt: Date): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, tx =>
    recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'backup.restore',
      details: { takenAt: takenAt.toISOString() },
    }),
  )
}
