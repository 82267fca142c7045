import { type ClientEvents, Cursor, headerOf, type ThinClient } from '../client'
import { Wire } from '../wire'

/** What the bare relays pass on: kind, length, bytes, one or many to a frame. */
const EDIT = 0
const CURSOR = 1

function record(kind: number, bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(3 + bytes.length)
  out[0] = kind
  out[1] = (bytes.length & 0x7f) | 0x80
  out[2] = bytes.length >> 7
  out.set(bytes, 3)
  return out
}

/** A client of the bare relays, which know nothing of documents: everyone has `state` beforehand. */
export async function openRelayClient(
  url: string,
  clientId: number,
  events: ClientEvents,
): Promise<ThinClient> {
  const wire = await Wire.open(url)
  wire.onClose = () => events.closed()
  wire.onBinary = frame => {
    const cursor = new Cursor(frame)
    while (!cursor.atEnd) {
      const kind = cursor.uint()
      const length = cursor.uint()
      const start = cursor.at
      cursor.at += length
      if (kind === EDIT) {
        const { clientId, clock } = headerOf(frame, start)
        events.edit(clientId, clock, frame, start, start + length)
      } else events.cursor(() => frame.toString('utf8', start, start + length))
    }
  }
  return {
    clientId,
    size: 0,
    load: () => undefined,
    send: update => wire.sendBinary(record(EDIT, update)),
    cursor: label => wire.sendBinary(record(CURSOR, Buffer.from(label))),
    destroy: () => wire.destroy(),
  }
}
