import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { YSocketIO } from 'y-socket.io/dist/server'

const http = createServer((_, response) => response.end('okay'))
const folder = process.env.LEVELDB
new YSocketIO(new Server(http), folder === undefined ? {} : { levelPersistenceDir: folder }).initialize()
http.listen(Number(process.env.PORT), '127.0.0.1')
