// The PDF of what is sealed, as it comes back signed electronically from SRIKANDI. Invariants:
// 1. What is kept is a PDF like any file, and holds a signature of itself; whose, and whether valid, is for BSrE.
// 2. A copy is only added, to a record that is there, with one entry that holds the digest of its whole row; so the
//    chain of the audit tells of a row that is changed, added or gone.
// 3. It takes from nobody's share: the record belongs to the regency.
import {
  insertSignedCopy,
  listSealedRecords,
  listSignedCopies,
  recordsOfTransaction,
  type Tx,
} from '@mufakat/db'
import { type Actor, type FileRefusal, srikandiNumber } from '@mufakat/domain'
import { inspectFile, inspectSignature } from '@mufakat/files'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { refusedFile } from '../files/access'
import type { FileContext } from '../files/context'
import { maxBytes, readFileSettings } from '../files/settings'
import { lockedRapatFor, rapatFor } from '../rapat-access'
import { limitedKey, reserveAttempt } from '../rate-limit'
import { hex } from '../ratification/state'
import { signedRows } from '../sealing/signed-row'

/** Uploads of one person: a year's papers in a row, then one in two minutes. */
const LIMIT = { capacity: 40, drainPerMinute: 0.5 }

export interface SignedCopyUpload {
  readonly rapatId: string
  /** 0: of the notula; from 1: of the Koreksi of that number. */
  readonly number: number
  readonly srikandiNumber: string
  readonly bytes: AsyncIterable<Uint8Array>
}

interface Stored {
  readonly storedName: string
  readonly size: number
  readonly sha256: Uint8Array
}

/** Keeps a signed copy; the same one with the same number again is nothing. */
export async function addSignedCopy(
  ctx: FileContext,
  actor: Actor | null,
  upload: SignedCopyUpload,
): Promise<void> {
  const { rapatId } = upload
  const { db } = ctx.database
  await rapatFor(db, actor, 'tte.add', rapatId)
  if (actor === null) throw new AppError('not-signed-in', 'tte.add')
  const number = srikandiNumber(upload.srikandiNumber)
  if (number === null)
    throw new AppError('invalid-input', 'srikandi', { fields: { srikandi: 'field.srikandi' } })
  const isTaken = await inTransaction(ctx, tx =>
    reserveAttempt(tx, [limitedKey(LIMIT, 'signed copy', actor.personId)], ctx.clock.now()),
  )
  if (!isTaken) throw new AppError('rate-limited', 'signed copy')
  const storedName = ctx.store.newName()
  try {
    await receive(ctx, storedName, upload.bytes)
    const reason = await judge(ctx, storedName)
    if (reason !== null) await refuse(ctx, actor, rapatId, reason)
    const stored = { storedName, ...(await ctx.store.seal(storedName)) }
    await inTransaction(ctx, async tx => {
      await lockedRapatFor(tx, actor, 'tte.add', rapatId)
      const copy = { rapatId, number: upload.number, srikandiNumber: number, actor, now: ctx.clock.now() }
      if (await insertWithin(tx, copy, stored)) await ctx.store.keep(storedName, null)
    })
  } finally {
    // Nothing is left of what was not kept.
    await ctx.store.removePart(storedName)
  }
}

async function receive(ctx: FileContext, name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const most = maxBytes(await readFileSettings(ctx.database.db))
  let size = 0
  for await (const piece of bytes) {
    if (size + piece.length > most) throw refusedFile('too-large')
    if (!(await ctx.store.hasRoomFor(piece.length))) throw refusedFile('disk-full')
    await ctx.store.write(name, size, piece)
    size += piece.length
  }
  if (size === 0) throw refusedFile('empty')
}

async function judge(ctx: FileContext, name: string): Promise<FileRefusal | null> {
  const path = ctx.store.partPathOf(name)
  if (ctx.scan !== null) {
    const verdict = await ctx.scan(path)
    const { scannerAway } = await readFileSettings(ctx.database.db)
    if (verdict === 'infected') return 'infected'
    if (verdict === 'away' && scannerAway === 'refuse') throw refusedFile('scanner-away')
  }
  const inspected = await inspectFile(path, 'salinan.pdf')
  // Another kind of file does not fit the ending.
  if (!inspected.ok) return inspected.error === 'wrong-ending' ? 'unknown-kind' : inspected.error
  return inspectSignature(path)
}

async function refuse(ctx: FileContext, actor: Actor, rapatId: string, reason: FileRefusal): Promise<never> {
  const entry = { at: ctx.clock.now(), actorId: actor.personId, rapatId, details: { reason } }
  await inTransaction(ctx, tx => recordAudit(tx, { ...entry, action: 'tte.refuse' }))
  throw refusedFile(reason)
}

/** @returns false when just that is there already */
export async function insertWithin(
  tx: Tx,
  copy: { rapatId: string; number: number; srikandiNumber: string; actor: Actor; now: Date },
  stored: Stored,
): Promise<boolean> {
  const { rapatId, number, srikandiNumber, actor, now } = copy
  if (!(await listSealedRecords(tx, rapatId)).some(record => record.number === number))
    throw new AppError('not-found', 'no such record')
  const newest = (await listSignedCopies(tx, rapatId)).find(one => one.number === number)
  if (newest?.srikandiNumber === srikandiNumber && hex(newest.sha256) === hex(stored.sha256)) return false
  const id = newId(now.getTime())
  const uploadedBy = actor.personId
  await insertSignedCopy(tx, { ...stored, id, rapatId, number, srikandiNumber, uploadedBy, at: now })
  for await (const { digest } of signedRows(await recordsOfTransaction(tx), [id]))
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'tte.add',
      rapatId,
      subjectId: id,
      details: { number, size: stored.size, sha256: hex(stored.sha256), digest },
    })
  return true
}
