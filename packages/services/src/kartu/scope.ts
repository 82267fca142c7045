import {
  type CardRow,
  type CardScope,
  findRapat,
  listOpdRows,
  listRapatWithCards,
  type Queryable,
} from '@mufakat/db'
import { type Actor, type CardSubject, may, opdIdsOf, predecessorsOf, successionOf } from '@mufakat/domain'
import { subjectOf } from '../rapat-access'
import type { CardView } from './views'

type OpdRows = Awaited<ReturnType<typeof listOpdRows>>

/** The OPD that somebody speaks for, the main one first, each with those it has taken the place of (domain, O3). */
export const ownOpdIdsOf = (all: OpdRows, actor: Actor): string[] =>
  opdIdsOf(actor).flatMap(id => [id, ...predecessorsOf(all, id).map(one => one.id)])

/** Which cards this person may read (domain, PP7), so that many can be asked for at once. */
export async function cardScope(db: Queryable, actor: Actor): Promise<CardScope> {
  if (may(actor, 'kartu.read', { cardOpdIds: [], from: null })) return 'all'
  const [opd, rapat] = await Promise.all([listOpdRows(db), listRapatWithCards(db)])
  const reads = (cardOpdIds: readonly string[], from: CardSubject['from']): boolean =>
    may(actor, 'kartu.read', { cardOpdIds, from })
  return {
    opdIds: ownOpdIdsOf(opd, actor).filter(id => reads(successionOf(opd, id), null)),
    rapatIds: rapat.filter(row => reads([], subjectOf(row))).map(row => row.id),
  }
}

/** Whether a card is within a scope. */
export const isWithin = (
  scope: CardScope,
  card: Pick<CardRow, 'ownerOpdId' | 'rapatId' | 'supporterIds'>,
): boolean =>
  scope === 'all' ||
  (card.ownerOpdId !== null && scope.opdIds.includes(card.ownerOpdId)) ||
  card.supporterIds.some(id => scope.opdIds.includes(id)) ||
  (card.rapatId !== null && scope.rapatIds.includes(card.rapatId))

/** What `may` looks at. */
export async function cardSubject(
  db: Queryable,
  card: Pick<CardRow, 'ownerOpdId' | 'rapatId'> & Partial<Pick<CardRow, 'supporterIds'>>,
): Promise<CardSubject> {
  const { ownerOpdId, rapatId, supporterIds = [] } = card
  const opdIds = ownerOpdId === null ? supporterIds : [ownerOpdId, ...supporterIds]
  const [opd, rapat] = await Promise.all([
    opdIds.length === 0 ? [] : listOpdRows(db),
    rapatId === null ? null : findRapat(db, rapatId),
  ])
  return {
    cardOpdIds: ownerOpdId === null ? [] : successionOf(opd, ownerOpdId),
    supporterOpdIds: supporterIds.flatMap(id => successionOf(opd, id)),
    from: rapat === null ? null : subjectOf(rapat),
  }
}

/** A card whose line was taken out, or whose rapat is not held, stands on no board. */
export const isGone = ({ removedAt, rapatStatus }: CardRow): boolean =>
  removedAt !== null || rapatStatus === 'dibatalkan'

export const cardView = (row: CardRow): CardView => ({
  id: row.id,
  title: row.title,
  opdId: row.ownerOpdId,
  jabatan: row.jabatan,
  due: row.due,
  postponed: row.postponed,
  priority: row.priority,
  strategy: row.strategy,
  status: row.status,
  progress: row.progress,
  evidence: row.evidence,
  accepted: row.accepted,
  comments: row.comments,
  rank: row.rank,
  revision: row.revision,
  from:
    row.rapatId === null || row.lineId === null
      ? null
      : { rapatId: row.rapatId, lineId: row.lineId, isDraft: row.notulaState !== 'disahkan' },
})
