import * as Y from 'yjs'
import { type Backlog, type ClientEvents, Cursor, type ThinClient } from '../client'
import { Wire } from '../wire'
import {
  awareness,
  concat,
  EMPTY_STATE,
  labelIn,
  readSync,
  syncStep1,
  syncStep2,
  syncUpdate,
  uint,
} from './sync'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const SYNC_STATUS = 8
const AUTH_TOKEN = 0
const AUTHENTICATED = 2

/** Hocuspocus: every message is headed by the document's name and a type. */
export async function openHocuspocusClient(
  url: string,
  documentId: string,
  clientId: number,
  events: ClientEvents,
  backlog: Backlog | null = null,
): Promise<ThinClient> {
  const wire = await Wire.open(url)
  const name = Buffer.from(documentId)
  const head = concat([uint(name.length), name])
  const message = (type: number, body: Uint8Array) => concat([head, uint(type), body])
  let state: Uint8Array | null = null
  await new Promise<void>((resolve, reject) => {
    wire.onClose = () => {
      events.closed()
      reject(new Error('Hocuspocus closed the connection'))
    }
    wire.onBinary = frame => {
      const cursor = new Cursor(frame, head.length)
      const type = cursor.uint()
      if (type === SYNC || type === SYNC_REPLY) {
        const received = readSync(cursor, events)
        if (received === 'asked') {
          if (backlog !== null) wire.sendBinary(message(SYNC, syncStep2(backlog.updates)))
        } else if (received !== null) {
          state = received
          if (backlog !== null) events.edit(0, 0, received, 0, received.length)
          resolve()
        }
      } else if (type === AWARENESS) events.cursor(() => labelIn(frame, cursor.at))
      else if (type === SYNC_STATUS) {
        if (cursor.uint() === 1) events.saved(1)
      } else if (type === AUTH && cursor.uint() === AUTHENTICATED) {
        wire.sendBinary(message(SYNC, syncStep1(backlog?.stateVector ?? EMPTY_STATE)))
      }
    }
    const token = Buffer.from('token')
    wire.sendBinary(message(AUTH, concat([uint(AUTH_TOKEN), uint(token.length), token])))
  })
  return {
    clientId,
    get size() {
      return state?.length ?? 0
    },
    load(doc) {
      if (state !== null) Y.applyUpdate(doc, state)
    },
    send: update => wire.sendBinary(message(SYNC, syncUpdate(update))),
    cursor: label => wire.sendBinary(message(AWARENESS, awareness(clientId, label))),
    destroy: () => wire.destroy(),
  }
}
