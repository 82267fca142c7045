import {
  appendRow,
  chainHash,
  type DocumentHead,
  insertServerLease,
  ringDocument,
  type Tx,
} from '@mufakat/db'
import { admissible, NOTULA_VERSION, type NotulaContent, readNotula, refusalCode } from '@mufakat/doc-model'
import type { Action, Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { encodeParts, MAX_PART_BYTES } from '@mufakat/protocol'
import * as Y from 'yjs'
import { inTransaction, type ServiceContext } from '../context'
import { projectNotula } from '../project-notula'
import { lockedRapatFor, rapatFor } from '../rapat-access'
import { documentAt, headOf } from './document-at'

/** Others write at the same time; an edit that loses the race is judged again on what they wrote. */
const ATTEMPTS = 20

interface ServerEdit {
  readonly rapatId: string
  readonly action: Action
  /** The sequence the person saw; what was written after it is kept as what others write at the same time is. */
  readonly seen?: number | null
  readonly edit: (doc: Y.Doc) => void
  /** Done in the transaction that writes the row. */
  readonly also: (tx: Tx, row: { readonly documentId: string; readonly seq: number }) => Promise<void>
}

/**
 * An edit that the server makes for a person, like any other: made once on the document as they saw it, under a lease
 * of theirs, judged by the gate against the head it goes behind, one row of the log. The facts are projected with it.
 * @returns the sequence of the row; null when nothing had to change, and then `also` is not done
 */
export async function appendEdit(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ServerEdit,
): Promise<number | null> {
  const { db, sql } = ctx.database
  const { documentId } = await rapatFor(db, actor, input.action, input.rapatId)
  const first = await headOf(db, documentId)
  const base = Math.min(input.seen ?? first.seq, first.seq)
  const made = makeEdit(await documentAt(db, first, base), input.edit)
  if (made.updates.length === 0) return null
  const parts = encodeParts(
    made.updates.map((bytes, i) => ({ lease: made.clientId, frame: i + 1, base, bytes })),
  )
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const head = await headOf(db, documentId)
    if (head.lineage !== first.lineage) break
    const content = judged(await documentAt(db, head, head.seq), made)
    const seq = await writeRow(ctx, actor, input, { head, parts, content, clientId: made.clientId })
    if (seq === null) continue
    await ringDocument(sql, documentId)
    return seq
  }
  throw new AppError('unavailable', 'the document does not stand still')
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
  const content = readNotula(doc)
  doc.destroy()
  return content
}

/** @returns null when the head has moved on */
function writeRow(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ServerEdit,
  row: { head: DocumentHead; parts: Uint8Array; content: NotulaContent; clientId: number },
): Promise<number | null> {
  const { head, parts, content, clientId } = row
  const { documentId } = head
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    await lockedRapatFor(tx, actor, input.action, input.rapatId)
    const hash = chainHash(head.hash, parts)
    const append = { documentId, judged: head, parts, hash, flushId: newId(now.getTime()), at: now }
    const outcome = await appendRow(tx, append)
    if (outcome === 'moved') return null
    if (outcome !== 'written') throw new AppError('document-closed', outcome)
    await insertServerLease(tx, { documentId, clientId, personId: actor?.personId ?? '', at: now })
    const seq = head.seq + 1
    await projectNotula(tx, { rapatId: input.rapatId, seq, content, now })
    await input.also(tx, { documentId, seq })
    return seq
  })
}
