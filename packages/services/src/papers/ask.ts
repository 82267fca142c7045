import { insertPaper, listSealedRecords, type Tx } from '@mufakat/db'
import { type Actor, actionOfPaper } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { enqueue } from '../jobs/enqueue'
import { rapatFor, subjectOf } from '../rapat-access'
import { limitedKey, requireAttempt } from '../rate-limit'
import type { AskPaperInput } from './inputs'
import { opdOfRapat } from './read'

const DAY_MS = 24 * 3_600_000
/** How long a paper is kept after it was made: it can be made anew at any time. */
export const PAPER_KEPT_MS = 3 * DAY_MS

/** All papers of one rapat at once, with a cuplikan for each OPD; nobody reads faster. */
const LIMIT = { capacity: 100, drainPerMinute: 5 }

/** Has the PDF of what was sealed made, once; in the transaction that seals it. */
export const askKept = (tx: Tx, rapatId: string, number: number): Promise<void> =>
  enqueue(tx, 'paper.keep', { rapatId, number }, { key: `paper-keep:${rapatId}:${number}` })

/**
 * Asks for a paper. Who asks for one that somebody else waits for waits for the same.
 * @returns its id
 * @throws AppError `conflict` for the PDF of a ratified notula, which is kept and not made anew; `rate-limited`
 */
export async function askPaper(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AskPaperInput,
): Promise<string> {
  const now = ctx.clock.now()
  const { rapatId, kind, format, opdId } = input
  return inTransaction(ctx, async tx => {
    const rapat = await rapatFor(tx, actor, 'rapat.read', rapatId)
    authorise(actor, actionOfPaper(kind), subjectOf(rapat))
    authorise(actor, 'kertas.ask', subjectOf(rapat))
    if (kind === 'notula' && format === 'pdf' && (await listSealedRecords(tx, rapatId)).length > 0)
      throw new AppError('conflict', 'it is kept')
    if (kind === 'berita_acara' && rapat.date === null)
      throw new AppError('conflict', 'a berita acara tells its day')
    if (opdId !== null && !(await opdOfRapat(tx, rapat)).some(one => one.id === opdId))
      throw new AppError('invalid-input', 'opd', { fields: { opdId: 'field.unknown' } })
    const { personId } = actor
    const id = newId(now.getTime())
    const expiresAt = new Date(now.getTime() + PAPER_KEPT_MS)
    const wished = { rapatId, year: null, quarter: null, kind, format, opdId }
    const open = await insertPaper(tx, { ...wished, id, askedBy: personId, askedAt: now, expiresAt })
    if (open === null) throw new AppError('conflict', 'it was made in this moment')
    if (open !== id) return open
    await requireAttempt(tx, [limitedKey(LIMIT, 'paper', personId)], now, 'paper')
    await enqueue(tx, 'paper.make', { paperId: id }, { key: `paper:${id}` })
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'kertas.ask',
      rapatId,
      subjectId: id,
      details: { kind, format, ...(opdId === null ? {} : { opdId }) },
    })
    return id
  })
}
