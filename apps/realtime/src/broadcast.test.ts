import { createServer } from 'node:http'
import { socketParser } from '@mufakat/protocol'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { LiveServer } from './bind'
import { broadcastOf, type Connection } from './broadcast'
import { Pace } from './pace'

const documentId = '018f0a1b-c2d3-7e4f-8a9b-0c1d2e3f4a5b'
const http = createServer()
const server: LiveServer = new Server(http, { parser: socketParser, serveClient: false })
server.on('connection', socket => void socket.join(documentId))

const heard = new Map<string, string[]>()
const clients: ReturnType<typeof io>[] = []

/** A reader that notes everything in the order it comes. */
async function reader(transport: 'websocket' | 'polling') {
  const { port } = http.address() as { port: number }
  const client = io(`http://127.0.0.1:${port}`, {
    parser: socketParser,
    transports: [transport],
    forceNew: true,
  })
  clients.push(client)
  const notes: string[] = []
  heard.set(transport, notes)
  client.on('tail', ({ rows }) =>
    notes.push(`tail ${new Uint8Array(rows).join(' ').slice(0, 20)} ${rows.length}`),
  )
  client.on('resync', ({ code }) => notes.push(`resync ${code}`))
  await new Promise<void>(resolve => client.once('connect', () => resolve()))
}

beforeAll(async () => {
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  await reader('websocket')
  await reader('polling')
})

afterAll(async () => {
  for (const client of clients) client.disconnect()
  await server.close()
})

it('says the same to a websocket and to polling, in one order, whatever the size', async () => {
  const broadcast = broadcastOf(server, new Pace(server))
  const expected: string[] = []
  for (const [at, size] of [3, 108, 109, 300, 70_000].entries()) {
    broadcast(documentId, 'tail', { documentId, rows: new Uint8Array(size).fill(at) })
    expected.push(`tail ${new Uint8Array(size).fill(at).join(' ').slice(0, 20)} ${size}`)
    broadcast(documentId, 'resync', { documentId, code: 'conflict' })
    expected.push('resync conflict')
  }
  await vi.waitFor(() => {
    expect(heard.get('websocket')).toEqual(expected)
    expect(heard.get('polling')).toEqual(expected)
  })
})

it('finds the parts of the engine that it writes to', async () => {
  const ways: string[] = []
  for (const { conn } of server.sockets.sockets.values()) {
    const { transport, upgrading, writeBuffer } = conn as unknown as Connection
    expect([typeof upgrading, Array.isArray(writeBuffer)]).toEqual(['boolean', true])
    ways.push(typeof transport.socket?._sender?.sendFrame)
  }
  expect(ways.sort()).toEqual(['function', 'undefined'])
})

it('leaves out whom it is told to', async () => {
  for (const notes of heard.values()) notes.length = 0
  const [first] = server.sockets.sockets.keys()
  const broadcast = broadcastOf(server, new Pace(server))
  broadcast(documentId, 'tail', { documentId, rows: new Uint8Array(1) }, [first ?? ''])
  broadcast(documentId, 'resync', { documentId, code: 'conflict' })
  await vi.waitFor(() => {
    expect([...heard.values()].map(notes => notes.at(-1))).toEqual(['resync conflict', 'resync conflict'])
  })
  expect([...heard.values()].map(notes => notes.length).sort()).toEqual([1, 2])
})
