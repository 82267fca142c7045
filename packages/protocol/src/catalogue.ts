import { ERROR_CODES, type ErrorCode } from '@mufakat/kernel'
// The namespace, not the object `z`: only what is used goes to the browser (65 kB gzip less).
import * as z from 'zod'
import { boardChanges, boardDone, boardMove, heldCard, holding } from './board'
import { HASH_LENGTH } from './log-format'

/**
 * Every event on the socket, both ways: what it carries and what it is answered with. PROTOCOL.md tells the
 * story; a test locks the hash of these schemas to `PROTOCOL_VERSION`.
 */
export const PROTOCOL_VERSION = 7

// zod would try `new Function` to go faster, which our CSP forbids and the browser's console then complains of.
if ('document' in globalThis) z.config({ jitless: true })

/** Largest Yjs update in one part; a page of text is about 4 kB. */
export const MAX_PART_BYTES = 1_000_000
/** Largest `push`, and what a client packs a backlog into. The socket itself takes twice this. */
export const MAX_PUSH_BYTES = 1_100_000
/** Largest caret. */
export const MAX_CARET_BYTES = 2_000

/** Browsers hand over an ArrayBuffer, Node a Buffer; readers get a Uint8Array. */
const bytes = (max: number) =>
  z
    .custom<Uint8Array | ArrayBuffer>(value => value instanceof Uint8Array || value instanceof ArrayBuffer)
    .transform((value): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array(value)))
    .refine(value => value.length <= max, { message: 'too-large' })
    .meta({ title: `bytes<=${max}` })

const hash = bytes(HASH_LENGTH).refine(value => value.length === HASH_LENGTH)
const count = z.int().min(0)
const clientId = z.int().min(1).max(0xffff_ffff)
const documentId = z.uuid()
const code = z.enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]])

/** A caret is the editor's own affair: the server checks its size and passes it on. Empty: nowhere. */
const caret = bytes(MAX_CARET_BYTES)

const access = z.enum(['write', 'read'])

const position = z.object({ lineage: z.uuid(), seq: count, hash })

/** One open document of one socket, stamped by the server. */
const present = z.object({
  /** Of this opening of the document, not of the session: a person with two tabs is here twice. */
  sessionKey: z.string().max(40),
  personId: z.uuid(),
  name: z.string(),
  /** Short name of the OPD, or the jabatan where there is none. */
  opd: z.string().nullable(),
  /** Index into the palette of the interface; the same person has the same in all tabs of a room. */
  color: count,
})

const joined = z.object({
  access,
  /** Why it is only readable. */
  code: code.nullable(),
  lineage: z.uuid(),
  /** Where the reader stands after `snapshot` and `rows`. */
  seq: count,
  hash,
  /** True when the position asked for was not in this log: the copy it belongs to must be set aside. */
  reset: z.boolean(),
  /** Yjs state, v2 encoding; null when the rows alone are enough. */
  snapshot: bytes(Number.MAX_SAFE_INTEGER).nullable(),
  /** Rows after the snapshot or the position, encoded by `encodeRows`. */
  rows: bytes(Number.MAX_SAFE_INTEGER),
  /** The clientID to write under; null when only reading. */
  lease: clientId.nullable(),
  /** For the lease and each adopted one that is this person's: its newest logged frame. */
  leases: z.array(z.object({ clientId, frame: count })),
  sessionKey: z.string().max(40),
  present: z.array(present),
  /** Where their carets are, encoded by `encodeCarets`. */
  carets: bytes(Number.MAX_SAFE_INTEGER),
})

const event = <P extends z.ZodType, A extends z.ZodType | null>(payload: P, ack: A) => ({ payload, ack })

/** From the client. Those with an ack are answered `{ ok: true, value }` or `{ ok: false, code }`. */
export const CLIENT_EVENTS = {
  /**
   * Opens a document, or opens it again after the line was down. `lease` is the one this client already
   * writes under; `adopt` names leases of the same person whose journal it is going to resend.
   */
  join: event(
    z.object({
      documentId,
      position: position.nullable(),
      lease: clientId.nullable(),
      adopt: z.array(clientId).max(64),
    }),
    joined,
  ),
  leave: event(z.object({ documentId }), null),
  /** Edits, encoded by `encodeParts`. Seeing one's own part in `tail` is the acknowledgement. */
  push: event(z.object({ documentId, parts: bytes(MAX_PUSH_BYTES) }), null),
  caret: event(z.object({ documentId, caret }), null),
  /**
   * Asks for a lease to keep: a later page that begins without the server writes under it, and takes it up with
   * `join` as any other. Only who has the document open to write gets one. Of those that were never taken up the
   * oldest beyond a few is forgotten.
   */
  spare: event(z.object({ documentId }), z.object({ clientId })),
  /**
   * Hears of the board from now on, and what has changed on it since the revision that the page was made of. `reset`:
   * too much; the page reads the board anew and asks again.
   */
  board: event(
    z.object({ since: count }),
    z.object({ reset: z.boolean(), ...boardChanges.shape, held: z.array(holding) }),
  ),
  unboard: event(z.object({}), null),
  /** Puts a card elsewhere. Answered after the commit. */
  move: event(boardMove, boardDone),
  /**
   * Has this card open, or is moving it; null: none any more. Told to who may read it and has the board, or the same
   * card, open; over with the line.
   */
  hold: event(z.object({ card: heldCard.nullable() }), null),
  /** Asks for a sign of life; answered without touching the database. */
  beat: event(z.object({}), z.object({})),
} as const

/** From the server. */
export const SERVER_EVENTS = {
  /** Newly committed rows, in sequence, to everyone in the room including the authors. */
  tail: event(z.object({ documentId, rows: bytes(Number.MAX_SAFE_INTEGER) }), null),
  /** Frames of the lease up to this one are in the log already: a resend that was not needed. */
  logged: event(z.object({ documentId, clientId, frame: count }), null),
  /**
   * This frame of the lease was not taken, nor was any later one. What to do stands in the code: resend
   * (`rate-limited`, `conflict`), take another lease (`lease-ended`), or set the rest aside.
   */
  refused: event(z.object({ documentId, clientId, frame: count, code }), null),
  /** Something beside the text has changed (a remark): who shows it asks the portal for it anew. */
  noted: event(z.object({ documentId }), null),
  /** What has changed on the board since a revision. Who does not know that one yet asks for what is between. */
  cards: event(z.object({ since: count, ...boardChanges.shape }), null),
  /** What this person may see of the board is otherwise, or too much has changed: the page reads it anew. */
  reboard: event(z.object({}), null),
  /** Who has which card open or is moving it; never to those themselves. */
  held: event(holding, null),
  /** The server forgot the room (lost database, damaged document): join again from the own position. */
  resync: event(z.object({ documentId, code }), null),
  /** What this person may do has changed; null: nothing any more, and the room was left. */
  access: event(z.object({ documentId, access: access.nullable(), code: code.nullable() }), null),
  /** Who has come since the last turn; never to those themselves, who are told all in the answer to `join`. */
  arrived: event(z.object({ documentId, who: z.array(present) }), null),
  left: event(z.object({ documentId, sessionKey: z.string() }), null),
  /** Who moved since the last turn, encoded by `encodeCarets`; never to the one who moved. */
  carets: event(z.object({ documentId, carets: bytes(Number.MAX_SAFE_INTEGER) }), null),
  /** The connection ends and must not be tried again before signing in or reloading. */
  goodbye: event(z.object({ code }), null),
} as const

/** What a client shows at the handshake, beside the session cookie. */
export const handshakeAuth = z.object({ version: z.int() })
