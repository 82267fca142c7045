import { appendFlush, chainHash, openLog } from '@mufakat/db'
import { createNotulaDoc, rootName } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import { decodeParts, encodeParts } from '@mufakat/protocol'
import * as Y from 'yjs'
import type { Sql } from '../ports'

/** Raises the version of a document in its log, as a newer server would. Nobody may write in it meanwhile. */
export async function appendVersion(sql: Sql, documentId: string, version: number): Promise<void> {
  const opened = defined(await openLog(sql, documentId, null), 'the document')
  const doc = createNotulaDoc()
  if (opened.snapshot !== null) Y.applyUpdateV2(doc, opened.snapshot.state)
  for (const row of opened.rows) for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
  const before = Y.encodeStateVector(doc)
  doc.getMap(rootName.meta).set('version', version)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const parts = encodeParts([{ lease: doc.clientID, frame: 1, base: opened.head.seq, bytes }])
  const hash = chainHash(opened.head.hash, parts)
  const outcomes = await appendFlush(sql, newId(), [{ documentId, judged: opened.head, parts, hash }])
  if (outcomes.get(documentId) !== 'written') throw new Error('somebody writes in it')
}
