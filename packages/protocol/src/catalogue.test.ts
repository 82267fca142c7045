import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CLIENT_EVENTS, handshakeAuth, PROTOCOL_VERSION, SERVER_EVENTS } from './catalogue'

/** Change a schema → the hash changes → raise PROTOCOL_VERSION, tell it in PROTOCOL.md, and write both here. */
const LOCKED = { version: 7, hash: 'cbc9e480601efcce1fdced35778d664007e19f2aae8b668796379d3ae988068d' }

const shape = (schema: z.ZodType | null) =>
  schema === null ? null : z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

describe('the catalogue', () => {
  it('cannot change unnoticed', () => {
    const all = [CLIENT_EVENTS, SERVER_EVENTS].map(events =>
      Object.entries(events).map(([name, { payload, ack }]) => [name, shape(payload), shape(ack)]),
    )
    const hash = createHash('sha256')
      .update(JSON.stringify([all, shape(handshakeAuth)]))
      .digest('hex')
    expect({ version: PROTOCOL_VERSION, hash }).toEqual(LOCKED)
  })

  it('takes the bytes of a browser and of Node as one', () => {
    const documentId = '018f0000-0000-7000-8000-000000000000'
    for (const parts of [new Uint8Array([1]), new Uint8Array([1]).buffer, Buffer.from([1])]) {
      const parsed = CLIENT_EVENTS.push.payload.parse({ documentId, parts })
      expect([...parsed.parts]).toEqual([1])
    }
    expect(CLIENT_EVENTS.push.payload.safeParse({ documentId, parts: 'AQ==' }).success).toBe(false)
  })
})
