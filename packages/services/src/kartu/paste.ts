import {
  findCardPaste,
  holdBoard,
  insertCardPaste,
  insertCards,
  putBoardRevision,
  rankAtEnd,
  type Tx,
} from '@mufakat/db'
import { type Actor, ranksBetween } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { limitedKey, requireAttempt } from '../rate-limit'
import { MAX_TABLE_BYTES, sheetInput, TABLE_GRID } from '../tables/cells'
import { plainCell, readCsv } from '../tables/csv'
import { noteActivity } from './activity'
import { guessedColumns, PASTE_FIELDS, type PasteField } from './paste-cells'
import { type JudgedPaste, type PastedCard, planPaste } from './paste-plan'
import { cardSubject } from './scope'

/*
 * Tindak lanjut out of a table that is pasted. Invariants:
 * 1. A row that does not fit goes nowhere and says why; those that fit go in together, in one transaction.
 * 2. What was looked at is what is done: the mark covers the table and every verdict.
 * 3. The same table, with the same columns, goes in once for a person, however often it is sent.
 * 4. No column of NIK is taken, not even one that is to be left out.
 */

const LIMIT = { capacity: 30, drainPerMinute: 1 }

export const pasteInput = z.object({
  sheet: sheetInput,
  /** What each column holds, from the first one on. */
  columns: z.array(z.enum(PASTE_FIELDS).nullable()).max(TABLE_GRID.columns),
})
export type PasteInput = z.infer<typeof pasteInput>

export interface PasteReview {
  readonly good: number
  readonly rows: readonly JudgedPaste[]
  readonly mark: string
}

export interface PasteDone {
  readonly added: number
  /** It had gone in before: nothing was added now. */
  readonly isAgain: boolean
  readonly wrong: readonly JudgedPaste[]
}

const refused = (fault: string): AppError =>
  new AppError('invalid-input', fault, { fields: { text: `field.${fault}` } })

/** Whoever adds cards at all; for which OPD is asked of each row. */
async function authorisePaste(ctx: ServiceContext, actor: Actor | null): Promise<Actor> {
  authorise(actor, 'kartu.list')
  const ownerOpdId = actor.opdId
  authorise(actor, 'kartu.create', await cardSubject(ctx.database.db, { ownerOpdId, rapatId: null }))
  return actor
}

/** Reads what was pasted or chosen as a file, and guesses what its columns hold. */
export async function readPaste(
  ctx: ServiceContext,
  by: Actor | null,
  { text, hasHead }: { text: string; hasHead: boolean },
): Promise<PasteInput> {
  await authorisePaste(ctx, by)
  if (Buffer.byteLength(text) > MAX_TABLE_BYTES) throw refused('paste-size')
  const lines = readCsv(text.replace(/^\n+/, ''), { rows: TABLE_GRID.rows, recordBytes: 20_000 })
  if (lines === 'csv-size') throw refused('paste-size')
  if (typeof lines === 'string') throw refused('paste-broken')
  const plain = lines.map(({ line, cells }) => ({ line, cells: cells.map(plainCell) }))
  const rows = hasHead ? plain.slice(1) : plain
  if (rows.length === 0) throw refused('paste-empty')
  const head = hasHead ? (plain[0]?.cells ?? []) : []
  const sheet = sheetInput.safeParse({ head, rows })
  if (!sheet.success) throw refused('paste-size')
  const width = Math.max(head.length, ...rows.map(({ cells }) => cells.length))
  const guessed = guessedColumns(head)
  return { sheet: sheet.data, columns: Array.from({ length: width }, (_, at) => guessed[at] ?? null) }
}

/** What a table would bring in, row by row; does nothing. */
export async function reviewPaste(
  ctx: ServiceContext,
  by: Actor | null,
  input: PasteInput,
): Promise<PasteReview> {
  const actor = await authorisePaste(ctx, by)
  const { rows, cards, mark } = await planPaste(ctx.database.db, actor, input)
  return { good: cards.length, rows, mark }
}

async function addAll(tx: Tx, cards: readonly PastedCard[], by: string, now: Date, held: number) {
  const ranks = ranksBetween(await rankAtEnd(tx, 'last'), null, cards.length)
  const made = cards.map((card, i) => ({
    ...card,
    id: newId(now.getTime()),
    rank: ranks[i] ?? '',
    revision: held + i + 1,
    createdBy: by,
    createdAt: now,
    updatedAt: now,
  }))
  await insertCards(tx, made)
  await noteActivity(
    tx,
    ...made.map(({ id, revision }) => {
      const of = { cardId: id, revision, at: now, personId: by }
      return { ...of, kind: 'added' as const, details: {} }
    }),
  )
  await putBoardRevision(tx, held + made.length)
}

/** Does what was looked at; `conflict` when it would be something else now. */
export async function importPaste(
  ctx: ServiceContext,
  by: Actor | null,
  input: PasteInput & { readonly mark: string },
): Promise<PasteDone> {
  const actor = await authorisePaste(ctx, by)
  const now = ctx.clock.now()
  const { personId } = actor
  return inTransaction(ctx, async tx => {
    await requireAttempt(tx, [limitedKey(LIMIT, 'paste', personId)], now, 'paste')
    const held = await holdBoard(tx)
    const { rows, cards, mark, once } = await planPaste(tx, actor, input)
    const wrong = rows.filter(({ reason }) => reason !== null)
    const before = await findCardPaste(tx, { personId, mark: once })
    if (before !== null) return { added: before.added, isAgain: true, wrong }
    if (mark !== input.mark) throw new AppError('conflict', 'paste')
    if (cards.length === 0) return { added: 0, isAgain: false, wrong }
    await addAll(tx, cards, personId, now, held)
    await recordAudit(tx, {
      ...{ at: now, actorId: personId, action: 'kartu.paste' },
      details: { added: cards.length, opdIds: [...new Set(cards.map(({ ownerOpdId }) => ownerOpdId))] },
    })
    // Last: whoever sends the same again waits for the board, and then finds it.
    await insertCardPaste(tx, { personId, mark: once, added: cards.length, at: now })
    return { added: cards.length, isAgain: false, wrong }
  })
}

export type { JudgedPaste, PasteField }
