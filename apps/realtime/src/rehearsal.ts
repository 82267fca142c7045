import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { chainHash, type Database, withUndoneDocument } from '@mufakat/db'
import { createNotulaDoc, itemText, listItems, seedNotula } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import {
  type ClientPayload,
  type CompactEvent,
  decodeParts,
  decodeRows,
  encodeCompact,
  encodeParts,
  GENESIS_HASH,
  type Joined,
  PROTOCOL_VERSION,
  socketParser,
} from '@mufakat/protocol'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Log, Ports, Visitor } from './ports'
import { startRealtime } from './server'

/**
 * Plays some visits before the first real one, which would otherwise wait for code that has never run: on a server
 * just started a document opens in half the time.
 *
 * 1. Nothing stays: the document is in a transaction that is undone, and no bell rings.
 * 2. Nobody gets in: a server of its own, on a port of this machine that is open only meanwhile, lets in who knows a
 *    secret made for it, into a document without content.
 * 3. It takes a bounded time, and a rehearsal that fails costs nothing but what it would have gained.
 */
export async function rehearse({ database, ports, log }: Stage): Promise<void> {
  const startedAt = performance.now()
  try {
    const { document, letter } = emptyNotula()
    await withUndoneDocument(database.sql, document, async sql => {
      const token = randomBytes(32).toString('base64url')
      const cookie = `mufakat_sesi=${token}; __Host-mufakat_sesi=${token}`
      const realtime = await startRealtime({
        database: { ...database, sql },
        ports: playedPorts(ports, cookie),
        log: SILENT,
        origins: [],
        host: '127.0.0.1',
        port: 0,
        pollMs: Number.POSITIVE_INFINITY,
        bell: false,
      })
      const url = `ws://127.0.0.1:${realtime.port}/socket.io/?EIO=4&transport=websocket`
      try {
        const visits = Array.from({ length: VISITS }, () => visit(url, cookie, document.id, letter))
        await Promise.race([Promise.all(visits), tooLate()])
      } finally {
        await realtime.close()
      }
    })
    log.info({ ms: Math.round(performance.now() - startedAt) }, 'rehearsed')
  } catch (error) {
    log.warn({ err: error }, 'not rehearsed')
  }
}

export interface Stage {
  readonly database: Database
  readonly ports: Ports
  readonly log: Log
}

/** The first takes most of what can be gained; hundreds would halve what follows, and nobody may come in meanwhile. */
const VISITS = 8
const PATIENCE_MS = 2_000

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
/** Somebody else each time: what one person may do is bounded. */
const player = (): Visitor => ({ sessionId: newId(), personId: newId(), name: '', opd: null, viewerId: null })

const tooLate = async () => {
  await delay(PATIENCE_MS, undefined, { ref: false })
  throw new Error('a visit did not end')
}

/** The real questions are asked, and have no answer: who knows the secret is let in nevertheless. */
const playedPorts = (ports: Ports, cookie: string): Ports => ({
  async visitor(header) {
    await ports.visitor(header)
    return header === cookie ? player() : null
  },
  async permits(asked) {
    await ports.permits(asked)
    return asked.map(
      ({ documentIds }) => new Map(documentIds.map(id => [id, { access: 'write', code: null } as const])),
    )
  },
  unprojected: async () => [],
  project: async () => undefined,
  board: ports.board,
})

/** A notula of one item as its first row, and how someone types a letter into it. */
function emptyNotula() {
  const doc = createNotulaDoc()
  seedNotula(doc, [{ title: '', lines: [{ text: '' }] }])
  const bytes = Y.encodeStateAsUpdate(doc)
  const parts = encodeParts([{ lease: doc.clientID, frame: 1, base: 0, bytes }])
  const document = { id: newId(), lineage: newId(), hash: chainHash(GENESIS_HASH, parts), parts }
  const letter = (clientId: number): Uint8Array => {
    const copy = createNotulaDoc()
    Y.applyUpdate(copy, bytes)
    copy.clientID = clientId
    const before = Y.encodeStateVector(copy)
    itemText(copy, defined(listItems(copy)[0], 'item').id).insert(1, 'a')
    return Y.encodeStateAsUpdate(copy, before)
  }
  return { document, letter }
}

/** Comes in, opens the document, moves the caret, types a letter, is told that it is saved, and leaves. */
async function visit(
  url: string,
  cookie: string,
  documentId: string,
  letter: (clientId: number) => Uint8Array,
): Promise<void> {
  const line = new WebSocket(url, { headers: { cookie } })
  const decoder = new socketParser.Decoder()
  const send = (event: CompactEvent, payload: object) =>
    line.send(defined(encodeCompact(event, payload), event))
  try {
    await new Promise<void>((resolve, reject) => {
      line.on('error', reject)
      line.on('close', () => reject(new Error('turned away')))
      line.on('message', (data: Buffer, isBinary: boolean) => {
        const text = isBinary ? '' : data.toString()
        if (isBinary) decoder.add(data)
        else if (text.startsWith('0')) line.send(`40${JSON.stringify({ version: PROTOCOL_VERSION })}`)
        else if (text.startsWith('40')) line.send(`420${JSON.stringify(['join', joining(documentId)])}`)
        else if (text.startsWith('4')) decoder.add(text.slice(1))
      })
      let lease = 0
      decoder.on('decoded', ({ id, data: [answer, told] }) => {
        if (id === 0) {
          const { value }: { value: Joined } = answer
          lease = defined(value.lease, 'lease')
          const parts = encodeParts([{ lease, frame: 1, base: value.seq, bytes: letter(lease) }])
          send('caret', { documentId, caret: NOWHERE })
          send('push', { documentId, parts })
        } else if (answer === 'tail' && authorsOf(told.rows).includes(lease)) resolve()
      })
    })
  } finally {
    line.terminate()
  }
}

const NOWHERE = new Uint8Array()
const joining = (documentId: string): ClientPayload<'join'> => ({
  documentId,
  position: null,
  lease: null,
  adopt: [],
})
const authorsOf = (rows: Uint8Array): number[] =>
  decodeRows(rows).flatMap(({ parts }) => decodeParts(parts).map(({ lease }) => lease))
