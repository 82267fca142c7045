import type { FileRow, Queryable, RapatRow, Tx } from '@mufakat/db'
import { findFile, holdBoard, lockFile, lockReportById } from '@mufakat/db'
import { type Actor, type FileRefusal, type FileSubjectKind, isFillable, may } from '@mufakat/domain'
import { AppError, type ErrorCode } from '@mufakat/kernel'
import { authorise, isRowId } from '../context'
import { cardFor } from '../kartu/card-for'
import { isGone } from '../kartu/scope'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { reportById, reported } from '../sasaran/report-place'

export interface FileSubjectRef {
  readonly kind: FileSubjectKind
  readonly id: string
  /** Within it: of a report, the indicator that is proved; where a file is added, it must be there. */
  readonly part?: string | null
}

/** What a file belongs to, as far as this person may see it. */
interface FilePlace {
  /** Null: it belongs to no rapat. */
  readonly rapatId: string | null
  /** What else this person may do there; of a file: whose it is. */
  readonly may: (action: FileAction, addedBy?: string) => boolean
  /** Goes on only for who may. */
  readonly authorise: (action: FileAction, addedBy?: string) => void
}

type FileAction = 'berkas.read' | 'berkas.add' | 'berkas.remove' | 'berkas.read-removed'

/** What it is at a card; evidence is taken back as evidence alone (domain, BD3). */
const OF_CARD = {
  'berkas.read': 'kartu.read',
  'berkas.add': 'kartu.prove',
  'berkas.read-removed': 'kartu.verify',
} as const

function ofRapat(actor: Actor | null, row: RapatRow): FilePlace {
  const about = (addedBy?: string) => ({ ...subjectOf(row), ...(addedBy !== undefined && { addedBy }) })
  return {
    rapatId: row.id,
    may: (action, addedBy) => may(actor, action, about(addedBy)),
    authorise: (action, addedBy) => authorise(actor, action, about(addedBy)),
  }
}

function ofCard(actor: Actor | null, { card, subject }: Awaited<ReturnType<typeof cardFor>>): FilePlace {
  const mayHere = (action: FileAction) =>
    action !== 'berkas.remove' &&
    (action !== 'berkas.add' || !isGone(card)) &&
    may(actor, OF_CARD[action], subject)
  return {
    rapatId: card.rapatId,
    may: mayHere,
    authorise: action => {
      if (!mayHere(action)) throw new AppError('forbidden', action)
    },
  }
}

/** What it is at a report; its bukti dukung is taken away as that alone. */
const OF_REPORT = {
  'berkas.read': 'laporan-opd.read',
  'berkas.add': 'laporan-opd.fill',
  'berkas.read-removed': 'laporan-opd.review',
} as const

/** A report, for who may read it or, where a file is added, fill it in: then it stays fillable in this transaction. */
async function ofReport(
  db: Queryable,
  actor: Actor | null,
  action: 'berkas.read' | 'berkas.add',
  { id, part = null }: FileSubjectRef,
): Promise<FilePlace> {
  const isAdding = action === 'berkas.add'
  const { report, place } = await reportById(db, actor, OF_REPORT[action], id)
  if (isAdding && !isFillable(report.state)) throw new AppError('conflict', report.state)
  if (isAdding) reported(place, part ?? '')
  const mayHere = (asked: FileAction): boolean =>
    asked !== 'berkas.remove' &&
    (asked !== 'berkas.add' || isFillable(report.state)) &&
    may(actor, OF_REPORT[asked], place.subject)
  return {
    rapatId: null,
    may: mayHere,
    authorise: asked => {
      if (!mayHere(asked)) throw new AppError('forbidden', asked)
    },
  }
}

/** What a file belongs to, as far as this person may do the action there. */
export async function subjectFor(
  db: Queryable,
  actor: Actor | null,
  action: 'berkas.read' | 'berkas.add',
  ref: FileSubjectRef,
): Promise<FilePlace> {
  const { kind, id } = ref
  if (kind === 'rapat') return ofRapat(actor, await rapatFor(db, actor, action, id))
  if (kind === 'laporan') return ofReport(db, actor, action, ref)
  const place = ofCard(actor, await cardFor(db, actor, OF_CARD[action], id))
  place.authorise(action)
  return place
}

/** The same, locked: what was judged still holds when the transaction commits. */
export async function lockedSubjectFor(
  tx: Tx,
  actor: Actor | null,
  action: 'berkas.read' | 'berkas.add',
  ref: FileSubjectRef,
): Promise<FilePlace> {
  if (ref.kind === 'rapat') return ofRapat(actor, await lockedRapatFor(tx, actor, action, ref.id))
  if (ref.kind === 'laporan') await lockReportById(tx, ref.id)
  else await holdBoard(tx)
  return subjectFor(tx, actor, action, ref)
}

/** A file that this person may fetch; a removed one is there for the organisers, or who verifies, only. */
export async function fileFor(db: Queryable, actor: Actor | null, fileId: string): Promise<FileRow> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.read')
  const row = isRowId(fileId) ? await findFile(db, fileId) : null
  if (row === null || row.purgedAt !== null) throw new AppError('not-found', 'berkas.read')
  const place = await subjectFor(db, actor, 'berkas.read', { kind: row.subjectKind, id: row.subjectId })
  if (row.removedAt !== null && !place.may('berkas.read-removed'))
    throw new AppError('not-found', 'berkas.read')
  return row
}

/** A file that this person may take out of sight or bring back, locked with what it belongs to. */
export async function lockedFileFor(tx: Tx, actor: Actor | null, fileId: string): Promise<FileRow> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.remove')
  const found = isRowId(fileId) ? await findFile(tx, fileId) : null
  if (found === null) throw new AppError('not-found', 'berkas.remove')
  const ref = { kind: found.subjectKind, id: found.subjectId }
  const place = await lockedSubjectFor(tx, actor, 'berkas.read', ref)
  const row = await lockFile(tx, fileId)
  if (row === null || row.purgedAt !== null) throw new AppError('not-found', 'berkas.remove')
  place.authorise('berkas.remove', row.addedBy)
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
