import { appendLines, createNotulaDoc, itemText, listItems, seedNotula } from '@mufakat/doc-model'
import { defined } from '@mufakat/kernel'
import { ByteWriter } from '@mufakat/protocol'
import * as Y from 'yjs'
import type { ThinClient } from './client'

const LINES = 100
const LINE_CHARS = 200
/** A line is a marker, its words and a guard. */
const LINE_UNITS = LINE_CHARS + 2

const lines = () =>
  Array.from({ length: LINES }, (_, i) => ({
    text: `Baris ${i}: peserta rapat menyepakati tindak lanjut atas jalan, irigasi dan puskesmas. `
      .repeat(4)
      .slice(0, LINE_CHARS),
  }))

/** A notula of 20 kB, as an update, for servers that do not make documents themselves. */
export function notulaOf20kB(): Uint8Array {
  const doc = createNotulaDoc()
  seedNotula(doc, [{ title: 'Pembukaan', lines: lines() }])
  return Y.encodeStateAsUpdate(doc)
}

/** The edit that makes the fresh document of a rapat as long, under `clientId`. */
export function fillTo20kB(state: Uint8Array, clientId: number): Uint8Array {
  const doc = docOf(state)
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  appendLines(doc, firstText(doc), lines())
  return Y.encodeStateAsUpdate(doc, before)
}

/**
 * Someone who types letters into the middle of a line. The first edit is made by Yjs; each further one differs
 * from it in three numbers and is written down directly, byte by byte what Yjs would write, so that the load
 * driver does not spend its time on copies of the document.
 */
export class Typist {
  readonly clientId: number
  readonly firstClock: number
  #clock: number
  readonly #first: Uint8Array
  readonly #right: Y.ID
  readonly sent: Uint8Array[] = []

  constructor(state: Uint8Array, clientId: number, line: number) {
    const doc = docOf(state)
    doc.clientID = clientId
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    firstText(doc).insert((line % LINES) * LINE_UNITS + 1 + LINE_CHARS / 2, 'a')
    this.#first = defined(updates[0], 'update')
    const struct = Y.decodeUpdate(this.#first).structs[0]
    if (!(struct instanceof Y.Item) || struct.rightOrigin === null) throw new Error('not typed into a line')
    this.clientId = clientId
    this.firstClock = this.#clock = struct.id.clock
    this.#right = struct.rightOrigin
  }

  next(): Uint8Array {
    const clock = this.#clock++
    const update = clock === this.firstClock ? this.#first : this.#letter(clock)
    this.sent.push(update)
    return update
  }

  #letter(clock: number): Uint8Array {
    const { clientId } = this
    const out = new ByteWriter().uint(1).uint(1).uint(clientId).uint(clock).raw(TEXT_BETWEEN)
    out
      .uint(clientId)
      .uint(clock - 1)
      .uint(this.#right.client)
      .uint(this.#right.clock)
    return out
      .uint(1)
      .uint(A + (clock % 26))
      .uint(0)
      .done()
  }
}

/** How Yjs marks a struct that is a string with an origin and a right origin. */
const TEXT_BETWEEN = Uint8Array.of(0xc4)
const A = 97

/** The document as a client was given it. */
export function stateOf(client: ThinClient, known: Uint8Array | null): Uint8Array {
  const doc = createNotulaDoc()
  if (known !== null) Y.applyUpdate(doc, known)
  client.load(doc)
  return Y.encodeStateAsUpdate(doc)
}

export function docOf(state: Uint8Array): Y.Doc {
  const doc = createNotulaDoc()
  Y.applyUpdate(doc, state)
  return doc
}

export const firstText = (doc: Y.Doc): Y.Text => itemText(doc, defined(listItems(doc)[0], 'item').id)
