import { chainHash, insertDocument, insertServerLease, type Tx } from '@mufakat/db'
import {
  createNotulaDoc,
  type NotulaContent,
  readNotula,
  type SeedItem,
  seedNotula,
} from '@mufakat/doc-model'
import { newId } from '@mufakat/kernel'
import { encodeParts, GENESIS_HASH } from '@mufakat/protocol'
import * as Y from 'yjs'

/**
 * Makes the live document of a new rapat: the seed is row 1 of its log, written like any edit, under a lease of
 * the person who creates the rapat and in the same transaction.
 * @returns the document, its sequence and its content as the projector would read it
 */
export async function seedNotulaDocument(
  tx: Tx,
  input: { items: readonly SeedItem[]; personId: string; at?: Date },
): Promise<{ documentId: string; seq: number; content: NotulaContent }> {
  const at = input.at ?? new Date()
  const documentId = newId(at.getTime())
  const doc = createNotulaDoc()
  seedNotula(doc, [...input.items])
  const parts = encodeParts([{ lease: doc.clientID, frame: 1, base: 0, bytes: Y.encodeStateAsUpdate(doc) }])
  const content = readNotula(doc)
  const clientId = doc.clientID
  doc.destroy()
  await insertDocument(tx, {
    id: documentId,
    kind: 'notula',
    lineage: newId(at.getTime()),
    flushId: newId(at.getTime()),
    first: { seq: 1, hash: chainHash(GENESIS_HASH, parts), parts },
  })
  await insertServerLease(tx, { documentId, clientId, personId: input.personId, at })
  return { documentId, seq: 1, content }
}
