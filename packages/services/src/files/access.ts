import type { FileRow, Queryable, RapatRow, Tx } from '@mufakat/db'
import { findFile, lockFile } from '@mufakat/db'
import type { Action, Actor, FileRefusal, FileSubjectKind } from '@mufakat/domain'
import { may } from '@mufakat/domain'
import { AppError, type ErrorCode } from '@mufakat/kernel'
import { authorise, isRowId } from '../context'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'

export interface FileSubjectRef {
  readonly kind: FileSubjectKind
  readonly id: string
}

/** What a file belongs to, as far as this person may do the action there. Other kinds of subjects join here. */
export const subjectFor = (
  db: Queryable,
  actor: Actor | null,
  action: Action,
  subject: FileSubjectRef,
): Promise<RapatRow> => rapatFor(db, actor, action, subject.id)

/** The same, locked: what was judged still holds when the transaction commits. */
export const lockedSubjectFor = (
  tx: Tx,
  actor: Actor | null,
  action: Action,
  subject: FileSubjectRef,
): Promise<RapatRow> => lockedRapatFor(tx, actor, action, subject.id)

/** A file that this person may fetch; a removed one is there for the organisers only. */
export async function fileFor(db: Queryable, actor: Actor | null, fileId: string): Promise<FileRow> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.read')
  const row = isRowId(fileId) ? await findFile(db, fileId) : null
  if (row === null || row.purgedAt !== null) throw new AppError('not-found', 'berkas.read')
  const subject = await subjectFor(db, actor, 'berkas.read', { kind: row.subjectKind, id: row.subjectId })
  if (row.removedAt !== null && !may(actor, 'berkas.read-removed', subjectOf(subject)))
    throw new AppError('not-found', 'berkas.read')
  return row
}

/** A file that this person may take out of sight or bring back, locked with what it belongs to. */
export async function lockedFileFor(tx: Tx, actor: Actor | null, fileId: string): Promise<FileRow> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.remove')
  const found = isRowId(fileId) ? await findFile(tx, fileId) : null
  if (found === null) throw new AppError('not-found', 'berkas.remove')
  const ref = { kind: found.subjectKind, id: found.subjectId }
  const rapat = await lockedSubjectFor(tx, actor, 'berkas.read', ref)
  const row = await lockFile(tx, fileId)
  if (row === null || row.purgedAt !== null) throw new AppError('not-found', 'berkas.remove')
  authorise(actor, 'berkas.remove', { ...subjectOf(rapat), addedBy: row.addedBy })
  return row
}

const CODES: Partial<Record<FileRefusal, ErrorCode>> = {
  'too-large': 'too-large',
  'quota-full': 'too-large',
  'disk-full': 'unavailable',
  'scanner-away': 'unavailable',
  'too-many': 'rate-limited',
}

/** The error for a file that is not taken; the reason stands in the field `file`. */
export const refusedFile = (reason: FileRefusal): AppError =>
  new AppError(CODES[reason] ?? 'invalid-input', `file: ${reason}`, { fields: { file: reason } })
