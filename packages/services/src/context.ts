import type { Database, Tx } from '@mufakat/db'
import type { Clock } from '@mufakat/kernel'

/** What every use-case works with. */
export interface ServiceContext {
  readonly database: Database
  readonly clock: Clock
}

/** One use-case, one transaction: everything in `work` is committed together or not at all. */
export const inTransaction = <T>(ctx: ServiceContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.database.db.transaction(work)
