import * as Y from 'yjs'
import { type ClientEvents, headerOf, type ThinClient } from '../client'
import { SocketIo } from './socket-io'
import { awarenessState, EMPTY_STATE, labelIn } from './sync'

/** y-socket.io: one namespace per document, updates and awareness as attachments of events. */
export async function openYSocketIoClient(
  url: string,
  documentId: string,
  clientId: number,
  events: ClientEvents,
): Promise<ThinClient> {
  const socket = await SocketIo.open(url, { namespace: `/yjs|${documentId}` })
  socket.onClose = () => events.closed()
  socket.onEvent = (json, [bytes]) => {
    if (bytes === undefined) return
    if (json.startsWith('["sync-update"')) {
      const { clientId, clock } = headerOf(bytes, 0)
      events.edit(clientId, clock, bytes, 0, bytes.length)
    } else if (json.startsWith('["awareness-update"')) events.cursor(() => labelIn(bytes, 0))
  }
  const [state] = (await socket.ask('["sync-step-1",{"_placeholder":true,"num":0}]', [EMPTY_STATE])) as [
    Uint8Array,
  ]
  return {
    clientId,
    size: state.length,
    load: doc => Y.applyUpdate(doc, state),
    send: update => socket.emit('["sync-update",{"_placeholder":true,"num":0}]', [update]),
    cursor(label) {
      socket.emit('["awareness-update",{"_placeholder":true,"num":0}]', [awarenessState(clientId, label)])
    },
    destroy: () => socket.destroy(),
  }
}
