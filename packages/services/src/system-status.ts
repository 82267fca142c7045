import { type DatabaseState, readDatabaseState, readSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { z } from 'zod'
import { authorise, type ServiceContext } from './context'
import { countQueue } from './mail/manage-queue'

/** Written by whoever makes a backup, when it is complete. */
const BACKUP_SETTING = 'backup.last'
const lastBackup = z.object({ at: z.iso.datetime() })

export interface SystemStatus {
  readonly database: DatabaseState
  readonly queue: Awaited<ReturnType<typeof countQueue>>
  /** Null: there never was one. */
  readonly lastBackupAt: Date | null
}

/** How the installation is, as far as its database tells. */
export async function systemStatus(ctx: ServiceContext, actor: Actor | null): Promise<SystemStatus> {
  authorise(actor, 'status.read')
  const [database, queue, backup] = await Promise.all([
    readDatabaseState(ctx.database.sql),
    countQueue(ctx),
    readSetting(ctx.database.db, BACKUP_SETTING),
  ])
  const found = lastBackup.safeParse(backup)
  return { database, queue, lastBackupAt: found.success ? new Date(found.data.at) : null }
}
