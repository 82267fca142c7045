import { countCards, listFirstCards } from '@mufakat/db'
import { type Actor, BOARD_STATUSES, type BoardStatus } from '@mufakat/domain'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { todayOf } from '../settings/today'
import { filteredFor } from './filter'
import type { BoardStartInput } from './filter-inputs'
import { cardView } from './scope'
import type { BoardStart } from './views'

/** Cards of each column when all are shown, and of one that is shown alone. */
const FIRST = 20
const OF_ONE = 100

/** The first cards of a board and how many there are, so that much is to be seen long before all has come. */
export async function boardStart(
  ctx: ServiceContext,
  actor: Actor | null,
  input: BoardStartInput,
): Promise<BoardStart> {
  authorise(actor, 'kartu.list')
  const { only, after, ...filter } = input
  const today = await todayOf(ctx)
  return inTransaction(ctx, async tx => {
    const { scope, looked, rights, mine, rapat } = await filteredFor(tx, actor, filter, today)
    const counted = await countCards(tx, scope, looked)
    const countOf = (one: BoardStatus): number => counted.find(row => row.status === one)?.count ?? 0
    const wanted = looked.status
    const cards = []
    for (const one of only === null ? BOARD_STATUSES : [only]) {
      if (wanted !== null && wanted !== one) continue
      const page = { after, limit: only === null ? FIRST : OF_ONE }
      cards.push(...(await listFirstCards(tx, scope, { ...looked, status: one }, page)))
    }
    return {
      ...{ today, rights, mine, rapat },
      counts: {
        belum: countOf('belum'),
        berjalan: countOf('berjalan'),
        menunggu_verifikasi: countOf('menunggu_verifikasi'),
        selesai: countOf('selesai'),
      },
      cards: cards.map(cardView),
    }
  })
}
