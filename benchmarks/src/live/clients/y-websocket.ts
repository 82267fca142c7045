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

/** y-websocket: the document is named by the path. */
export async function openYWebsocketClient(
  url: string,
  documentId: string,
  clientId: number,
  events: ClientEvents,
  backlog: Backlog | null = null,
): Promise<ThinClient> {
  const wire = await Wire.open(`${url}/${documentId}`)
  const message = (type: number, body: Uint8Array) => concat([uint(type), body])
  let state: Uint8Array | null = null
  await new Promise<void>((resolve, reject) => {
    wire.onClose = () => {
      events.closed()
      reject(new Error('y-websocket closed the connection'))
    }
    wire.onBinary = frame => {
      const cursor = new Cursor(frame)
      const type = cursor.uint()
      if (type === AWARENESS) events.cursor(() => labelIn(frame, cursor.at))
      else if (type === SYNC) {
        const received = readSync(cursor, events)
        if (received === 'asked') {
          if (backlog !== null) wire.sendBinary(message(SYNC, syncStep2(backlog.updates)))
        } else if (received !== null) {
          state = received
          if (backlog !== null) events.edit(0, 0, received, 0, received.length)
          resolve()
        }
      }
    }
    wire.sendBinary(message(SYNC, syncStep1(backlog?.stateVector ?? EMPTY_STATE)))
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
