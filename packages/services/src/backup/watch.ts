import {
  findFirstDay,
  findLastGoodBackup,
  listAdminsToTell,
  listOrphanedBackups,
  listScheduledFailures,
} from '@mufakat/db'
import { isBackupDue, isBackupOld } from '@mufakat/domain'
import { inTransaction, type ServiceContext } from '../context'
import { queueMail } from '../mail/queue-mail'
import { settingOf } from '../settings/settings'
import { askForBackup } from './manage'
import { failOne } from './record'

/** Failures that the schedule looks at: more than a day has tries. */
const LATEST = 10

/**
 * The round of every hour: ends what was broken off for good, asks for a backup that is due, and writes to admins once
 * when nobody should rely on the last good one any more.
 */
export async function watchBackups(ctx: ServiceContext): Promise<void> {
  const { db } = ctx.database
  for (const id of await listOrphanedBackups(db))
    await failOne(ctx, { id, failure: 'interrupted', actorId: null })
  const now = ctx.clock.now()
  const [{ scheduled, hour }, { zone }, good, failedAt] = await Promise.all([
    settingOf(db, 'backup'),
    settingOf(db, 'calendar'),
    findLastGoodBackup(db),
    listScheduledFailures(db, LATEST),
  ])
  if (scheduled && isBackupDue({ hour, zone, lastGoodAt: good?.at ?? null, failedAt }, now))
    await inTransaction(ctx, tx => askForBackup(tx, { kind: 'schedule', requestedBy: null, now }))
  // Before there was one, it is as old as the installation.
  const since = good?.at ?? (await findFirstDay(db))
  if (since !== null && isBackupOld(since, now)) await tellAdmins(ctx, good)
}

/** One letter for each admin and each last good archive: it is not said twice. */
async function tellAdmins(ctx: ServiceContext, good: { id: string; at: Date } | null): Promise<void> {
  await inTransaction(ctx, async tx => {
    for (const { id, name, email, locale } of await listAdminsToTell(tx))
      await queueMail(tx, {
        event: `backup-old:${good?.id ?? 'none'}:${id}`,
        to: email,
        locale,
        template: 'backup-old',
        data: { name, lastAt: good?.at.toISOString() ?? null },
      })
  })
}
