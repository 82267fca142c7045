export type { CardHolder, HeldBy } from './board/held-cards'
export {
  type BoardCrossing,
  type BoardOptions,
  type BoardRefusal,
  type BoardSnapshot,
  type LiveBoard,
  type MoveQueue,
  openBoard,
  type WholeBoard,
} from './board/open-board'
export { watchCard } from './board/watch-card'
export { deviceId } from './device'
export type { JournalEntry, JournalKey, JournalStore } from './journal'
export type { Access, Json, LiveDocument, OpenOptions, Present } from './live-document'
export { browserLocks, type LeaseLocks } from './locks'
export { fromBase64, MemoryJournal } from './memory-journal'
export { MemoryOfflineStore } from './offline-store'
export { openLiveDocument } from './open'
export { openJournal } from './open-journal'
export type { Readable } from './readable'
export { openReplacement } from './replacement'
export type { SaveState } from './save-state'
export { keyOf } from './seal'
export { sendWaiting } from './send-waiting'
export { Shelf, type Shelved } from './shelf'
