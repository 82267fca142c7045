import { type DocumentHead, findHead, findStateAt, listLogRows, type Queryable } from '@mufakat/db'
import { createNotulaDoc, type NotulaContent, readNotula } from '@mufakat/doc-model'
import { AppError, defined } from '@mufakat/kernel'
import { decodeParts } from '@mufakat/protocol'
import * as Y from 'yjs'

/** Where a document's log stands; every rapat has one. */
export const headOf = async (db: Queryable, documentId: string): Promise<DocumentHead> =>
  defined(await findHead(db, documentId), `document ${documentId} of a rapat`)

/**
 * The document as it was after a sequence, rebuilt from the log. 0 is before anything was written.
 * @throws AppError `not-found` when the history no longer reaches there (it was thinned out)
 */
export async function documentAt(db: Queryable, head: DocumentHead, seq: number): Promise<Y.Doc> {
  const { documentId, lineage } = head
  if (!Number.isSafeInteger(seq) || seq < 0 || seq > head.seq) throw new AppError('not-found', `seq ${seq}`)
  const base = await findStateAt(db, { documentId, lineage, seq })
  const rows = await listLogRows(db, { documentId, after: base?.seq ?? 0, upTo: seq })
  if (rows.length !== seq - (base?.seq ?? 0)) throw new AppError('not-found', `no history at ${seq}`)
  const doc = createNotulaDoc()
  if (base !== null) Y.applyUpdateV2(doc, base.state)
  takeRows(doc, rows)
  return doc
}

/** Takes the rows that follow into a document. */
export function takeRows(doc: Y.Doc, rows: readonly { readonly parts: Uint8Array }[]): void {
  doc.transact(() => {
    for (const row of rows) for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
  })
}

export async function readingAt(db: Queryable, head: DocumentHead, seq: number): Promise<NotulaContent> {
  const doc = await documentAt(db, head, seq)
  const content = readNotula(doc)
  doc.destroy()
  return content
}
