import {
  deleteUpload,
  type FileUploadRow,
  findFile,
  findUpload,
  insertFile,
  lockFileUse,
  lockUpload,
} from '@mufakat/db'
import type { Actor, FileRefusal } from '@mufakat/domain'
import { type Inspected, inspectFile } from '@mufakat/files'
import { AppError, defined, err, type Result } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, isRowId } from '../context'
import { handInFile } from '../kartu/evidence-file'
import { handInReportFile } from '../sasaran/report-file'
import { lockedSubjectFor, refusedFile } from './access'
import type { FileContext } from './context'
import { quotaBytes, readFileSettings } from './settings'
import { ownUpload, subjectOfUpload } from './upload'

/** Uploads that are being looked at by this process: asked again meanwhile, they are not looked at twice. */
const looking = new Set<string>()

/**
 * Looks at a file that has come whole, and keeps it or says why not; its upload is over either way, but for what
 * passes (no room, no scanner): then it may be asked again. Once kept, asking again says so. Answers the file's id.
 */
export async function finishUpload(ctx: FileContext, actor: Actor | null, uploadId: string): Promise<string> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.add')
  if (!isRowId(uploadId)) throw new AppError('not-found', 'upload')
  const { db } = ctx.database
  const found = await findUpload(db, uploadId)
  if (found === null && (await findFile(db, uploadId))?.addedBy === actor.personId) return uploadId
  const row = ownUpload(found, actor)
  if (row.received !== row.size) throw new AppError('conflict', 'not whole')
  if (looking.has(row.id)) throw new AppError('conflict', 'looked at')
  looking.add(row.id)
  try {
    const judged = await judge(ctx, row)
    const reason = judged.ok ? await keep(ctx, actor, row, judged.value) : judged.error
    if (reason !== null) await refuse(ctx, actor, row, reason)
    return row.id
  } finally {
    looking.delete(row.id)
  }
}

async function judge(ctx: FileContext, row: FileUploadRow): Promise<Result<Inspected, FileRefusal>> {
  const path = ctx.store.partPathOf(row.storedName)
  if (ctx.scan !== null) {
    const verdict = await ctx.scan(path)
    const { scannerAway } = await readFileSettings(ctx.database.db)
    if (verdict === 'infected') return err('infected')
    if (verdict === 'away' && scannerAway === 'refuse') return err('scanner-away')
  }
  return inspectFile(path, row.name)
}

/** Moves the bytes to their place and writes the row, or says why not. */
async function keep(
  ctx: FileContext,
  actor: Actor,
  row: FileUploadRow,
  { kind, thumbnail }: Inspected,
): Promise<FileRefusal | null> {
  const now = ctx.clock.now()
  const { size, sha256 } = await ctx.store.seal(row.storedName)
  const thumbnailSize = thumbnail?.length ?? 0
  return inTransaction(ctx, async tx => {
    const { subjectKind, subjectId, storedName, opdId } = row
    const place = await lockedSubjectFor(tx, actor, 'berkas.add', subjectOfUpload(row))
    const used = await lockFileUse(tx, opdId)
    if ((await lockUpload(tx, row.id)) === null) throw new AppError('conflict', 'given up')
    // A picture that was drawn anew may be larger than it came.
    const grown = size + thumbnailSize - row.size
    if (grown > 0 && used + grown > quotaBytes(await readFileSettings(tx))) return 'quota-full'
    await deleteUpload(tx, row.id)
    await insertFile(tx, {
      ...{ id: row.id, subjectKind, subjectId, kind, name: row.name, storedName, size, sha256 },
      ...{ thumbnailSize, opdId, addedBy: actor.personId, addedAt: now },
    })
    const title = row.about || row.name
    if (subjectKind === 'kartu')
      await handInFile(tx, actor, { id: row.id, cardId: subjectId, title, kind, size }, now)
    else if (subjectKind === 'laporan') {
      const indicatorId = defined(row.indicatorId, 'a report’s file proves an indicator')
      await handInReportFile(
        tx,
        actor,
        { id: row.id, reportId: subjectId, indicatorId, title, kind, size },
        now,
      )
    } else
      await recordAudit(tx, {
        at: now,
        actorId: actor.personId,
        action: 'berkas.add',
        ...(place.rapatId !== null && { rapatId: place.rapatId }),
        subjectId: row.id,
        details: { kind, size },
      })
    // Last: bytes whose row is not committed after all are swept.
    await ctx.store.keep(storedName, thumbnail)
    return null
  })
}

/** Reasons that lie with us, and pass. */
const PASSING: readonly FileRefusal[] = ['scanner-away', 'disk-full']

/** Throws the bytes away and notes that something was not taken, and why. */
async function refuse(
  ctx: FileContext,
  actor: Actor,
  row: FileUploadRow,
  reason: FileRefusal,
): Promise<never> {
  if (!PASSING.includes(reason)) {
    const now = ctx.clock.now()
    await ctx.store.removePart(row.storedName)
    await inTransaction(ctx, async tx => {
      await deleteUpload(tx, row.id)
      await recordAudit(tx, {
        at: now,
        actorId: actor.personId,
        action: 'berkas.refuse',
        ...(row.subjectKind === 'rapat' && { rapatId: row.subjectId }),
        ...(row.subjectKind !== 'rapat' && { subjectId: row.subjectId }),
        details: { reason },
      })
    })
  }
  throw refusedFile(reason)
}
