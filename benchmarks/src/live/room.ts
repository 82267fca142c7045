import { canonicalJson, readNotula } from '@mufakat/doc-model'
import { defined } from '@mufakat/kernel'
import * as Y from 'yjs'
import type { ThinClient } from './client'
import { type RunningPeer, SILENT } from './peer'
import { docOf, stateOf, Typist } from './typist'

/**
 * People at one document, as the load driver plays them.
 *
 * 1. An edit is delivered when a client other than its author has been sent it; each client counts for itself.
 * 2. An edit is in flight until the author's *reader*, the next client of the room, has been sent it. This holds for
 *    servers with and without acknowledgement alike.
 * 3. What everyone was sent must make one document: the first client of the room keeps every edit it is sent.
 */
export class Room {
  readonly documentId: string
  readonly editors: Editor[] = []
  readonly #state: Uint8Array
  readonly #kept: Uint8Array[] = []

  private constructor(documentId: string, state: Uint8Array) {
    this.documentId = documentId
    this.#state = state
  }

  static async open(peer: RunningPeer, documentId: string, people: number): Promise<Room> {
    const editors: Editor[] = []
    const byClientId = new Map<number, Editor>()
    let kept: Uint8Array[] | null = null
    for (let nth = 0; nth < people; nth++) {
      const editor: Editor = new Editor()
      const client = await peer.open(documentId, nth, {
        edit(clientId, clock, frame, start, end) {
          if (clientId === editor.clientId) return
          editor.delivered += 1
          const author = byClientId.get(clientId)
          if (author === undefined) return
          if (nth === 0) kept?.push(Uint8Array.prototype.slice.call(frame, start, end))
          editor.onEdit?.(author, clock)
          if (author.reader !== editor) return
          author.inFlight -= 1
          author.onRead?.()
        },
        cursor(label) {
          editor.cursors += 1
          editor.onCursor?.(label)
        },
        saved(count) {
          editor.saved += count
          editor.onSaved?.(count)
        },
        closed: () => undefined,
      })
      editor.client = client
      editor.clientId = client.clientId
      byClientId.set(client.clientId, editor)
      editors.push(editor)
    }
    const state = stateOf(defined(editors[0], 'first editor').client, peer.known)
    const room = new Room(documentId, state)
    editors.forEach((editor, i) => {
      editor.typist = new Typist(state, editor.clientId, i * 2)
      editor.reader = defined(editors[(i + 1) % editors.length], 'reader')
    })
    room.editors.push(...editors)
    kept = room.#kept
    return room
  }

  get delivered(): number {
    return this.editors.reduce((sum, { delivered }) => sum + delivered, 0)
  }

  /** Every edit, at every other client. */
  get owed(): number {
    return this.editors.reduce((sum, { typist }) => sum + typist.sent.length, 0) * (this.editors.length - 1)
  }

  /** Why the copies differ; null when they do not. */
  flaw(): string | null {
    if (this.delivered !== this.owed) return `${this.owed} edits owed, ${this.delivered} delivered`
    const all = this.editors.flatMap(({ typist }) => typist.sent)
    const own = defined(this.editors[0], 'first editor').typist.sent
    const expected = contentOf(this.#state, all)
    return contentOf(this.#state, [...this.#kept, ...own]) === expected ? null : 'the copies differ'
  }

  /** Why what the server now gives to one who comes fresh is not what was typed; null when it is. */
  async flawOfFresh(peer: RunningPeer): Promise<string | null> {
    const client = await peer.open(this.documentId, 0, SILENT)
    const fresh = contentOf(stateOf(client, null), [])
    client.destroy()
    const all = this.editors.flatMap(({ typist }) => typist.sent)
    return fresh === contentOf(this.#state, all) ? null : 'who comes fresh gets another document'
  }

  close(): void {
    for (const { client } of this.editors) client.destroy()
  }
}

/** One client with a person at it. */
export class Editor {
  client!: ThinClient
  typist!: Typist
  /** Who stands for all others. */
  reader!: Editor
  clientId = 0
  delivered = 0
  cursors = 0
  saved = 0
  inFlight = 0
  onRead: (() => void) | null = null
  onSaved: ((count: number) => void) | null = null
  onEdit: ((author: Editor, clock: number) => void) | null = null
  onCursor: ((label: () => string) => void) | null = null
  /** When the edit of `firstClock + i` was sent. */
  readonly sentAt: number[] = []

  type(): void {
    this.inFlight += 1
    this.sentAt.push(performance.now())
    this.client.send(this.typist.next())
  }
}

/** Canonical content of a document after these updates. */
export function contentOf(state: Uint8Array, updates: readonly Uint8Array[]): string {
  const doc = docOf(state)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const content = canonicalJson(readNotula(doc))
  doc.destroy()
  return content
}
