// A file on its way. Invariants:
// 1. Only its person goes on with it, and only while they may add files there; each piece is judged anew.
// 2. Pieces come in order: one is written at the offset the row tells, with the row locked, and the row follows.
//    What a broken write left behind it is written over.
// 3. Its size is taken from the share of the OPD when it begins, so that many at once cannot pass the quota together.
import {
  deleteUpload,
  type FileUploadRow,
  findSameUpload,
  findUpload,
  insertUpload,
  listUploadsOf,
  lockFileUse,
  lockUpload,
  setUploadReceived,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { cleanFileName, FILE_SUBJECTS, kindOfName, maskNikLike } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { z } from 'zod'
import { inTransaction, isRowId } from '../context'
import { type LimitedKey, limitedKey, reserveAttempt } from '../rate-limit'
import { type FileSubjectRef, refusedFile, subjectFor } from './access'
import type { FileContext } from './context'
import { maxBytes, quotaBytes, readFileSettings } from './settings'
import type { UploadView } from './views'

/** Files a person may have on their way at once: a form sends one after the other, a page up to three. */
const MAX_OPEN = 20
/** Beginnings per person: a burst of a whole folder, then ten a minute. */
const BEGIN_LIMIT = { capacity: 100, drainPerMinute: 10 }

export const beginUploadInput = z.object({
  subject: z.object({
    kind: z.enum(FILE_SUBJECTS),
    id: z.uuid('field.invalid'),
    /** Within it: of a report, the indicator that it proves. */
    part: z.uuid('field.invalid').nullable().default(null),
  }),
  name: z.string().min(1, 'field.required').max(1_000, 'field.too-long'),
  size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  mark: z.string().max(100),
  /** What it shows; of evidence. */
  about: z.string().trim().max(300, 'field.too-long').default(''),
  /** A number in its name, or in what it shows, that looks like a NIK may stay: its person was asked. */
  keepName: z.boolean().default(false),
})
export type BeginUploadInput = z.input<typeof beginUploadInput>

const viewOf = (row: Pick<FileUploadRow, 'id' | 'size' | 'received'>): UploadView => ({
  id: row.id,
  size: row.size,
  received: row.received,
})

const beginKey = (personId: string): LimitedKey => limitedKey(BEGIN_LIMIT, 'upload', personId)

/** Begins to take a file, or goes on with the same one that broke off. */
export async function beginUpload(
  ctx: FileContext,
  actor: Actor | null,
  input: BeginUploadInput,
): Promise<UploadView> {
  const { db } = ctx.database
  const { kind, id: subjectId, part: indicatorId = null } = input.subject
  await subjectFor(db, actor, 'berkas.add', { kind, id: subjectId, part: indicatorId })
  if (actor === null) throw new AppError('not-signed-in', 'berkas.add')
  const cleaned = cleanFileName(input.name)
  const told = input.keepName ? (text: string) => text : maskNikLike
  const [name, about] = [told(cleaned), told(input.about ?? '')]
  if (input.size === 0) throw refusedFile('empty')
  if (kindOfName(name) === null) throw refusedFile('unknown-kind')
  const settings = await readFileSettings(db)
  if (input.size > maxBytes(settings)) throw refusedFile('too-large')
  if (!(await ctx.store.hasRoomFor(input.size))) throw refusedFile('disk-full')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const { personId, opdId } = actor
    const subject = { subjectKind: kind, subjectId, indicatorId }
    const used = await lockFileUse(tx, opdId)
    const same = await findSameUpload(tx, { ...subject, personId, name, size: input.size, mark: input.mark })
    if (same !== null) return viewOf(same)
    if (!(await reserveAttempt(tx, [beginKey(personId)], now))) throw new AppError('rate-limited', 'upload')
    if ((await listUploadsOf(tx, personId)).length >= MAX_OPEN) throw refusedFile('too-many')
    if (used + input.size > quotaBytes(settings)) throw refusedFile('quota-full')
    const row = {
      ...{ id: newId(now.getTime()), ...subject, personId, opdId, name, about, mark: input.mark },
      ...{ storedName: ctx.store.newName(), size: input.size, received: 0, createdAt: now, touchedAt: now },
    }
    await insertUpload(tx, row)
    return viewOf(row)
  })
}

/** What an upload is to belong to. */
export const subjectOfUpload = (row: FileUploadRow): FileSubjectRef => ({
  ...{ kind: row.subjectKind, id: row.subjectId, part: row.indicatorId },
})

/** Somebody else's upload is not there. */
export function ownUpload(row: FileUploadRow | null, actor: Actor | null): FileUploadRow {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.add')
  if (row === null || row.personId !== actor.personId) throw new AppError('not-found', 'upload')
  return row
}

const known = (actor: Actor | null, uploadId: string): boolean => actor !== null && isRowId(uploadId)

export async function uploadState(
  ctx: FileContext,
  actor: Actor | null,
  uploadId: string,
): Promise<UploadView> {
  const { db } = ctx.database
  return viewOf(ownUpload(known(actor, uploadId) ? await findUpload(db, uploadId) : null, actor))
}

/** Takes the piece at `offset`; `conflict` when the next one wanted begins elsewhere. */
export async function receivePiece(
  ctx: FileContext,
  actor: Actor | null,
  piece: { uploadId: string; offset: number; bytes: Uint8Array },
): Promise<UploadView> {
  const { uploadId, offset, bytes } = piece
  return inTransaction(ctx, async tx => {
    const row = ownUpload(known(actor, uploadId) ? await lockUpload(tx, uploadId) : null, actor)
    await subjectFor(tx, actor, 'berkas.add', subjectOfUpload(row))
    if (row.received !== offset) throw new AppError('conflict', 'offset')
    const received = offset + bytes.length
    if (received > row.size) throw refusedFile('too-large')
    if (!(await ctx.store.hasRoomFor(bytes.length))) throw refusedFile('disk-full')
    await ctx.store.write(row.storedName, offset, bytes)
    await setUploadReceived(tx, row.id, { received, now: ctx.clock.now() })
    return viewOf({ ...row, received })
  })
}

/** Says that there is no more: of a form nobody knew before how much there would be. */
export async function endUploadAt(ctx: FileContext, actor: Actor | null, uploadId: string): Promise<void> {
  await inTransaction(ctx, async tx => {
    const row = ownUpload(known(actor, uploadId) ? await lockUpload(tx, uploadId) : null, actor)
    if (row.received === 0) throw refusedFile('empty')
    const { received } = row
    await setUploadReceived(tx, row.id, { received, size: received, now: ctx.clock.now() })
  })
}

/** Gives a file on its way up; quietly nothing when there is none. */
export async function cancelUpload(ctx: FileContext, actor: Actor | null, uploadId: string): Promise<void> {
  if (actor === null) throw new AppError('not-signed-in', 'berkas.add')
  await inTransaction(ctx, async tx => {
    const row = isRowId(uploadId) ? await lockUpload(tx, uploadId) : null
    if (row === null || row.personId !== actor.personId) return
    await deleteUpload(tx, row.id)
    await ctx.store.removePart(row.storedName)
  })
}
