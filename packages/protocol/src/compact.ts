import { ByteReader, ByteWriter, MalformedBytes } from './bytes'

/**
 * The busy events are one binary message each: code (1 byte) · document (16 bytes) · bytes. Written as Socket.IO
 * writes them they would be two messages, the first of them a hundred characters of JSON, and would be written anew
 * for every reader. What the bytes hold is the event's own affair.
 */
const COMPACT = [
  { code: 1, event: 'push', field: 'parts' },
  { code: 2, event: 'tail', field: 'rows' },
  { code: 3, event: 'caret', field: 'caret' },
  { code: 4, event: 'carets', field: 'carets' },
] as const

type Compact = (typeof COMPACT)[number]
export type CompactEvent = Compact['event']

const BY_EVENT: ReadonlyMap<string, Compact> = new Map(COMPACT.map(known => [known.event, known]))
const BY_CODE: ReadonlyMap<number, Compact> = new Map(COMPACT.map(known => [known.code, known]))

/** @returns null when the event is none of these, or not of their shape: it then goes the ordinary way */
export function encodeCompact(event: unknown, payload: unknown): Uint8Array | null {
  const known = typeof event === 'string' ? BY_EVENT.get(event) : undefined
  if (known === undefined || typeof payload !== 'object' || payload === null) return null
  const { documentId, [known.field]: bytes } = payload as Record<string, unknown>
  if (typeof documentId !== 'string' || !UUID.test(documentId) || !(bytes instanceof Uint8Array)) return null
  const message = new Uint8Array(1 + UUID_BYTES + bytes.length)
  message[0] = known.code
  writeUuid(message, documentId)
  message.set(bytes, 1 + UUID_BYTES)
  return message
}

/** Event and payload; the bytes are a view into the message. Throws `MalformedBytes`. */
export function decodeCompact(message: Uint8Array): [event: CompactEvent, payload: Record<string, unknown>] {
  const known = BY_CODE.get(message[0] ?? 0)
  if (known === undefined || message.length < 1 + UUID_BYTES) throw new MalformedBytes('no message of ours')
  return [known.event, { documentId: readUuid(message), [known.field]: message.subarray(1 + UUID_BYTES) }]
}

/** A moved caret of one session; the caret is its editor's own bytes, empty when it is nowhere. */
export interface CaretMove {
  readonly sessionKey: string
  readonly caret: Uint8Array
}

export function encodeCarets(moves: Iterable<CaretMove>): Uint8Array {
  const out = new ByteWriter()
  for (const { sessionKey, caret } of moves) out.run(UTF8.encode(sessionKey)).run(caret)
  return out.done()
}

/** Throws `MalformedBytes`. */
export function decodeCarets(bytes: Uint8Array): CaretMove[] {
  const input = new ByteReader(bytes)
  const moves: CaretMove[] = []
  while (!input.atEnd) moves.push({ sessionKey: TEXT.decode(input.run()), caret: input.run() })
  return moves
}

const UTF8 = new TextEncoder()
const TEXT = new TextDecoder()
const UUID_BYTES = 16
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function writeUuid(message: Uint8Array, uuid: string): void {
  let at = 1
  for (let i = 0; i < uuid.length; i += 2) {
    if (uuid[i] === '-') i++
    message[at++] = Number.parseInt(uuid.slice(i, i + 2), 16)
  }
}

function readUuid(message: Uint8Array): string {
  let uuid = ''
  for (let i = 0; i < UUID_BYTES; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) uuid += '-'
    uuid += HEX[message[1 + i] ?? 0]
  }
  return uuid
}
