import { writeSetting } from '@mufakat/db'
import { recordAudit } from './audit'
import { inTransaction, type ServiceContext } from './context'

const LAST_BACKUP = 'backup.last'

/** Writes down that everything was taken away in one archive: when, as what, and how large. */
export async function recordBackup(
  ctx: ServiceContext,
  archive: { name: string; bytes: number },
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await writeSetting(tx, { key: LAST_BACKUP, value: { at: now.toISOString(), ...archive }, now })
    await recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'backup.take',
      details: { bytes: archive.bytes },
    })
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
