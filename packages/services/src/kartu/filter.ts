import {
  type CardScope,
  type CardFilter as Looked,
  listCardIdsOf,
  listHoldings,
  listOpdRows,
  listRapatWithCards,
  type Queryable,
} from '@mufakat/db'
import { type Actor, type CardFilter, may, type Tanggal } from '@mufakat/domain'
import { cardScope, ownOpdIdsOf } from './scope'
import type { BoardRights, BoardStart, CardMine } from './views'

/** What every view of the same cards asks for, as one person may read it. */
export interface FilteredCards {
  readonly scope: CardScope
  readonly looked: Looked
  readonly rights: BoardRights
  readonly mine: CardMine
  /** Rapat that cards come from, as far as this person may open them. */
  readonly rapat: BoardStart['rapat']
}

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

async function mineOf(db: Queryable, { personId }: Actor, today: Tanggal): Promise<CardMine> {
  const [holdings, cardIds] = await Promise.all([
    listHoldings(db, { on: today, personIds: [personId] }),
    listCardIdsOf(db, personId),
  ])
  return { jabatan: holdings.map(({ jabatan }) => jabatan), cardIds }
}

/** Which OPD the work is of; null: of any. */
function ownersOf({ opdId, whose }: CardFilter, ownOpdIds: readonly string[]): readonly string[] | null {
  const wanted = opdId === null ? null : [opdId]
  return whose === 'opd' ? ownOpdIds.filter(id => wanted?.includes(id) ?? true) : wanted
}

/** What a filter asks of the database for this person. */
export async function filteredFor(
  db: Queryable,
  actor: Actor,
  filter: CardFilter,
  today: Tanggal,
): Promise<FilteredCards> {
  const [scope, opd, rapat, mine] = [
    await cardScope(db, actor),
    await listOpdRows(db),
    await listRapatWithCards(db),
    await mineOf(db, actor, today),
  ]
  const ownOpdIds = ownOpdIdsOf(opd, actor)
  const { text, strategy, priority, rapatId, dueFrom, dueTo } = filter
  const isNever = filter.isToVerify && filter.status !== null && filter.status !== 'menunggu_verifikasi'
  return {
    scope,
    looked: {
      ...{ text, strategy, priority, rapatId, dueFrom, dueTo },
      ownerOpdIds: isNever ? [] : ownersOf(filter, ownOpdIds),
      lateOn: filter.isLate ? today : null,
      status: filter.isToVerify ? 'menunggu_verifikasi' : filter.status,
      mine: filter.whose === 'pribadi' ? { opdIds: ownOpdIds, ...mine } : null,
    },
    rights: rightsOf(actor, ownOpdIds),
    mine,
    rapat: rapat
      .filter(({ id }) => scope === 'all' || scope.rapatIds.includes(id))
      .map(({ id, title, date }) => ({ id, title, date })),
  }
}
