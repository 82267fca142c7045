import type { JournalStore } from './journal'
import type { OpenOptions } from './live-document'
import { MemoryJournal, TabJournal } from './memory-journal'
import type { OfflineStore } from './offline-store'
import { canSeal } from './seal'
import { SealedJournal, type SealedJournalOptions } from './sealed-journal'
import { SealedOfflineStore } from './sealed-offline-store'

interface Stores {
  readonly journal: JournalStore
  readonly offline: OfflineStore | null
}

/** The journal of this browser, for one person. */
export const openJournal = (options: SealedJournalOptions): JournalStore =>
  canSeal() ? new SealedJournal(options) : new TabJournal()

/** What an open document keeps things in. Both stores of a browser ask for the key once. */
export function openStores({ personId, key, journal, offline }: OpenOptions): Stores {
  if (key === undefined) return { journal: journal ?? new MemoryJournal(), offline: offline ?? null }
  let asked: Promise<CryptoKey> | null = null
  const shared = () => {
    asked ??= key().catch(error => {
      asked = null
      throw error
    })
    return asked
  }
  return {
    journal: journal ?? openJournal({ personId, key: shared }),
    // A copy is kept sealed or not at all.
    offline: offline === undefined && canSeal() ? new SealedOfflineStore({ key: shared }) : (offline ?? null),
  }
}
