import * as Y from 'yjs'
import { type ClientEvents, type Cursor, headerOf } from '../client'

/**
 * The part that the Yjs servers have in common (y-protocols): a message of sync is a step and a run of bytes, one
 * of awareness a run with clientID, clock and state of those that moved.
 */
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export const EMPTY_STATE = Y.encodeStateVector(new Y.Doc())

/** Reads one message of sync at the cursor; returns a document's state when it is one. */
export function readSync(cursor: Cursor, events: ClientEvents): Uint8Array | 'asked' | null {
  const step = cursor.uint()
  const length = cursor.uint()
  const start = cursor.at
  cursor.at += length
  if (step === STEP_1) return 'asked'
  if (step === STEP_2) return cursor.bytes.slice(start, start + length)
  if (step === UPDATE) {
    const { clientId, clock } = headerOf(cursor.bytes, start)
    events.edit(clientId, clock, cursor.bytes, start, start + length)
  }
  return null
}

export const syncStep1 = (stateVector: Uint8Array): Uint8Array =>
  concat([uint(STEP_1), uint(stateVector.length), stateVector])

/** The answer to the server's step 1: what was typed while away. */
export function syncStep2(updates: readonly Uint8Array[]): Uint8Array {
  const update = Y.mergeUpdates([...updates])
  return concat([uint(STEP_2), uint(update.length), update])
}

export function syncUpdate(update: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(UPDATE), uint(update.length), update])
}

let clocks = 0

/** What a provider sends when its caret moves: the state of one client. */
export function awarenessState(clientId: number, label: string): Uint8Array {
  const state = Buffer.from(JSON.stringify(presence(label)))
  return concat([uint(1), uint(clientId), uint(++clocks), uint(state.length), state])
}

export function awareness(clientId: number, label: string): Uint8Array {
  const state = awarenessState(clientId, label)
  return concat([uint(state.length), state])
}

/** The label in the first state of an awareness message. */
export function labelIn(bytes: Uint8Array, start: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start).toString('latin1')
  return /"label":"([^"]*)"/.exec(text)?.[1] ?? ''
}

const PLACE = { type: null, tname: 'item:0', item: { client: 1_234_567_890, clock: 1_000 }, assoc: 0 }

/** A caret as the bindings of Yjs write it. */
export const caretOf = (label: string) => ({ anchor: { ...PLACE, label }, head: PLACE })

/** Beside the caret, clients of these servers say themselves who they are. */
const presence = (label: string) => ({
  user: { name: 'Contoh – Staf Perkim', color: '#2a6f97' },
  cursor: caretOf(label),
})

export function uint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}

export function concat(runs: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 0))
  let at = 0
  for (const run of runs) {
    out.set(run, at)
    at += run.length
  }
  return out
}
