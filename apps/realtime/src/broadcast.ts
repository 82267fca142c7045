import { encodeCompact } from '@mufakat/protocol'
import type { LiveServer } from './bind'
import type { Broadcast } from './member'
import type { Pace } from './pace'

/**
 * Speaks to a room. What is said in the busy events is framed once for all readers on a websocket (Socket.IO would
 * frame it anew for each); a reader on polling gets the same message by the engine's own way. Who does not keep pace is
 * left out.
 */
export function broadcastOf(io: LiveServer, pace: Pace): Broadcast {
  const { rooms } = io.sockets.adapter
  const { sockets } = io.sockets
  return (documentId, event, payload, except = []) => {
    const message = encodeCompact(event, payload)
    if (message === null) {
      const room = io.to(documentId).except([...except, ...pace.behind.keys()])
      // Socket.IO cannot follow that event and payload belong together.
      ;(room.emit as (event: string, payload: unknown) => void).call(room, event, payload)
      return
    }
    const frame = frameOf(message)
    for (const socketId of rooms.get(documentId) ?? []) {
      if (except.includes(socketId)) continue
      const socket = sockets.get(socketId)
      if (socket === undefined || pace.isBehind(socket)) continue
      write(socket.conn as unknown as Connection, message, frame)
    }
  }
}

/** A connection of Engine.IO, with the parts that its types keep to itself and a test holds it to. */
export interface Connection {
  readonly readyState: string
  readonly upgrading: boolean
  readonly writeBuffer: readonly unknown[]
  readonly transport: {
    /** The websocket; none on polling. */
    readonly socket?: { readonly _sender?: { sendFrame(frames: readonly Uint8Array[]): void } }
  }
  write(message: Uint8Array, options: { compress: boolean }): void
}

/**
 * Straight to the websocket when the engine holds nothing back for this reader, so that nothing is overtaken;
 * otherwise in line behind it. Half the cost of a small write is the engine's.
 */
function write(conn: Connection, message: Uint8Array, frame: Uint8Array): void {
  const sender = conn.transport.socket?._sender
  if (sender !== undefined && conn.readyState === 'open' && conn.writeBuffer.length === 0 && !conn.upgrading)
    sender.sendFrame([frame])
  else conn.write(message, { compress: false })
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
