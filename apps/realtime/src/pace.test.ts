import { createServer } from 'node:http'
import { serverSocketParser, socketParser } from '@mufakat/protocol'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { LiveServer } from './bind'
import { broadcastOf } from './broadcast'
import { BEHIND_BYTES, WAITING_MESSAGE_BYTES } from './limits'
import { Pace } from './pace'
import { openProxy } from './testing/proxy'

const documentId = '018f0a1b-c2d3-7e4f-8a9b-0c1d2e3f4a5b'
const http = createServer()
const server: LiveServer = new Server(http, { parser: serverSocketParser, serveClient: false })
server.on('connection', socket => void socket.join(documentId))
let fellBehind = 0
const pace = new Pace(server, () => {
  fellBehind += 1
})
const broadcast = broadcastOf(server, pace)
const clients: Socket[] = []
let proxy: Awaited<ReturnType<typeof openProxy>>

const CHUNK = 64_000
const tail = { documentId, rows: new Uint8Array(CHUNK) }

async function reader(url: string, transport: 'websocket' | 'polling' = 'websocket') {
  const client = io(url, {
    parser: socketParser,
    transports: [transport],
    reconnection: false,
    forceNew: true,
  })
  clients.push(client)
  const heard = { tails: 0, resyncs: 0, closed: '' }
  client.on('tail', () => {
    heard.tails += 1
  })
  client.on('resync', () => {
    heard.resyncs += 1
  })
  client.on('disconnect', reason => {
    heard.closed = reason
  })
  await new Promise<void>(resolve => client.once('connect', () => resolve()))
  return heard
}

let direct: string
beforeAll(async () => {
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  direct = `http://127.0.0.1:${port}`
  proxy = await openProxy(port)
})
afterAll(async () => {
  pace.stop()
  for (const client of clients) client.disconnect()
  await proxy.close()
  await server.close()
})

it('leaves out a reader who does not read, tells them to come again when they do, and keeps all others', async () => {
  const [quick, stalled] = await Promise.all([reader(direct), reader(proxy.url)])
  proxy.stall()
  let most = 0
  let sent = 0
  // The system between takes some megabytes first; what is sent afterwards is five times what may wait.
  while (fellBehind === 0 && sent < 2_000) await say()
  expect(fellBehind).toBe(1)
  for (let more = 0; more < (5 * BEHIND_BYTES) / CHUNK; more++) await say()
  async function say() {
    broadcast(documentId, 'tail', tail)
    broadcast(documentId, 'left', { documentId, sessionKey: 'x' })
    sent += 1
    most = Math.max(most, pace.waiting)
    await vi.waitFor(() => expect(quick.tails).toBe(sent), { interval: 1, timeout: 10_000 })
  }
  expect(most).toBeLessThan(BEHIND_BYTES + 2 * CHUNK)
  expect(quick).toEqual({ tails: sent, resyncs: 0, closed: '' })
  proxy.readOn()
  await vi.waitFor(() => expect(stalled.resyncs).toBe(1), { timeout: 20_000 })
  expect(stalled.tails).toBeLessThan(sent)
  expect([pace.behind.size, stalled.closed]).toEqual([0, ''])
  const before = stalled.tails
  await say()
  await vi.waitFor(() => expect(stalled.tails).toBe(before + 1))
})

it('counts messages, too, and cuts off whom their own questions drown', async () => {
  const drowning = await reader(direct, 'polling')
  const socket = [...server.sockets.sockets.values()].at(-1)
  if (socket === undefined) throw new Error('no socket')
  // In one turn of the event loop nothing leaves: as on a line that takes nothing.
  for (let message = 0; message <= BEHIND_BYTES / WAITING_MESSAGE_BYTES; message++)
    socket.emit('logged', { documentId, clientId: 1, frame: message })
  pace.lookAtAll()
  expect([...pace.behind.keys()]).toEqual([socket.id])
  await vi.waitFor(() => expect(drowning.resyncs).toBe(1), { timeout: 10_000 })

  const other = await reader(proxy.url)
  const drowned = [...server.sockets.sockets.values()].at(-1)
  proxy.stall()
  while (drowned?.connected === true) {
    drowned.emit('left', { documentId, sessionKey: 'x'.repeat(CHUNK) })
    pace.lookAtAll()
    await new Promise(resolve => setImmediate(resolve))
  }
  proxy.heal()
  await vi.waitFor(() => expect(other.closed).not.toBe(''))
})
