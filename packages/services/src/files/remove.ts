import { setFileRemoval } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { lockedFileFor } from './access'

/** Takes a file out of sight, or brings it back; again the same is nothing. */
async function setRemoved(
  ctx: ServiceContext,
  actor: Actor | null,
  fileId: string,
  isRemoved: boolean,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedFileFor(tx, actor, fileId)
    if ((row.removedAt !== null) === isRemoved || actor === null) return
    await setFileRemoval(tx, row.id, isRemoved ? { personId: actor.personId, at: now } : null)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: isRemoved ? 'berkas.remove' : 'berkas.restore',
      ...(row.subjectKind === 'rapat' && { rapatId: row.subjectId }),
      subjectId: row.id,
    })
  })
}

/** Takes a file out of sight. Its bytes stay until the retention is over. */
export const removeFile = (ctx: ServiceContext, actor: Actor | null, fileId: string): Promise<void> =>
  setRemoved(ctx, actor, fileId, true)

export const restoreFile = (ctx: ServiceContext, actor: Actor | null, fileId: string): Promise<void> =>
  setRemoved(ctx, actor, fileId, false)
