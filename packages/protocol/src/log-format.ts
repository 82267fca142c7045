import { ByteReader, ByteWriter } from './bytes'

/**
 * The one format of an edit, from the author's journal through the socket and the log to every reader.
 *
 * 1. A part is what one author sent at once: one Yjs update (v1) under one lease.
 * 2. A row of the log is the parts of one flush; what is stored, hashed and relayed are the same bytes.
 * 3. Frames of a lease count 1, 2, 3 … without holes, so (lease, frame) says of any part whether it is logged.
 */
export interface Part {
  /** The Yjs clientID that the server leased to the author for this document. */
  readonly lease: number
  /** Counts from 1 within the lease. */
  readonly frame: number
  /** The sequence of the newest row that the author had seen when making it. */
  readonly base: number
  /** A Yjs update, v1 encoding. */
  readonly bytes: Uint8Array
}

export interface LogRow {
  /** Counts from 1 within the document, without holes. */
  readonly seq: number
  /** SHA-256 over the hash of the row before and `parts`. 32 bytes. */
  readonly hash: Uint8Array
  /** Encoded parts, see `encodeParts`. */
  readonly parts: Uint8Array
}

export const HASH_LENGTH = 32

/** What row 1 is chained to. */
export const GENESIS_HASH = new Uint8Array(HASH_LENGTH)

export function encodeParts(parts: Iterable<Part>): Uint8Array {
  const out = new ByteWriter()
  for (const part of parts) out.uint(part.lease).uint(part.frame).uint(part.base).run(part.bytes)
  return out.done()
}

/** Throws `MalformedBytes`. */
export function decodeParts(bytes: Uint8Array): Part[] {
  const input = new ByteReader(bytes)
  const parts: Part[] = []
  while (!input.atEnd) {
    parts.push({ lease: input.uint(), frame: input.uint(), base: input.uint(), bytes: input.run() })
  }
  return parts
}

export function encodeRows(rows: readonly LogRow[]): Uint8Array {
  const out = new ByteWriter(rows.reduce((size, { parts }) => size + ROW_HEAD + parts.length, 0))
  for (const row of rows) out.uint(row.seq).raw(row.hash).run(row.parts)
  return out.done()
}

/** Before the parts of a row, at most: sequence, hash, length. */
const ROW_HEAD = 8 + HASH_LENGTH + 5

/** Throws `MalformedBytes`. */
export function decodeRows(bytes: Uint8Array): LogRow[] {
  const input = new ByteReader(bytes)
  const rows: LogRow[] = []
  while (!input.atEnd) rows.push({ seq: input.uint(), hash: input.raw(HASH_LENGTH), parts: input.run() })
  return rows
}
