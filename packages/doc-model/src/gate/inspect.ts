import { err, ok, type Result } from '@mufakat/kernel'
import * as Y from 'yjs'

/** Bytes of one update; larger pastes are sent in parts. */
export const MAX_UPDATE_BYTES = 2 * 1024 * 1024
const MAX_STRUCTS = 200_000
const MAX_LENGTH = 50_000_000

export type UnreadableReason = 'too-large' | 'unreadable'

export interface Inspection {
  readonly bytes: number
  readonly structs: readonly (Y.Item | Y.GC)[]
  /** Client → the clocks its structs take up, end exclusive. */
  readonly clients: ReadonlyMap<number, { readonly from: number; readonly to: number }>
  /** Client → deleted clocks. */
  readonly deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly length: number }[]>
  readonly empty: boolean
}

/**
 * Takes an update (Yjs encoding v1) apart without applying it. Garbage gives a reason, never an exception; gaps
 * between the structs of a client, lengths beyond all measure and more structs than a paste can have count as
 * garbage.
 */
export function inspectUpdate(update: Uint8Array): Result<Inspection, UnreadableReason> {
  if (update.byteLength > MAX_UPDATE_BYTES) return err('too-large')
  try {
    // A copy of its own: a length that lies would read on into whatever else shares the buffer.
    const { structs, ds } = Y.decodeUpdate(update.slice())
    if (structs.length > MAX_STRUCTS) return err('too-large')
    const clients = new Map<number, { from: number; to: number }>()
    const items: (Y.Item | Y.GC)[] = []
    for (const struct of structs) {
      if (!(struct instanceof Y.Item || struct instanceof Y.GC)) return err('unreadable')
      const { client, clock } = struct.id
      const { length } = struct
      if (!isCount(client) || !isCount(clock) || !isCount(length) || length < 1 || length > MAX_LENGTH)
        return err('unreadable')
      const range = clients.get(client)
      if (range && range.to !== clock) return err('unreadable')
      clients.set(client, { from: range?.from ?? clock, to: clock + length })
      items.push(struct)
    }
    // Of two runs of one client Yjs would apply the second alone, which then waits for the first.
    if (runsIn(update) !== clients.size) return err('unreadable')
    const deletions = new Map<number, { clock: number; length: number }[]>()
    for (const [client, ranges] of ds.clients)
      deletions.set(
        client,
        ranges.map(({ clock, len }) => ({ clock, length: len })),
      )
    for (const ranges of deletions.values())
      if (ranges.some(({ clock, length }) => !isCount(clock) || !isCount(length) || length < 1))
        return err('unreadable')
    const empty = items.length === 0 && deletions.size === 0
    return ok({ bytes: update.byteLength, structs: items, clients, deletions, empty })
  } catch {
    return err('unreadable')
  }
}

/** How many runs of structs an update says it has: the unsigned LEB128 it begins with. */
function runsIn(update: Uint8Array): number {
  let count = 0
  for (const [at, byte] of update.entries()) {
    count += (byte & 0x7f) * 2 ** (7 * at)
    if (byte < 0x80) break
  }
  return count
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
