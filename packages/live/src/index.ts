export type { Access, Json, LiveDocument, Present, SaveState } from './live-document'
export type { Readable } from './readable'
