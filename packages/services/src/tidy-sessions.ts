import { deleteOverSignIns, deleteRateBucketsBefore, deleteSessionsBefore } from '@mufakat/db'
import { inTransaction, type ServiceContext } from './context'

const DAY_MS = 24 * 3_600_000
/** Ended sessions are kept as an access log. */
const KEEP_SESSIONS_MS = 400 * DAY_MS

/** Forgets sessions that ended long ago, limits that nobody has met for a day, and sign-ins that came to nothing. */
export async function tidySessions(ctx: ServiceContext): Promise<void> {
  const at = ctx.clock.now()
  const now = at.getTime()
  await inTransaction(ctx, async tx => {
    await deleteRateBucketsBefore(tx, new Date(now - DAY_MS))
    await deleteSessionsBefore(tx, new Date(now - KEEP_SESSIONS_MS))
    await deleteOverSignIns(tx, at)
  })
}
