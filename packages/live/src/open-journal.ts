import type { JournalStore } from './journal'
import { TabJournal } from './memory-journal'
import { canSeal } from './seal'
import { SealedJournal, type SealedJournalOptions } from './sealed-journal'

/** The journal of this browser, for one person. */
export const openJournal = (options: SealedJournalOptions): JournalStore =>
  canSeal() ? new SealedJournal(options) : new TabJournal()
