import { type Packet, PacketType } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { MalformedBytes } from './bytes'
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

  it('carries everything else as Socket.IO does, bytes and answers included', () => {
    const answer: Packet = {
      type: PacketType.ACK,
      nsp: '/',
      id: 3,
      data: [{ ok: true, rows: Buffer.from(bytes) }],
    }
    for (const packet of [
      event('beat', {}),
      event('join', { documentId, hash: Buffer.from(bytes) }),
      answer,
    ]) {
      const { packets } = carried({ ...packet })
      expect(packets.map(({ data }) => data)).toEqual([packet.data])
    }
  })

  it('leaves what is not of their shape to the ordinary way, where the catalogue refuses it', () => {
    for (const payload of [{ documentId: 'x', parts: bytes }, { documentId, parts: 'AQ==' }, null]) {
      expect(carried(event('push', payload)).messages[0]).toEqual(expect.any(String))
    }
  })

  it('refuses bytes that are no message of ours', () => {
    const decoder = new socketParser.Decoder()
    for (const message of [new Uint8Array(), new Uint8Array([1, 2]), new Uint8Array(40)]) {
      expect(() => decoder.add(message)).toThrow(MalformedBytes)
    }
  })

  it('takes one hash from a client, and no more', () => {
    const decoder = new serverSocketParser.Decoder()
    expect(() => decoder.add('52-["join",{"_placeholder":true,"num":0}]')).toThrow('too many attachments')
  })

  it('gives back carets', () => {
    const moves = [
      { sessionKey: 'a1', caret: bytes },
      { sessionKey: 'b2', caret: new Uint8Array() },
    ]
    expect(decodeCarets(encodeCarets(moves))).toEqual(moves)
  })
})
