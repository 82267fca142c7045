// A room of documents on one page. It hands updates over as the server does (to the others, in order), with the line
// under the test's control: held back, let go, cut.
import { createNotulaDoc } from '@mufakat/doc-model'
import type { Access, Json, LiveDocument, Present, SaveState } from '@mufakat/live'
import * as Y from 'yjs'

class Value<T> {
  readonly #listeners = new Set<() => void>()
  constructor(private value: T) {}
  readonly get = () => this.value
  readonly set = (value: T) => {
    this.value = value
    for (const listener of [...this.#listeners]) listener()
  }
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export interface Peer {
  live: LiveDocument
  save: Value<SaveState>
  access: Value<Access>
  /** How many updates this peer has written. */
  written: () => number
}

const FROM_OTHERS = Symbol('from others')

export class Room {
  readonly peers: Peer[] = []
  readonly #presence = new Value<readonly Present[]>([])
  #waiting: { from: number; update: Uint8Array }[] = []
  /** While true nothing is handed over. */
  held = false

  constructor(private readonly seed: (doc: Y.Doc) => void) {}

  join(who: { id: string; name: string; opd: string | null }): Peer {
    const index = this.peers.length
    const doc = createNotulaDoc({ clientId: 100 + index })
    if (index === 0) {
      this.seed(doc)
    } else {
      const first = this.peers[0]?.live.doc
      if (first) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), FROM_OTHERS)
    }
    let written = 0
    const save = new Value<SaveState>({ kind: 'saved', at: null })
    const access = new Value<Access>('write')
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_OTHERS) return
      written++
      save.set({ kind: 'saving' })
      this.#waiting.push({ from: index, update })
      if (!this.held) queueMicrotask(() => this.flush())
    })
    const sessionKey = `s${index}`
    this.#presence.set([
      ...this.#presence.get(),
      { sessionKey, personId: who.id, name: who.name, opd: who.opd, color: index, caret: null },
    ])
    const live: LiveDocument = {
      doc,
      ready: Promise.resolve(),
      access,
      save,
      presence: this.#presence,
      sessionKey: new Value<string | null>(sessionKey),
      asOf: new Value<number | null>(null),
      noted: new Value(0),
      setCaret: (caret: Json | null) => {
        queueMicrotask(() => this.#caret(sessionKey, caret))
      },
      shelf: {
        list: new Value<readonly never[]>([]),
        discard: async () => async () => {},
        markReentered: async () => {},
      },
      resume: () => {},
      close: async () => {},
    }
    const peer = { live, save, access, written: () => written }
    this.peers.push(peer)
    return peer
  }

  #caret(sessionKey: string, caret: Json | null) {
    this.#presence.set(
      this.#presence
        .get()
        .map(present => (present.sessionKey === sessionKey ? { ...present, caret } : present)),
    )
  }

  /** Hands over what waits, and acknowledges it. */
  flush() {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { from, update } of waiting) {
      this.peers.forEach((peer, i) => {
        if (i !== from) Y.applyUpdate(peer.live.doc, update, FROM_OTHERS)
      })
    }
    for (const { from } of waiting) this.peers[from]?.save.set({ kind: 'saved', at: Date.now() })
  }
}
