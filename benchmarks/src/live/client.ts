import type * as Y from 'yjs'

/**
 * A thin client of one document: speaks a server's protocol by hand, keeps no document, and only tells what came.
 * What every protocol must be able to do for the load driver.
 */
export interface ThinClient {
  /** The Yjs clientID to write under: leased where the server leases, else random. */
  readonly clientId: number
  /** Bytes of the document that the server gave when it was opened. */
  readonly size: number
  /** Brings the document, as it was when this client opened it, into `doc`. */
  load(doc: Y.Doc): void
  send(update: Uint8Array): void
  /** Where it stands, for a server that resumes by position. */
  readonly place?: unknown
  /** `label` comes out at the others' `onCursor`. */
  cursor(label: string): void
  /** Without a word. */
  destroy(): void
}

/** What one who comes back brings along. */
export interface Backlog {
  /** Typed while away. */
  readonly updates: readonly Uint8Array[]
  /** Of the copy that they were typed into, without them. */
  readonly stateVector: Uint8Array
  /** `ThinClient.place` before the line went down. */
  readonly place: unknown
}

export interface ClientEvents {
  /** One edit has arrived, of another or (where the server echoes) one's own: the update lies in `frame` from `start` to `end`. */
  edit(clientId: number, clock: number, frame: Uint8Array, start: number, end: number): void
  /** A message with someone's cursor; its bytes are read only by whoever wants the label. */
  cursor(label: () => string): void
  /** The server has said, in whatever words it has, that this many more of one's own edits are saved. */
  saved(count: number): void
  closed(): void
}

/** Reads the one struct's clientID and clock off an update of one edit. */
export function headerOf(frame: Uint8Array, start: number): { clientId: number; clock: number } {
  // Number of clients and of structs come before; both are 1, one byte each.
  at = start + 2
  const clientId = readUint(frame)
  return { clientId, clock: readUint(frame) }
}

let at = 0
function readUint(bytes: Uint8Array): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = bytes[at++] as number
    value += (byte & 0x7f) * scale
    // Also past the end, where there is none.
    if (!(byte >= 0x80)) return value
    scale *= 0x80
  }
}

/** A place in bytes, for protocols that write unsigned LEB128 integers. */
export class Cursor {
  at: number
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes
    this.at = start
  }

  uint(): number {
    at = this.at
    const value = readUint(this.bytes)
    this.at = at
    return value
  }

  get atEnd(): boolean {
    return this.at >= this.bytes.length
  }
}
