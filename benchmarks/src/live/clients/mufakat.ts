import {
  decodeParts,
  decodeRows,
  encodeParts,
  type Joined,
  type Part,
  PROTOCOL_VERSION,
} from '@mufakat/protocol'
import * as Y from 'yjs'
import { type ClientEvents, Cursor, headerOf, type ThinClient } from '../client'
import { SocketIo } from './socket-io'
import { presence } from './sync'

/** Pushes are at least so far apart, as in the shipped client; what is typed meanwhile goes together. */
const PUSH_MS = 15
const HASH_LENGTH = 32

export interface MufakatDoor {
  readonly url: string
  readonly origin: string
  readonly cookie: string
}

/** Ours: one lease for as long as the client lives, parts in frames without holes. */
export async function openMufakatClient(
  door: MufakatDoor,
  documentId: string,
  events: ClientEvents,
): Promise<ThinClient> {
  const { url, origin, cookie } = door
  const socket = await SocketIo.open(url, {
    auth: { version: PROTOCOL_VERSION },
    headers: { origin, cookie },
  })
  let seq = 0
  let lease = 0
  let pushedAt = Number.NEGATIVE_INFINITY
  let frame = 0
  let isDue = false
  let waiting: Part[] = []
  const flush = () => {
    isDue = false
    pushedAt = performance.now()
    const parts = encodeParts(waiting)
    waiting = []
    socket.emit(`["push",{"documentId":"${documentId}","parts":{"_placeholder":true,"num":0}}]`, [parts])
  }
  const onTail = (bytes: Uint8Array) => {
    const cursor = new Cursor(bytes)
    let own = 0
    while (!cursor.atEnd) {
      seq = cursor.uint()
      cursor.at += HASH_LENGTH
      const length = cursor.uint()
      const end = cursor.at + length
      while (cursor.at < end) {
        const author = cursor.uint()
        cursor.uint()
        cursor.uint()
        const size = cursor.uint()
        const start = cursor.at
        cursor.at = start + size
        const { clock } = headerOf(bytes, start)
        if (author === lease) own++
        events.edit(author, clock, bytes, start, start + size)
      }
    }
    if (own > 0) events.saved(own)
  }
  socket.onClose = () => events.closed()
  socket.onEvent = (json, attachments) => {
    const [first] = attachments
    if (json.startsWith('["tail"') && first !== undefined) onTail(first)
    else if (json.startsWith('["carets"')) events.cursor(() => labelsIn(json))
    else if (/^\["(refused|resync|goodbye)"/.test(json)) console.error('server says', json)
  }
  const [answer] = await socket.ask(
    JSON.stringify(['join', { documentId, position: null, lease: null, adopt: [] }]),
  )
  const joined = answer as { ok: true; value: Joined } | { ok: false; code: string }
  if (!joined.ok) throw new Error(`join: ${joined.code}`)
  const { value } = joined
  seq = Math.max(seq, value.seq)
  lease = value.lease ?? 0
  return {
    clientId: lease,
    load(doc) {
      if (value.snapshot !== null) Y.applyUpdateV2(doc, value.snapshot)
      for (const row of decodeRows(value.rows))
        for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
    },
    send(update) {
      frame += 1
      waiting.push({ lease, frame, base: seq, bytes: update })
      if (isDue) return
      isDue = true
      const early = pushedAt + PUSH_MS - performance.now()
      if (early > 0) setTimeout(flush, early)
      else setImmediate(flush)
    },
    cursor(label) {
      socket.emit(JSON.stringify(['caret', { documentId, caret: presence(label) }]))
    },
    destroy: () => socket.destroy(),
  }
}

/** The labels in a message with several carets, as the newest of each. */
const labelsIn = (json: string): string =>
  [...json.matchAll(/"label":"([^"]*)"/g)].map(([, label]) => label).join(' ')
