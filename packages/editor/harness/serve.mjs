// Serves the bench on a free port (or PORT), prints its address, and ends with its standard input or SIGTERM.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const server = await createServer({
  configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
  server: { port: Number(process.env.PORT ?? 0), strictPort: process.env.PORT !== undefined },
  logLevel: 'error',
})
await server.listen()
const { port } = server.httpServer.address()
console.log(`http://127.0.0.1:${port}/`)
const end = () => server.close().finally(() => process.exit(0))
process.on('SIGTERM', end)
process.on('SIGINT', end)
process.stdin.on('end', end).resume()
