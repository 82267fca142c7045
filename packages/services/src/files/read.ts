import { type FileRow, insertFileAccess, listFileRows, listUploadsOf } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { type FileSubjectRef, fileFor, subjectFor } from './access'
import type { FileContext } from './context'
import { maxBytes, readFileSettings } from './settings'
import type { FileContent, FileList, FileView } from './views'

/** The files of a subject that this person may see, the latest first. */
export async function listFiles(
  ctx: ServiceContext,
  actor: Actor | null,
  subject: FileSubjectRef,
): Promise<FileList> {
  const { db } = ctx.database
  const place = await subjectFor(db, actor, 'berkas.read', subject)
  const [rows, uploads, settings] = await Promise.all([
    listFileRows(db, subject),
    listUploadsOf(db, actor?.personId ?? ''),
    readFileSettings(db),
  ])
  const views = rows
    .filter(row => row.purgedAt === null)
    .map(
      (row): FileView => ({
        id: row.id,
        name: row.name,
        kind: row.kind,
        size: row.size,
        hasThumbnail: row.thumbnailSize > 0,
        addedAt: row.addedAt,
        addedBy: row.addedByName,
        opd: row.opdShortName,
        removed: row.removedAt === null ? null : { by: row.removedByName ?? '', at: row.removedAt },
        mayRemove: place.may('berkas.remove', row.addedBy),
      }),
    )
  return {
    files: views.filter(view => view.removed === null),
    removed: place.may('berkas.read-removed') ? views.filter(view => view.removed !== null) : [],
    unfinished: uploads
      .filter(row => row.subjectKind === subject.kind && row.subjectId === subject.id)
      .map(({ id, name, size, received }) => ({ id, name, size, received })),
    mayAdd: place.may('berkas.add'),
    maxBytes: maxBytes(settings),
  }
}

const contentOf = (ctx: FileContext, row: FileRow, which: 'whole' | 'thumbnail'): FileContent => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  path: ctx.store.relativePathOf(row.storedName, which),
  root: ctx.store.root,
  tag: `"${which === 'whole' ? '' : 'k-'}${Buffer.from(row.sha256).toString('hex').slice(0, 32)}"`,
})

/** Opens a file for reading. `isFirst`: not the rest of a download that broke off; then who and when is noted. */
export async function fetchFile(
  ctx: FileContext,
  actor: Actor | null,
  fileId: string,
  isFirst: boolean,
): Promise<FileContent> {
  const { db } = ctx.database
  const row = await fileFor(db, actor, fileId)
  if (isFirst && actor !== null) {
    const at = ctx.clock.now()
    const personId = actor.viewedBy ?? actor.personId
    await insertFileAccess(db, { id: newId(at.getTime()), at, fileId: row.id, personId })
  }
  return contentOf(ctx, row, 'whole')
}

/** The small picture of a file that is one. */
export async function fetchThumbnail(
  ctx: FileContext,
  actor: Actor | null,
  fileId: string,
): Promise<FileContent> {
  const row = await fileFor(ctx.database.db, actor, fileId)
  if (row.thumbnailSize === 0) throw new AppError('not-found', 'berkas.read')
  return contentOf(ctx, row, 'thumbnail')
}
