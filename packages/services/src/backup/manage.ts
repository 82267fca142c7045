import {
  type ArchiveRow,
  findLastFailure,
  findLastGoodBackup,
  findOpenBackup,
  insertBackup,
  listArchives,
  type Tx,
} from '@mufakat/db'
import { type Actor, archivesToRemove, type BackupFailure, type BackupKind } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { enqueue } from '../jobs/enqueue'
import { settingOf } from '../settings/settings'

/** More are not shown; the retention looks at all of these. */
const MOST = 500

export interface BackupOverview {
  readonly open: Awaited<ReturnType<typeof findOpenBackup>>
  readonly archives: readonly ArchiveRow[]
  readonly lastGoodAt: Date | null
  /** Of the last one, when that failed. */
  readonly failed: { readonly at: Date; readonly failure: BackupFailure } | null
}

/** What there is, what is under way, and what went wrong. */
export async function backupOverview(ctx: ServiceContext, actor: Actor | null): Promise<BackupOverview> {
  authorise(actor, 'backup.manage')
  const { db } = ctx.database
  const [open, archives, good, failed] = await Promise.all([
    findOpenBackup(db),
    listArchives(db, MOST),
    findLastGoodBackup(db),
    findLastFailure(db),
  ])
  return { open, archives, lastGoodAt: good?.at ?? null, failed }
}

/** Asks for a backup, in its transaction; null when one waits or is under way. */
export async function askForBackup(
  tx: Tx,
  asked: { kind: BackupKind; requestedBy: string | null; now: Date },
): Promise<string | null> {
  const { place } = await settingOf(tx, 'backup')
  const id = newId(asked.now.getTime())
  const { kind, requestedBy, now } = asked
  if (!(await insertBackup(tx, { id, kind, place, requestedBy, requestedAt: now }))) return null
  await enqueue(tx, 'backup.take', { backupId: id }, { key: `backup:${id}` })
  return id
}

/** Takes a backup now, behind the page; `conflict` while one waits or is under way. */
export async function requestBackup(ctx: ServiceContext, actor: Actor | null): Promise<void> {
  authorise(actor, 'backup.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const id = await askForBackup(tx, { kind: 'manual', requestedBy: actor.personId, now })
    if (id === null) throw new AppError('conflict', 'a backup is under way')
    await recordAudit(tx, { at: now, actorId: actor.personId, action: 'backup.request', subjectId: id })
  })
}

/**
 * The archives that the retention does not keep. What a command put somewhere is left alone.
 * @param isThere whether the file of an archive is where it was put: only such ones count
 */
export async function archivesBeyondRetention(
  ctx: ServiceContext,
  isThere: (archive: ArchiveRow) => boolean,
): Promise<ArchiveRow[]> {
  const { db } = ctx.database
  const [setting, { zone }, all] = await Promise.all([
    settingOf(db, 'backup'),
    settingOf(db, 'calendar'),
    listArchives(db, MOST),
  ])
  const ours = all.filter(archive => archive.place !== 'elsewhere' && isThere(archive))
  const beyond = archivesToRemove(ours, setting, zone, ctx.clock.now())
  return ours.filter(({ id }) => beyond.includes(id))
}
