import { failPapersBefore, listUnkeptRecords } from '@mufakat/db'
import { inTransaction, type ServiceContext } from '../context'
import { askKept } from './ask'

/** Longer than every attempt together: what is under way since then has no job any more. */
const GIVEN_UP_MS = 3_600_000

/** Ends papers that nobody makes any more, and asks again for every PDF of a record that is not kept yet. */
export async function watchPapers(ctx: ServiceContext): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await failPapersBefore(tx, { before: new Date(now.getTime() - GIVEN_UP_MS), now })
    for (const { rapatId, number } of await listUnkeptRecords(tx)) await askKept(tx, rapatId, number)
  })
}
