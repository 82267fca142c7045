import type { ClientEvent } from '@mufakat/protocol'
import type { Limit } from './rate'

/** Every limit of a node, and where its number comes from. Rates are [per second, at once]. */

/** Messages of each kind, and the bytes of pushes. */
export type Limited = ClientEvent | 'bytes'

/**
 * Of one connection. A client gathers keys for 15 ms, so it pushes at most 67 times a second, and carets for 40. In
 * bytes: a long backlog may come at once, a flood may not.
 */
export const SOCKET_RATES: Record<Limited, Limit> = {
  join: [2, 20],
  leave: [2, 20],
  push: [120, 400],
  caret: [60, 120],
  beat: [5, 20],
  board: [1, 10],
  unboard: [1, 10],
  // By hand; what was made offline comes at once.
  move: [20, 200],
  // A card opened, or taken up and let go; each asks the store.
  hold: [5, 20],
  // Kept for days; asked again only when it was used or the browser lost it.
  spare: [0.05, 5],
  bytes: [1_000_000, 8_000_000],
}

/**
 * Connections of one person. Nobody has more than a few tabs, but at a training a hall shares the account that is
 * demonstrated; all come back at once after a restart, while their old lines may not yet be known to be dead.
 */
export const MAX_SOCKETS_OF_PERSON = 200

/** Of one person over all connections: such a hall typing (8 keys a second each), and coming back together. */
export const PERSON_RATES: Record<Limited, Limit> = {
  join: [40, 400],
  leave: [40, 400],
  push: [1_600, 8_000],
  caret: [1_600, 8_000],
  beat: [200, 1_000],
  board: [20, 400],
  unboard: [20, 400],
  move: [200, 2_000],
  hold: [50, 500],
  spare: [1, 200],
  bytes: [4_000_000, 32_000_000],
}

/** A person is remembered for so long after the last connection ended: coming back must not refill the burst. */
export const PERSON_MEMORY_MS = 60_000

/** Of one node: everyone who works for a regency, at about 40 kB each. */
export const MAX_SOCKETS = 5_000

/** Tries to come in from one network: an office of 500 behind one address comes back at once, twice. */
export const NETWORK_TRIES: Limit = [50, 1_000]
/** Connections of one network, and of all, of whom it is not yet known who they are. */
export const MAX_UNKNOWN_OF_NETWORK = 600
export const MAX_UNKNOWN = 2_000
/** So long a connection may stay unknown; the statement that tells takes a millisecond. */
export const UNKNOWN_MS = 10_000

/**
 * Bytes that may wait for a reader before nothing more is added: the largest push (1.1 MB) and what a busy room says
 * beside it. On the thinnest line we serve (250 kbit/s) that is a minute's worth.
 */
export const BEHIND_BYTES = 2_000_000
/** What a waiting message costs beside its bytes: a reader on long polling lets many small ones pile up. */
export const WAITING_MESSAGE_BYTES = 1_000
/** With less than this waiting a reader has caught up. */
export const CAUGHT_UP_BYTES = 200_000
/** What may come on top, answers to the reader's own messages, before the line is cut. */
export const OVERFLOW_BYTES = 1_000_000

/** Leases of one person in one document that wait to be taken up: one for each of a person's devices, and some lost. */
export const MAX_SPARES = 8
