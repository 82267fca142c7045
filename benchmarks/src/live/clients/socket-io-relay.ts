import { type ClientEvents, headerOf, type ThinClient } from '../client'
import { SocketIo } from './socket-io'

/** A client of the bare Socket.IO relay: one event each for edits and cursors, bytes attached. */
export async function openSocketIoRelayClient(
  url: string,
  documentId: string,
  clientId: number,
  events: ClientEvents,
): Promise<ThinClient> {
  const socket = await SocketIo.open(url)
  socket.onClose = () => events.closed()
  socket.onEvent = (json, [bytes]) => {
    if (bytes === undefined) return
    if (json.startsWith('["edit"')) {
      const { clientId, clock } = headerOf(bytes, 0)
      events.edit(clientId, clock, bytes, 0, bytes.length)
    } else events.cursor(() => bytes.toString())
  }
  await socket.ask(JSON.stringify(['join', documentId]))
  return {
    clientId,
    size: 0,
    load: () => undefined,
    send: update => socket.emit('["edit",{"_placeholder":true,"num":0}]', [update]),
    cursor: label => socket.emit('["cursor",{"_placeholder":true,"num":0}]', [Buffer.from(label)]),
    destroy: () => socket.destroy(),
  }
}
