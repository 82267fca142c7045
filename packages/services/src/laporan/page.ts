import {
  findPaper,
  findQuarterNote,
  insertPaper,
  insertPaperAccess,
  insertQuarterNote,
  listQuarterPapers,
  lockQuarterNotes,
} from '@mufakat/db'
import { type Actor, isQuarter, may, type Triwulan } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import type { FileContext } from '../files/context'
import { enqueue } from '../jobs/enqueue'
import { PAPER_KEPT_MS } from '../papers/ask'
import { paperView } from '../papers/read'
import type { PaperView } from '../papers/views'
import { guardNik } from '../personal-data/nik-guard'
import { limitedKey, requireAttempt } from '../rate-limit'
import { zoneOf } from '../settings/today'
import type { AskReportInput, QuarterNoteInput } from './inputs'
import { gatherReport } from './report'
import type { QuarterReportPage, ReportContent } from './views'

/** Each format some times over; nobody reads faster. */
const LIMIT = { capacity: 30, drainPerMinute: 2 }

const isViewed = ({ viewedBy }: Actor): boolean => (viewedBy ?? null) !== null

/** The report of a triwulan, with what was made of it. */
export async function quarterReport(
  ctx: ServiceContext,
  actor: Actor | null,
  at: Triwulan,
): Promise<QuarterReportPage> {
  authorise(actor, 'laporan.read')
  const { db } = ctx.database
  const now = ctx.clock.now()
  const [report, papers] = await Promise.all([
    gatherReport(db, { at, now, zone: await zoneOf(ctx) }),
    listQuarterPapers(db, { ...at, now }),
  ])
  const seen = new Set<string>()
  const made = papers.filter(({ format }) => !seen.has(format) && seen.add(format)).map(paperView)
  return { ...report, made, allowed: { note: may(actor, 'laporan.note'), ask: !isViewed(actor) } }
}

/**
 * Asks for the report as a paper. Who asks for one that somebody else waits for waits for the same.
 * @returns its id
 */
export async function askReport(
  ctx: ServiceContext,
  actor: Actor | null,
  { year, quarter, format }: AskReportInput,
): Promise<string> {
  authorise(actor, 'laporan.read')
  if (isViewed(actor)) throw new AppError('view-only', 'report')
  const now = ctx.clock.now()
  const { personId } = actor
  return inTransaction(ctx, async tx => {
    const id = newId(now.getTime())
    const wished = { rapatId: null, year, quarter, kind: 'laporan', format, opdId: null } as const
    const expiresAt = new Date(now.getTime() + PAPER_KEPT_MS)
    const open = await insertPaper(tx, { ...wished, id, askedBy: personId, askedAt: now, expiresAt })
    if (open === null) throw new AppError('conflict', 'it was made in this moment')
    if (open !== id) return open
    await requireAttempt(tx, [limitedKey(LIMIT, 'report', personId)], now, 'report')
    await enqueue(tx, 'paper.make', { paperId: id }, { key: `paper:${id}` })
    await recordAudit(tx, {
      ...{ at: now, actorId: personId, action: 'laporan.ask', subjectId: id },
      details: { year, quarter, format },
    })
    return id
  })
}

/** How far a report is that was asked for; null: it is not there any more. */
export async function reportState(
  ctx: ServiceContext,
  actor: Actor | null,
  { paperId }: { paperId: string },
): Promise<PaperView | null> {
  authorise(actor, 'laporan.read')
  const row = isRowId(paperId) ? await findPaper(ctx.database.db, paperId) : null
  return row === null || row.kind !== 'laporan' ? null : paperView(row)
}

/** Opens a report that was made, and notes who did. `not-found` for what is not ready, or over. */
export async function fetchReport(
  ctx: FileContext,
  actor: Actor | null,
  paperId: string,
): Promise<ReportContent> {
  authorise(actor, 'laporan.read')
  const { db } = ctx.database
  const now = ctx.clock.now()
  const row = isRowId(paperId) ? await findPaper(db, paperId) : null
  if (row === null || row.kind !== 'laporan' || row.storedName === null || row.expiresAt <= now)
    throw new AppError('not-found', 'report')
  const { year, quarter, kind, format } = row
  if (year === null || !isQuarter(quarter)) throw new AppError('not-found', 'report')
  const personId = actor.viewedBy ?? actor.personId
  await insertPaperAccess(db, { id: newId(now.getTime()), at: now, year, quarter, kind, format, personId })
  return {
    ...{ at: { year, quarter }, format },
    path: ctx.store.relativePathOf(row.storedName),
    root: ctx.store.root,
  }
}

/** Writes what the pimpinan say to a triwulan; earlier notes stay, the newest holds. */
export async function writeQuarterNote(
  ctx: ServiceContext,
  actor: Actor | null,
  { year, quarter, text, after, nikConfirmed }: QuarterNoteInput,
): Promise<void> {
  authorise(actor, 'laporan.note')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await lockQuarterNotes(tx)
    const before = await findQuarterNote(tx, { year, quarter })
    if ((before?.id ?? '') !== after) throw new AppError('conflict', 'quarter note')
    if (before?.text === text) return
    guardNik({ text }, nikConfirmed)
    const id = newId(now.getTime())
    await insertQuarterNote(tx, { id, year, quarter, text, writtenBy: actor.personId, writtenAt: now })
    await recordAudit(tx, {
      ...{ at: now, actorId: actor.personId, action: 'laporan.note', subjectId: id },
      details: { year, quarter },
    })
  })
}
