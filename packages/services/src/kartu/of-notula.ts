import {
  cardsOfNotula,
  findCardOfLine,
  holdBoard,
  insertCards,
  listCardIdsOfRapat,
  putBoardRevision,
  rankAtEnd,
  type Tx,
  updateCard,
} from '@mufakat/db'
import { ranksBetween, type TindakLanjutStatus } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'

// Cards of what a rapat has decided. A notula that is not ratified says what they are called, whose they are and until
// when (domain, PP9); status, progress and place are theirs alone.

type LineWithCard = Awaited<ReturnType<typeof cardsOfNotula>>[number]

/** What the line would have of its card, as far as that is otherwise. */
function differing({ line, card, postponed }: LineWithCard & { card: NonNullable<LineWithCard['card']> }) {
  const wanted = {
    title: line.text,
    ownerOpdId: line.ownerOpdId,
    jabatan: line.jabatan,
    due: postponed > 0 ? card.due : line.tenggat,
    priority: line.priority,
    strategy: line.strategy,
  }
  const same = (Object.keys(wanted) as (keyof typeof wanted)[]).every(name => card[name] === wanted[name])
  const isThere = line.removedAt === null
  return same && isThere === (card.removedAt === null) ? null : { ...wanted, removedAt: line.removedAt }
}

/** Brings the cards of a notula to what its rows say; the board is touched only when that changes something. */
export async function syncCards(tx: Tx, rapatId: string, now: Date): Promise<void> {
  const lines = await cardsOfNotula(tx, rapatId)
  const missing = lines.filter(({ line, card }) => card === null && line.removedAt === null)
  const changed = lines.flatMap(one => {
    if (one.card === null) return []
    const change = differing({ ...one, card: one.card })
    return change === null ? [] : [{ cardId: one.card.id, change }]
  })
  if (missing.length + changed.length === 0) return
  let revision = await holdBoard(tx)
  const ranks = ranksBetween(await rankAtEnd(tx, 'last'), null, missing.length)
  await insertCards(
    tx,
    missing.map(({ line }, i) => ({
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
    })),
  )
  for (const { cardId, change } of changed)
    await updateCard(tx, { cardId, revision: ++revision, change: { ...change, updatedAt: now } })
  await putBoardRevision(tx, revision)
}

/** Tells every board that the cards of a rapat stand otherwise: it was ratified, cancelled or taken up again. */
export async function touchCards(tx: Tx, rapatId: string): Promise<void> {
  const cards = await listCardIdsOfRapat(tx, rapatId)
  if (cards.length === 0) return
  let revision = await holdBoard(tx)
  for (const { id } of cards) await updateCard(tx, { cardId: id, revision: ++revision, change: {} })
  await putBoardRevision(tx, revision)
}

/** Changes the card of a line, where it has one. */
export async function changeCardOfLine(
  tx: Tx,
  line: { rapatId: string; lineId: string },
  change: { due?: string; status?: TindakLanjutStatus; finishedAt?: Date | null },
): Promise<void> {
  const card = await findCardOfLine(tx, line)
  if (card === null) return
  const revision = (await holdBoard(tx)) + 1
  await updateCard(tx, { cardId: card.id, revision, change })
  await putBoardRevision(tx, revision)
}
