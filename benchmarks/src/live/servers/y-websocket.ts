import { createServer } from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'

// Its own `server.js`, line for line, but for `WebSocket.Server`, which ws no longer has. Storage by YPERSISTENCE.
const server = createServer((_, response) => response.end('okay'))
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, opened => sockets.emit('connection', opened, request))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
