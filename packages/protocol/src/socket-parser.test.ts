import { type Packet, PacketType } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { ByteWriter, MalformedBytes } from './bytes'
import { decodeCarets, encodeCarets } from './compact'
import { serverSocketParser, socketParser } from './socket-parser'

const documentId = '018f0a1b-c2d3-7e4f-8a9b-0c1d2e3f4a5b'
const bytes = new Uint8Array([7, 0, 255])

/** What one side reads of what the other wrote, message by message. */
function carried(packet: Packet): { messages: unknown[]; packets: Packet[] } {
  const messages: unknown[] = new socketParser.Encoder().encode(packet)
  const decoder = new socketParser.Decoder()
  const packets: Packet[] = []
  decoder.on('decoded', read => packets.push(read))
  for (const message of messages) decoder.add(message)
  return { messages, packets }
}

const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data })

describe('the parser of the socket', () => {
  it.each([
    ['push', 1, { documentId, parts: bytes }],
    ['tail', 2, { documentId, rows: bytes }],
    ['caret', 3, { documentId, caret: bytes }],
    ['carets', 4, { documentId, carets: bytes }],
  ])('carries %s as one message: code %i, document, bytes', (name, code, payload) => {
    const { messages, packets } = carried(event(name, payload))
    expect(messages).toHaveLength(1)
    const document = documentId.replaceAll('-', '')
    expect(Buffer.from(messages[0] as Uint8Array).toString('hex')).toBe(`0${code}${document}0700ff`)
    expect(packets).toEqual([event(name, payload)])
  })

  it('carries everything else, bytes and answers included, each as one message', () => {
    const answer: Packet = {
      type: PacketType.ACK,
      nsp: '/',
      id: 3,
      data: [{ ok: true, rows: bytes }],
    }
    for (const packet of [event('beat', {}), event('join', { documentId, hash: bytes }), answer]) {
      const { messages, packets } = carried({ ...packet })
      expect(messages).toHaveLength(1)
      expect(packets.map(({ data }) => data)).toEqual([packet.data])
    }
  })

  it('leaves what is not of their shape to the ordinary way, where the catalogue refuses it', () => {
    for (const payload of [{ documentId: 'x', parts: bytes }, { documentId, parts: 'AQ==' }, null]) {
      const { packets } = carried(event('push', payload))
      expect(packets).toEqual([event('push', payload)])
    }
  })

  it('refuses bytes that are no message of ours', () => {
    const decoder = new socketParser.Decoder()
    for (const message of [new Uint8Array(), new Uint8Array([1, 2]), new Uint8Array(40)]) {
      expect(() => decoder.add(message)).toThrow(MalformedBytes)
    }
  })

  it('takes one hash from a client, and no more', () => {
    const joining = (...hashes: Uint8Array[]): unknown =>
      new socketParser.Encoder().encode(event('join', hashes.map(Buffer.from)))[0]
    expect(() => new serverSocketParser.Decoder().add(joining(bytes))).not.toThrow()
    expect(() => new serverSocketParser.Decoder().add(joining(bytes, bytes))).toThrow('too many attachments')
  })

  it('waits for nothing: a text that announces bytes is refused, and so are other bytes than the text names', () => {
    const text = '51-["join",{"_placeholder":true,"num":0}]'
    const message = (...runs: Uint8Array[]) => {
      const out = new ByteWriter().uint(5).run(Buffer.from(text))
      for (const run of runs) out.run(run)
      return out.done()
    }
    const decoder = new socketParser.Decoder()
    expect(() => decoder.add(text)).toThrow(MalformedBytes)
    expect(() => decoder.add(message())).toThrow(MalformedBytes)
    expect(() => decoder.add(message(bytes, bytes))).toThrow(MalformedBytes)
    expect(() => decoder.add(message(bytes).subarray(0, -1))).toThrow(MalformedBytes)
    expect(() => decoder.add(message(bytes))).not.toThrow()
  })

  it('gives back carets', () => {
    const moves = [
      { sessionKey: 'a1', caret: bytes },
      { sessionKey: 'b2', caret: new Uint8Array() },
    ]
    expect(decodeCarets(encodeCarets(moves))).toEqual(moves)
  })
})
