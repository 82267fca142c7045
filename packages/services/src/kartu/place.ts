import { listRanks, putRanks, rankAtEnd, ranksBeside, type Tx } from '@mufakat/db'
import { MAX_RANK, rankBetween, respace } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { CardPlace } from './inputs'

async function rankAt(tx: Tx, place: CardPlace): Promise<string> {
  if ('end' in place) {
    const edge = await rankAtEnd(tx, place.end)
    return place.end === 'first' ? rankBetween(null, edge) : rankBetween(edge, null)
  }
  const [cardId, side] =
    'after' in place ? [place.after, 'after' as const] : [place.before, 'before' as const]
  const ranks = await ranksBeside(tx, cardId, side)
  // Nothing is ever taken away, so nobody can know of a card that is not there.
  if (ranks === null) throw new AppError('not-found', 'place of a card')
  return side === 'after' ? rankBetween(ranks.own, ranks.beside) : rankBetween(ranks.beside, ranks.own)
}

/**
 * A rank for this place, on a board that is held. Where ranks have grown long, neighbours get new ones first.
 * @param revision of the board
 * @returns the rank, and the revision after what it took
 */
export async function takePlace(
  tx: Tx,
  place: CardPlace,
  revision: number,
): Promise<{ rank: string; revision: number }> {
  const rank = await rankAt(tx, place)
  if (rank.length <= MAX_RANK) return { rank, revision }
  const all = await listRanks(tx)
  const at = all.findIndex(one => one.rank > rank)
  const { from, ranks } = respace(
    all.map(one => one.rank),
    at === -1 ? all.length : at,
  )
  const fresh = ranks.flatMap((given, i) => {
    const one = all[from + i]
    return one === undefined ? [] : [{ id: one.id, rank: given, revision: revision + i + 1 }]
  })
  await putRanks(tx, fresh)
  return { rank: await rankAt(tx, place), revision: revision + fresh.length }
}
