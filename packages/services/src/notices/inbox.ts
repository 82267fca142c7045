import { countNotices, countUnread, listNotices, markNoticesRead } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { grouped } from './groups'
import type { MarkReadInput } from './inputs'
import type { Inbox } from './views'

/** Notices of one page. */
const ON_PAGE = 30

/** How many notices each of these people has not read; who has read all is missing. */
export const unreadOf = (ctx: ServiceContext, personIds: readonly string[]): Promise<Map<string, number>> =>
  countUnread(ctx.database.db, personIds)

/**
 * What the acting person was told: what they have not read first, by what it is about.
 * @param page from 1; one that is not there any more is the last
 */
export async function readInbox(ctx: ServiceContext, actor: Actor | null, page: number): Promise<Inbox> {
  authorise(actor, 'kabar.use', actor ?? undefined)
  const { personId } = actor
  const seenUntil = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const total = await countNotices(tx, personId)
    const pages = Math.max(1, Math.ceil(total / ON_PAGE))
    const shown = Math.min(Math.max(1, page), pages)
    const rows = await listNotices(tx, { personId, limit: ON_PAGE, offset: (shown - 1) * ON_PAGE })
    const unread = (await countUnread(tx, [personId])).get(personId) ?? 0
    // One that a clock running ahead has written is seen as well.
    const latest = Math.max(seenUntil.getTime(), ...rows.map(({ at }) => at.getTime()))
    const groups = await grouped(tx, actor, rows)
    return { groups, unread, total, page: shown, pages, seenUntil: new Date(latest) }
  })
}

/** Marks one's own notices as read; what came after they were looked at stays as it is. @returns how many that were */
export async function markRead(
  ctx: ServiceContext,
  actor: Actor | null,
  { which, seenUntil }: MarkReadInput,
): Promise<number> {
  authorise(actor, 'kabar.use', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  return inTransaction(ctx, tx => markNoticesRead(tx, { personId, which, seenUntil, now }))
}
