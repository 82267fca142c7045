import { encodeCompact } from '@mufakat/protocol'
import type { LiveServer } from './bind'
import type { Broadcast } from './member'

/**
 * Speaks to a room. What is said in the busy events is framed once for all readers on a websocket (Socket.IO would
 * frame it anew for each); a reader on polling gets the same message by the engine's own way.
 */
export function broadcastOf(io: LiveServer): Broadcast {
  const { rooms } = io.sockets.adapter
  const { sockets } = io.sockets
  return (documentId, event, payload, except = []) => {
    const message = encodeCompact(event, payload)
    if (message === null) {
      const room = io.to(documentId).except([...except])
      // Socket.IO cannot follow that event and payload belong together.
      ;(room.emit as (event: string, payload: unknown) => void).call(room, event, payload)
      return
    }
    const options = { compress: false, wsPreEncodedFrame: [frameOf(message)] }
    for (const socketId of rooms.get(documentId) ?? []) {
      if (except.includes(socketId)) continue
      sockets.get(socketId)?.conn.write(message, options)
    }
  }
}

/** A whole, unmasked, binary frame of a websocket (RFC 6455, 5.2) from the server. */
function frameOf(message: Uint8Array): Buffer {
  const { length } = message
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x82
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, head)
  return frame
}
