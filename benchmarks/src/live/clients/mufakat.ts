import {
  decodeCarets,
  decodeParts,
  decodeRows,
  encodeCompact,
  encodeParts,
  type Joined,
  type Part,
  PROTOCOL_VERSION,
} from '@mufakat/protocol'
import * as Y from 'yjs'
import { type Backlog, type ClientEvents, Cursor, headerOf, type ThinClient } from '../client'
import { SocketIo } from './socket-io'
import { caretOf, labelIn } from './sync'

/** Pushes are at least so far apart, as in the shipped client; what is typed meanwhile goes together. */
const PUSH_MS = 15
const HASH_LENGTH = 32
/** Code and document before the bytes of a busy event. */
const COMPACT_HEAD = 17
const TAIL = 2
const CARETS = 4
const PASSING = /"code":"(conflict|unavailable|rate-limited)"/

export interface MufakatDoor {
  readonly url: string
  readonly origin: string
  readonly cookie: string
}

/** Where a client of ours stands when its line goes down. */
interface Place {
  readonly lineage: string
  readonly seq: number
  readonly hash: Uint8Array
  readonly lease: number
  readonly frame: number
}

/** A connection that is signed in and has no document open. */
export const connectMufakat = ({ url, origin, cookie }: MufakatDoor): Promise<SocketIo> =>
  SocketIo.open(url, {
    auth: { version: PROTOCOL_VERSION },
    headers: { origin, cookie },
    inOneMessage: true,
  })

/** Ours: one lease for as long as the client lives, parts in frames without holes. */
export async function openMufakatClient(
  door: MufakatDoor,
  documentId: string,
  events: ClientEvents,
  backlog: Backlog | null = null,
): Promise<ThinClient> {
  const socket = await connectMufakat(door)
  const stood = backlog === null ? null : (backlog.place as Place)
  let { seq, hash, lease, frame } = stood ?? { seq: 0, hash: new Uint8Array(), lease: 0, frame: 0 }
  let lineage = ''
  let pushedAt = Number.NEGATIVE_INFINITY
  let isDue = false
  let waiting: Part[] = []
  /** What was typed while away is one part, as in the shipped client: its frame, and how many edits it holds. */
  let gatheredFrame = 0
  let gathered = 0
  /** Sent and not seen yet. */
  const out: Part[] = []
  let resend: NodeJS.Timeout | undefined
  /** What comes before the answer to `join` belongs behind it. */
  let early: Buffer[] | null = []
  const flush = () => {
    isDue = false
    pushedAt = performance.now()
    const parts = encodeParts(waiting)
    out.push(...waiting)
    waiting = []
    socket.sendBinary(encodeCompact('push', { documentId, parts }) ?? parts)
  }
  /** After a refusal that passes, as the shipped client does. */
  const sendAllAgainLater = () => {
    resend ??= setTimeout(
      () => {
        resend = undefined
        waiting.unshift(...out.splice(0))
        flush()
      },
      200 + Math.random() * 600,
    )
  }
  const put = (update: Uint8Array) => {
    frame += 1
    waiting.push({ lease, frame, base: seq, bytes: update })
  }
  const onRows = (bytes: Uint8Array, from: number) => {
    const cursor = new Cursor(bytes, from)
    let own = 0
    let ownParts = 0
    while (!cursor.atEnd) {
      const next = cursor.uint()
      if (next <= seq) {
        cursor.at += HASH_LENGTH
        const skipped = cursor.uint()
        cursor.at += skipped
        continue
      }
      seq = next
      hash = bytes.subarray(cursor.at, cursor.at + HASH_LENGTH)
      cursor.at += HASH_LENGTH
      const length = cursor.uint()
      const end = cursor.at + length
      while (cursor.at < end) {
        const author = cursor.uint()
        const numbered = cursor.uint()
        cursor.uint()
        const size = cursor.uint()
        const start = cursor.at
        cursor.at = start + size
        const { clock } = headerOf(bytes, start)
        if (author === lease) {
          ownParts += 1
          own += numbered === gatheredFrame ? gathered : 1
        }
        events.edit(author, clock, bytes, start, start + size)
      }
    }
    // Views into a chunk do not live on.
    hash = hash.slice()
    if (own > 0) {
      out.splice(0, ownParts)
      events.saved(own)
    }
  }
  socket.onClose = () => events.closed()
  socket.onBinary = bytes => {
    if (bytes[0] === TAIL) {
      if (early === null) onRows(bytes, COMPACT_HEAD)
      else early.push(Buffer.from(bytes))
    } else if (bytes[0] === CARETS) {
      events.cursor(() =>
        decodeCarets(bytes.subarray(COMPACT_HEAD))
          .map(({ caret }) => labelIn(caret, 0))
          .join(' '),
      )
    }
  }
  socket.onEvent = json => {
    if (json.startsWith('["refused"') && PASSING.test(json)) sendAllAgainLater()
    else if (/^\["(refused|resync|goodbye)"/.test(json)) console.error('mufakat says', json)
  }
  const position = stood === null ? null : { lineage: stood.lineage, seq, hash: placeholder(0) }
  const asked = { documentId, position, lease: stood?.lease ?? null, adopt: [] }
  const [answer] = await socket.ask(JSON.stringify(['join', asked]), stood === null ? [] : [stood.hash])
  const joined = answer as { ok: true; value: Joined } | { ok: false; code: string }
  if (!joined.ok) throw new Error(`join: ${joined.code}`)
  const { value } = joined
  if (stood !== null && (value.reset || value.lease !== stood.lease)) throw new Error('did not resume')
  lease = value.lease ?? 0
  lineage = value.lineage
  if (stood !== null) onRows(value.rows, 0)
  if (value.seq > seq) ({ seq, hash } = value)
  for (const bytes of early) onRows(bytes, COMPACT_HEAD)
  early = null
  if (backlog !== null) {
    put(Y.mergeUpdates([...backlog.updates]))
    gatheredFrame = frame
    gathered = backlog.updates.length
    flush()
  }
  return {
    clientId: lease,
    size: (value.snapshot?.length ?? 0) + value.rows.length,
    get place(): Place {
      return { lineage, seq, hash, lease, frame }
    },
    load(doc) {
      if (value.snapshot !== null) Y.applyUpdateV2(doc, value.snapshot)
      for (const row of decodeRows(value.rows))
        for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
    },
    send(update) {
      put(update)
      if (isDue) return
      isDue = true
      const wait = pushedAt + PUSH_MS - performance.now()
      if (wait > 0) setTimeout(flush, wait)
      else setImmediate(flush)
    },
    cursor(label) {
      const caret = Buffer.from(JSON.stringify(caretOf(label)))
      socket.sendBinary(encodeCompact('caret', { documentId, caret }) ?? caret)
    },
    destroy() {
      clearTimeout(resend)
      socket.destroy()
    },
  }
}

const placeholder = (num: number) => ({ _placeholder: true, num })
