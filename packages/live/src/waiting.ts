/** What of somebody's text is only on this device. */
export interface Waiting {
  /** Edits that will go out by themselves. */
  readonly unsent: number
  /** Edits that were set aside and wait for their author. */
  readonly aside: number
}

export const JOURNAL = 'mufakat-journal'
export const JOURNAL_VERSION = 1
export const ENTRIES = 'entries'
/** In the tab's own storage, where there are no ciphers. */
export const TAB_JOURNAL = 'mufakat-journal'

interface Counted {
  readonly personId: string
  readonly documentId: string
  readonly aside: unknown
}

/**
 * Counts what waits in this browser, of one person or (null) of everybody, without a key and without reading what
 * it says. Small on purpose, with an entry of its own: pages without an editor ask it.
 */
export async function countWaiting(personId: string | null): Promise<Waiting> {
  const entries = (await allEntries()).filter(entry => personId === null || entry.personId === personId)
  const aside = entries.filter(entry => entry.aside !== null).length
  return { unsent: entries.length - aside, aside }
}

/** Documents in which something of this person waits to be sent. */
export async function waitingDocuments(personId: string): Promise<string[]> {
  const entries = await allEntries()
  const waiting = entries.filter(entry => entry.personId === personId && entry.aside === null)
  return [...new Set(waiting.map(entry => entry.documentId))]
}

async function allEntries(): Promise<Counted[]> {
  const stored = await storedEntries().catch((): Counted[] => [])
  return [...stored, ...tabEntries()]
}

function tabEntries(): Counted[] {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(TAB_JOURNAL) ?? '[]')
  } catch {
    return []
  }
}

/** Throws away what waits to be sent, because its author says so; what was set aside stays. */
export async function discardWaiting(personId: string): Promise<void> {
  const isGone = (entry: Counted) => entry.personId === personId && entry.aside === null
  const left = tabEntries().filter(entry => !isGone(entry))
  globalThis.sessionStorage?.setItem(TAB_JOURNAL, JSON.stringify(left))
  await inStore('readwrite', store => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
      if (isGone(cursor?.value ?? NOBODY)) cursor?.delete()
      cursor?.continue()
    }
  }).catch(() => undefined)
}

const NOBODY: Counted = { personId: '', documentId: '', aside: null }

async function storedEntries(): Promise<Counted[]> {
  let entries: Counted[] = []
  await inStore('readonly', store => {
    const reading: IDBRequest<Counted[]> = store.getAll()
    reading.onsuccess = () => {
      entries = reading.result
    }
  })
  return entries
}

/** Resolves when the work is done; rejects where there is no store yet. */
function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(JOURNAL, JOURNAL_VERSION)
    // Nobody has written here yet, and looking must not be what makes the store.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const tx = db.transaction(ENTRIES, mode)
      work(tx.objectStore(ENTRIES))
      tx.oncomplete = () => {
        db.close()
        resolve()
      }
      tx.onabort = () => reject(tx.error)
    }
  })
}
