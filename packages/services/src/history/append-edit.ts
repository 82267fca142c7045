import {
  appendRow,
  chainHash,
  type DocumentHead,
  insertServerLease,
  listLogRows,
  lockHead,
  ringDocument,
  type Tx,
} from '@mufakat/db'
import { admissible, NOTULA_VERSION, type NotulaContent, readNotula, refusalCode } from '@mufakat/doc-model'
import type { Action, Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { encodeParts, MAX_PART_BYTES } from '@mufakat/protocol'
import * as Y from 'yjs'
import { inTransaction, type ServiceContext } from '../context'
import { projectNotula } from '../project-notula'
import { lockedRapatFor, rapatFor } from '../rapat-access'
import { documentAt, headOf, takeRows } from './document-at'

interface ServerEdit {
  readonly rapatId: string
  readonly action: Action
  /**
   * Of the history that was read for it. When that was replaced meanwhile nothing is written: it could hold what a
   * redaction has taken out.
   */
  readonly lineage: string
  /** The sequence the person saw; what was written after it is kept as what others write at the same time is. */
  readonly seen?: number | null
  readonly edit: (doc: Y.Doc) => void
  /** Asked under the lock: whether the same was done since. Done twice, what comes back would stand there twice. */
  readonly isDone: (tx: Tx) => Promise<boolean>
  /** Done in the transaction that writes the row. */
  readonly also: (tx: Tx, row: { readonly documentId: string; readonly seq: number }) => Promise<void>
}

/**
 * An edit that the server makes for a person, like any other: made once on the document as they saw it, under a lease
 * of theirs, judged by the gate against the head it goes behind, one row of the log. The facts are projected with it.
 *
 * Others write at the same time. The long part, building the document, is done before the head is locked; under the
 * lock only what came meanwhile is taken in, so that it gets its turn however fast they write.
 * @returns the sequence of the row; null when there was nothing to do (any more), and then `also` is not done
 */
export async function appendEdit(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ServerEdit,
): Promise<number | null> {
  const { db, sql } = ctx.database
  const { documentId } = await rapatFor(db, actor, input.action, input.rapatId)
  const head = await headOf(db, documentId)
  requireLineage(head, input.lineage)
  const base = Math.min(input.seen ?? head.seq, head.seq)
  const made = makeEdit(await documentAt(db, head, base), input.edit)
  if (made.updates.length === 0) return null
  const doc = await documentAt(db, head, head.seq)
  const parts = encodeParts(
    made.updates.map((bytes, i) => ({ lease: made.clientId, frame: i + 1, base, bytes })),
  )
  const seq = await inTransaction(ctx, tx => writeRow(tx, ctx, actor, input, { head, doc, made, parts }))
  doc.destroy()
  if (seq !== null) await ringDocument(sql, documentId)
  return seq
}

function requireLineage(head: DocumentHead, lineage: string): void {
  if (head.lineage !== lineage) throw new AppError('conflict', 'the history was replaced')
}

interface MadeEdit {
  readonly clientId: number
  readonly updates: readonly Uint8Array[]
}

function makeEdit(doc: Y.Doc, edit: (doc: Y.Doc) => void): MadeEdit {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  edit(doc)
  doc.destroy()
  if (updates.some(update => update.length > MAX_PART_BYTES)) throw new AppError('too-large', 'server edit')
  return { clientId: doc.clientID, updates }
}

/** Lets the edit into the document, one part after the other; what it is then. */
function judged(doc: Y.Doc, { clientId, updates }: MadeEdit): NotulaContent {
  for (const update of updates) {
    const verdict = admissible(doc, update, { clientId, version: NOTULA_VERSION })
    if (!verdict.ok)
      throw new AppError(refusalCode(verdict.error.reason), `${verdict.error.reason} ${verdict.error.detail}`)
    Y.applyUpdate(doc, update)
  }
  return readNotula(doc)
}

/**
 * @param row `doc` is the document as it was at `head`
 * @returns null when it was done already
 */
async function writeRow(
  tx: Tx,
  ctx: ServiceContext,
  actor: Actor | null,
  input: ServerEdit,
  row: { head: DocumentHead; doc: Y.Doc; made: MadeEdit; parts: Uint8Array },
): Promise<number | null> {
  const { doc, made, parts } = row
  const { documentId } = row.head
  await lockedRapatFor(tx, actor, input.action, input.rapatId)
  const head = defined(await lockHead(tx, documentId), 'document of a rapat')
  requireLineage(head, input.lineage)
  if (await input.isDone(tx)) return null
  takeRows(doc, await listLogRows(tx, { documentId, after: row.head.seq, upTo: head.seq }))
  const content = judged(doc, made)
  const now = ctx.clock.now()
  const hash = chainHash(head.hash, parts)
  const append = { documentId, judged: head, parts, hash, flushId: newId(now.getTime()), at: now }
  const outcome = await appendRow(tx, append)
  if (outcome !== 'written') throw new AppError('document-closed', outcome)
  await insertServerLease(tx, {
    documentId,
    clientId: made.clientId,
    personId: actor?.personId ?? '',
    at: now,
  })
  const seq = head.seq + 1
  await projectNotula(tx, { rapatId: input.rapatId, seq, content, now })
  await input.also(tx, { documentId, seq })
  return seq
}
