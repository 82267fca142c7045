import { createServer } from 'node:http'
import { Server } from 'socket.io'

// Bare Socket.IO: rooms and nothing else.
const http = createServer((_, response) => response.end('okay'))
const io = new Server(http)
io.on('connection', socket => {
  let room = ''
  socket.on('join', (documentId: string, done: () => void) => {
    room = documentId
    void socket.join(room)
    done()
  })
  for (const event of ['edit', 'cursor']) {
    socket.on(event, (bytes: Buffer) => socket.to(room).emit(event, bytes))
  }
})
http.listen(Number(process.env.PORT), '127.0.0.1')
