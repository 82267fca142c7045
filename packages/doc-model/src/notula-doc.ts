import * as Y from 'yjs'

/**
 * The version of the model a document is written in. A build opens documents of its own version and older for
 * writing; a newer one is shown read-only, because writing could break what it does not understand. [N4]
 */
export const NOTULA_VERSION = 1

/** Names of the root types. Shared types are roots, never made lazily under a key: two people would make two. */
export const rootName = {
  meta: 'notula',
  items: 'items',
  title: (item: string) => `title:${item}`,
  text: (item: string) => `item:${item}`,
  table: (table: string) => `t:${table}`,
  cell: (table: string, row: string, column: string) => `k:${table}:${row}:${column}`,
} as const

/** Transaction origin of edits made through the functions of this package (items, tables, titles). */
export const LOCAL_EDIT: unique symbol = Symbol('mufakat.local-edit')

/**
 * Switches off the clean-up of redundant formatting that Yjs runs after a remote change. With it, a passive
 * reader emits deletions as if they were its own edits; replicas that withhold those then differ. The flag is
 * private to Yjs, so a test fails when it is renamed. [N3]
 */
export function withoutFormattingCleanup(doc: Y.Doc): Y.Doc {
  doc.on('beforeTransaction', (transaction: Y.Transaction) => {
    Object.defineProperty(transaction, '_needFormattingCleanup', { get: () => false, set: () => {} })
  })
  return doc
}

/**
 * A random clientID of 28 bits. Yjs takes 32: in memory half of those are numbers on the heap, 16 bytes for every
 * struct, and in bytes five instead of four for every id of an edit, which has up to four. Nobody relies on it being
 * unique: whoever leases it looks.
 */
export const newClientId = (): number =>
  (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 4 || newClientId()

/** A document for a notula: on the server, in a browser, in a test. Every one is made here. */
export function createNotulaDoc(options: { clientId?: number; gc?: boolean } = {}): Y.Doc {
  const doc = withoutFormattingCleanup(new Y.Doc({ gc: options.gc ?? true }))
  doc.clientID = options.clientId ?? newClientId()
  return doc
}

/** The version the document says it has; 0 for one that has not been seeded. */
export function documentVersion(doc: Y.Doc): number {
  const version = doc.getMap(rootName.meta).get('version')
  return typeof version === 'number' ? version : 0
}

export const isNewerThanThisBuild = (doc: Y.Doc): boolean => documentVersion(doc) > NOTULA_VERSION
