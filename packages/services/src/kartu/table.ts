import { countCardGroups, countCards, listTableCards } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { todayOf } from '../settings/today'
import { filteredFor } from './filter'
import type { CardTableInput } from './filter-inputs'
import { cardView } from './scope'
import type { CardTableView } from './table-views'
import type { CardView } from './views'

/** Rows of a page: what a screen draws without a pause, and one may change at once. */
const PAGE = 100

/** A page of the table of cards. */
export async function cardTable(
  ctx: ServiceContext,
  actor: Actor | null,
  input: CardTableInput,
): Promise<CardTableView> {
  authorise(actor, 'kartu.list')
  const { filter, sort, isDown, group } = input
  const today = await todayOf(ctx)
  return inTransaction(ctx, async tx => {
    const { scope, looked, rights, rapat } = await filteredFor(tx, actor, filter, today)
    const counted = await countCards(tx, scope, looked)
    const total = counted.reduce((sum, row) => sum + row.count, 0)
    const pages = Math.max(1, Math.ceil(total / PAGE))
    const page = Math.min(input.page, pages)
    const cards = await listTableCards(tx, scope, looked, {
      ...{ sort, isDown, group },
      offset: (page - 1) * PAGE,
      limit: PAGE,
    })
    const groups = group === null ? [] : await countCardGroups(tx, scope, looked, group)
    return { today, rights, rapat, total, page, pages, groups, cards: cards.map(cardView) }
  })
}

/** More than a regency has. */
const MOST_EXPORTED = 20_000

/** Every card that is looked for, in the order of the table. Taking them along leaves an entry. */
export async function exportCards(
  ctx: ServiceContext,
  actor: Actor | null,
  input: Omit<CardTableInput, 'page'>,
): Promise<{ cards: readonly CardView[]; rapat: CardTableView['rapat'] }> {
  authorise(actor, 'kartu.list')
  const { filter, sort, isDown, group } = input
  const today = await todayOf(ctx)
  return inTransaction(ctx, async tx => {
    const { scope, looked, rapat } = await filteredFor(tx, actor, filter, today)
    const look = { sort, isDown, group, offset: 0, limit: MOST_EXPORTED }
    const cards = await listTableCards(tx, scope, looked, look)
    await recordAudit(tx, {
      ...{ at: ctx.clock.now(), actorId: actor.personId, action: 'kartu.export' },
      details: { rows: cards.length },
    })
    return { cards: cards.map(cardView), rapat }
  })
}
