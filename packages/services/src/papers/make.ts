import {
  beginPaper,
  failPaper,
  finishPaper,
  insertSealedPaper,
  listSealedPapers,
  listSealedRecords,
  type PaperRow,
  type StoredPaper,
  savePaperProgress,
} from '@mufakat/db'
import { isQuarter, type PaperFormat } from '@mufakat/domain'
import { AppError, assert } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { type ReportSource, reportSource } from '../laporan/source'
import { hex } from '../ratification/state'
import { PAPER_KEPT_MS } from './ask'
import { gatherPaper, type OnPicture, type PaperContext, type RapatPaperSource } from './gather'

/*
 * A worker makes papers. Invariants:
 * 1. Made twice (a worker died, a job came again), there is one paper: its row is finished once, and bytes without a row
 *    are swept.
 * 2. Bytes are on the disk before a row names them.
 * 3. The PDF of a record is made from the record alone and kept once; whoever comes second throws its own away.
 */

/** What a paper says, as plain data. */
export type PaperSource = RapatPaperSource | ReportSource

/** Who composes a paper and writes it: the worker, with `export`. */
export type WritePaper = (source: PaperSource, format: PaperFormat) => Promise<Uint8Array>

/** A paper of sixty pictures has a third of it. */
const MAX_BYTES = 64 * 1024 * 1024

/** In hundredths: what was read, what is drawn, what is on the disk. */
const READ = 10
const DRAWN = 60
const WRITTEN = 90

async function stored(ctx: PaperContext, bytes: Uint8Array): Promise<StoredPaper> {
  if (bytes.length > MAX_BYTES) throw new AppError('too-large', 'a paper')
  if (!(await ctx.store.hasRoomFor(bytes.length))) throw new AppError('unavailable', 'no room for a paper')
  const storedName = ctx.store.newName()
  await ctx.store.write(storedName, 0, bytes)
  return { storedName, ...(await ctx.store.seal(storedName)) }
}

function gathered(ctx: PaperContext, row: PaperRow, onPicture: OnPicture): Promise<PaperSource> {
  const { rapatId, kind, opdId, year, quarter, askedAt: madeAt } = row
  if (kind === 'laporan' || rapatId === null) {
    assert(year !== null && isQuarter(quarter), 'a report is of a triwulan')
    return reportSource(ctx, { at: { year, quarter }, madeAt })
  }
  return gatherPaper(ctx, { rapatId, kind, opdId }, { madeAt, onPicture })
}

/** Makes a paper that was asked for. Quietly nothing when there is nothing to do. */
export async function makePaper(
  ctx: PaperContext,
  write: WritePaper,
  { paperId, isLastAttempt }: { paperId: string; isLastAttempt: boolean },
): Promise<void> {
  const { db } = ctx.database
  const row = await beginPaper(db, paperId)
  if (row === null) return
  const told = (progress: number) => savePaperProgress(db, { id: paperId, progress: Math.round(progress) })
  try {
    await told(READ)
    const onPicture: OnPicture = (done, all) => told(READ + ((DRAWN - READ) * done) / Math.max(1, all))
    const source = await gathered(ctx, row, onPicture)
    await told(DRAWN)
    const file = await stored(ctx, await write(source, row.format))
    await told(WRITTEN)
    const now = ctx.clock.now()
    const expiresAt = new Date(now.getTime() + PAPER_KEPT_MS)
    await inTransaction(ctx, async tx => {
      if (await finishPaper(tx, { id: paperId, stored: file, now, expiresAt }))
        await ctx.store.keep(file.storedName, null)
      else await ctx.store.removePart(file.storedName)
    })
  } catch (error) {
    if (isLastAttempt) await failPaper(db, { id: paperId, now: ctx.clock.now() })
    throw error
  }
}

/** Makes the PDF of a record and keeps it for good. Quietly nothing when it is kept already. */
export async function keepPaper(
  ctx: PaperContext,
  write: WritePaper,
  { rapatId, number }: { rapatId: string; number: number },
): Promise<void> {
  const { db } = ctx.database
  const isThere = (one: { number: number }) => one.number === number
  if ((await listSealedPapers(db, rapatId)).some(isThere)) return
  const record = (await listSealedRecords(db, rapatId)).find(isThere)
  if (record === undefined) throw new AppError('not-found', 'a record')
  const wish = { rapatId, kind: 'notula', opdId: null } as const
  const source = await gatherPaper(ctx, wish, { madeAt: record.at, upTo: number })
  const file = await stored(ctx, await write(source, 'pdf'))
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await insertSealedPaper(tx, { rapatId, number, format: 'pdf', ...file, at: now }))) {
      await ctx.store.removePart(file.storedName)
      return
    }
    await recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'kertas.keep',
      rapatId,
      details: { number, size: file.size, sha256: hex(file.sha256), storedName: file.storedName },
    })
    await ctx.store.keep(file.storedName, null)
  })
}
