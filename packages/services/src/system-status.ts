import { type DatabaseState, findLastGoodBackup, readDatabaseState } from '@mufakat/db'
import { type Actor, isBackupOld } from '@mufakat/domain'
import { authorise, type ServiceContext } from './context'
import { countQueue } from './mail/manage-queue'

export interface SystemStatus {
  readonly database: DatabaseState
  readonly queue: Awaited<ReturnType<typeof countQueue>>
  /** Null: there never was one. */
  readonly lastBackupAt: Date | null
  /** Nobody should rely on it any more, or there is none. */
  readonly isBackupOld: boolean
}

/** How the installation is, as far as its database tells. */
export async function systemStatus(ctx: ServiceContext, actor: Actor | null): Promise<SystemStatus> {
  authorise(actor, 'status.read')
  const [database, queue, backup] = await Promise.all([
    readDatabaseState(ctx.database.sql),
    countQueue(ctx),
    findLastGoodBackup(ctx.database.db),
  ])
  const lastBackupAt = backup?.at ?? null
  return { database, queue, lastBackupAt, isBackupOld: isBackupOld(lastBackupAt, ctx.clock.now()) }
}
