import {
  cardsOfNotula,
  findCardOfLine,
  holdBoard,
  insertCardPostponement,
  insertCards,
  listCardIdsOfRapat,
  putBoardRevision,
  rankAtEnd,
  type Tx,
  updateCard,
} from '@mufakat/db'
import { type Happened, ranksBetween, type Tanggal, type TindakLanjutStatus } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type ActivityOf, noteActivity } from './activity'

// Cards of what a rapat has decided. A notula that is not ratified says what they are called, whose they are and until
// when (domain, PP9); status, progress and place are theirs alone.

type LineWithCard = Awaited<ReturnType<typeof cardsOfNotula>>[number]

const FIELDS = ['title', 'ownerOpdId', 'jabatan', 'due', 'priority', 'strategy'] as const
/** Of these it is told what they were: the others are text. */
const TOLD = ['ownerOpdId', 'due', 'priority', 'strategy'] as const

/** What the line would have of its card, as far as that is otherwise, and what that means. */
function differing({ line, card, postponed }: LineWithCard & { card: NonNullable<LineWithCard['card']> }) {
  const wanted = {
    title: line.text,
    ownerOpdId: line.ownerOpdId,
    jabatan: line.jabatan,
    due: postponed > 0 ? card.due : line.tenggat,
    priority: line.priority,
    strategy: line.strategy,
  }
  const fields = FIELDS.filter(name => card[name] !== wanted[name])
  const isBack = line.removedAt === null
  const isThere = card.removedAt === null
  if (fields.length === 0 && isBack === isThere) return null
  const told = TOLD.filter(name => fields.includes(name))
  const values = Object.fromEntries(told.map(name => [name, { from: card[name], to: wanted[name] }]))
  const happened: Happened =
    isBack === isThere
      ? { kind: 'reworded', details: { fields, values } }
      : { kind: isBack ? 'restored' : 'removed', details: {} }
  return { change: { ...wanted, removedAt: line.removedAt }, happened }
}

/** Brings the cards of a notula to what its rows say; the board is touched only when that changes something. */
export async function syncCards(tx: Tx, rapatId: string, now: Date): Promise<void> {
  const lines = await cardsOfNotula(tx, rapatId)
  const missing = lines.filter(({ line, card }) => card === null && line.removedAt === null)
  const changed = lines.flatMap(one => {
    if (one.card === null) return []
    const differs = differing({ ...one, card: one.card })
    return differs === null ? [] : [{ cardId: one.card.id, ...differs }]
  })
  if (missing.length + changed.length === 0) return
  let revision = await holdBoard(tx)
  const ranks = ranksBetween(await rankAtEnd(tx, 'last'), null, missing.length)
  const made = missing.map(({ line }, i) => ({
    id: newId(now.getTime()),
    rapatId,
    lineId: line.lineId,
    title: line.text,
    ownerOpdId: line.ownerOpdId,
    jabatan: line.jabatan,
    due: line.tenggat,
    priority: line.priority,
    strategy: line.strategy,
    rank: ranks[i] ?? '',
    revision: ++revision,
    createdAt: now,
    updatedAt: now,
  }))
  await insertCards(tx, made)
  const by = { at: now, personId: null }
  const decided = { kind: 'decided', details: {} } as const
  await noteActivity(tx, ...made.map(row => ({ cardId: row.id, revision: row.revision, ...by, ...decided })))
  for (const { cardId, change, happened } of changed) {
    await updateCard(tx, { cardId, revision: ++revision, change: { ...change, updatedAt: now } })
    await noteActivity(tx, { cardId, revision, ...by, ...happened })
  }
  await putBoardRevision(tx, revision)
}

/**
 * Tells every board that the cards of a rapat stand otherwise: it was ratified, cancelled or taken up again.
 * @param happened null: to the rapat alone
 */
export async function touchCards(
  tx: Tx,
  rapatId: string,
  now: Date,
  happened: Happened | null = null,
): Promise<void> {
  const cards = await listCardIdsOfRapat(tx, rapatId)
  if (cards.length === 0) return
  let revision = await holdBoard(tx)
  for (const { id } of cards) {
    await updateCard(tx, { cardId: id, revision: ++revision, change: {} })
    if (happened !== null)
      await noteActivity(tx, { cardId: id, revision, at: now, personId: null, ...happened })
  }
  await putBoardRevision(tx, revision)
}

/** Changes the card of a line, where it has one. */
export async function changeCardOfLine(
  tx: Tx,
  line: { rapatId: string; lineId: string },
  change: { due?: string; status?: TindakLanjutStatus; finishedAt?: Date | null },
  happened: Pick<ActivityOf, 'at' | 'personId'> & Happened,
): Promise<string | null> {
  const card = await findCardOfLine(tx, line)
  if (card === null) return null
  const revision = (await holdBoard(tx)) + 1
  await updateCard(tx, { cardId: card.id, revision, change })
  await noteActivity(tx, { cardId: card.id, revision, ...happened })
  await putBoardRevision(tx, revision)
  return card.id
}

/** Gives the card of a line another tenggat, with what is kept of that. */
export async function postponeCardOfLine(
  tx: Tx,
  line: { rapatId: string; lineId: string },
  step: {
    from: Tanggal | null
    to: Tanggal
    reason: string
    by: string
    at: Date
    duringRapatId: string | null
  },
): Promise<void> {
  const { from, to, reason, by, at } = step
  const happened = { at, personId: by, kind: 'postponed', details: { from, to }, reason } as const
  const cardId = await changeCardOfLine(tx, line, { due: to }, happened)
  if (cardId !== null) await insertCardPostponement(tx, { id: newId(at.getTime()), cardId, ...step })
}
