import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

// The floor: passes bytes on within a room (the path) and knows nothing. BATCH=1: one frame per turn and client.
const rooms = new Map<string, Set<WebSocket>>()
const http = createServer((_, response) => response.end('okay'))
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
const waiting = new Map<WebSocket, Buffer[]>()

function flush(): void {
  for (const [socket, runs] of waiting)
    socket.send(runs.length === 1 ? (runs[0] as Buffer) : Buffer.concat(runs))
  waiting.clear()
}

function later(socket: WebSocket, bytes: Buffer): void {
  if (waiting.size === 0) setImmediate(flush)
  const runs = waiting.get(socket)
  if (runs === undefined) waiting.set(socket, [bytes])
  else runs.push(bytes)
}

const pass = process.env.BATCH === '1' ? later : (socket: WebSocket, bytes: Buffer) => socket.send(bytes)

sockets.on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const room = rooms.get(path) ?? new Set()
  rooms.set(path, room.add(socket))
  socket.on('message', (bytes: Buffer) => {
    for (const other of room) if (other !== socket) pass(other, bytes)
  })
  socket.on('close', () => room.delete(socket))
})
http.listen(Number(process.env.PORT), '127.0.0.1')
