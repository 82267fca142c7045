import { type CardFilter, countCards, listFirstCards, listOpdRows, listRapatWithCards } from '@mufakat/db'
import { type Actor, BOARD_STATUSES, type BoardStatus, may, predecessorsOf } from '@mufakat/domain'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { todayOf } from '../settings/today'
import type { BoardStartInput } from './inputs'
import { cardScope, cardView } from './scope'
import type { BoardRights, BoardStart } from './views'

/** Cards of each column when all are shown, and of one that is shown alone. */
const FIRST = 20
const OF_ONE = 100

function rightsOf(actor: Actor, ownOpdIds: readonly string[]): BoardRights {
  const [any, own] = [
    { cardOpdIds: [], from: null },
    { cardOpdIds: ownOpdIds, from: null },
  ]
  return {
    movesAll: may(actor, 'kartu.move', any),
    movesOwn: may(actor, 'kartu.move', own),
    createsAll: may(actor, 'kartu.create', any),
    createsOwn: may(actor, 'kartu.create', own),
    verifies: may(actor, 'kartu.verify', any),
    ownOpdIds,
  }
}

/** The first cards of a board and how many there are, so that much is to be seen long before all has come. */
export async function boardStart(
  ctx: ServiceContext,
  actor: Actor | null,
  input: BoardStartInput,
): Promise<BoardStart> {
  authorise(actor, 'kartu.list')
  const { text, opdId, isOwn, isLate, status, after } = input
  const today = await todayOf(ctx)
  return inTransaction(ctx, async tx => {
    const [scope, opd, rapat] = [
      await cardScope(tx, actor),
      await listOpdRows(tx),
      await listRapatWithCards(tx),
    ]
    const own = actor.opdId
    const ownOpdIds = own === null ? [] : [own, ...predecessorsOf(opd, own).map(({ id }) => id)]
    const wanted = opdId === null ? null : [opdId]
    const ownerOpdIds = isOwn ? ownOpdIds.filter(id => wanted?.includes(id) ?? true) : wanted
    const filter: CardFilter = { ownerOpdIds, text, lateOn: isLate ? today : null, status: null }
    const counted = await countCards(tx, scope, filter)
    const countOf = (one: BoardStatus): number => counted.find(row => row.status === one)?.count ?? 0
    const cards = []
    for (const one of status === null ? BOARD_STATUSES : [status]) {
      const page = { after, limit: status === null ? FIRST : OF_ONE }
      cards.push(...(await listFirstCards(tx, scope, { ...filter, status: one }, page)))
    }
    return {
      today,
      rights: rightsOf(actor, ownOpdIds),
      counts: {
        belum: countOf('belum'),
        berjalan: countOf('berjalan'),
        menunggu_verifikasi: countOf('menunggu_verifikasi'),
        selesai: countOf('selesai'),
      },
      cards: cards.map(cardView),
      rapat: rapat
        .filter(({ id }) => scope === 'all' || scope.rapatIds.includes(id))
        .map(({ id, title, date }) => ({ id, title, date })),
    }
  })
}
