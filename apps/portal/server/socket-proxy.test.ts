import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '@mufakat/db'
import { FileStore } from '@mufakat/files'
import { systemClock } from '@mufakat/kernel'
import { openVault } from '@mufakat/services'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createPortal, type Portal } from './app'
import { createMetrics } from './metrics'

const NEVER = 'postgres://nobody@127.0.0.1:9/none'

const seen: { url: string; headers: IncomingHttpHeaders; upgrade: boolean }[] = []
let realtime: Server
let portal: Portal
const listening = (server: Server): Promise<number> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
let port: number

beforeAll(async () => {
  realtime = createServer((asked, response) => {
    seen.push({ url: asked.url ?? '', headers: asked.headers, upgrade: false })
    response.end('from realtime')
  })
  realtime.on('upgrade', (asked, socket) => {
    seen.push({ url: asked.url ?? '', headers: asked.headers, upgrade: true })
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  portal = createPortal({
    settings: {
      baseUrl: 'http://portal.test',
      secure: false,
      demo: false,
      mode: 'test',
      trustedProxies: [],
      realtimePort: await listening(realtime),
    },
    services: {
      database: openDatabase(NEVER),
      clock: systemClock,
      vault: openVault('x'.repeat(32)),
      smtp: null,
      baseUrl: 'http://portal.test',
    },
    system: {
      version: 'test',
      baseUrl: 'http://portal.test',
      dataDir: '/',
      backupDir: null,
      realtimePort: 9,
      workerPort: null,
    },
    metrics: createMetrics(),
    tracing: null,
    nameRoute: () => '*',
    logRequest: () => undefined,
    files: { store: new FileStore({ root: '/nowhere' }), scan: null },
    // Nothing here reaches a page that renders.
    build: () => Promise.resolve({ routes: {} } as ServerBuild),
    assets: null,
    logError: () => undefined,
  })
  port = await listening(portal.server)
})
beforeEach(() => {
  seen.length = 0
})
afterAll(async () => {
  await portal.close()
})

/** As written: fetch would tidy the path up. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })

const LIES = { forwarded: 'for=192.0.2.1', 'x-real-ip': '192.0.2.2', 'x-forwarded-host': 'jahat.example' }

it('tells realtime the address it saw itself, and nothing else of the kind', async () => {
  await ask('/socket.io/?EIO=4&transport=polling', { ...LIES, 'x-forwarded-for': '203.0.113.7' })
  await ask('/socket.io/?EIO=4&transport=websocket', {
    ...LIES,
    'x-forwarded-for': '192.0.2.9, 203.0.113.7',
    connection: 'upgrade',
    upgrade: 'websocket',
  })
  expect(seen.map(({ upgrade }) => upgrade)).toEqual([false, true])
  for (const { headers } of seen) {
    expect(headers['x-forwarded-for']).toBe('203.0.113.7')
    expect(Object.keys(LIES).filter(name => name in headers)).toEqual([])
  }
})

it.each(['/metrics', '/readyz', '//metrics', '/socket.io.x/metrics', '/x/../metrics', '/%2fmetrics'])(
  'does not pass on %s',
  async path => {
    await ask(path)
    expect(seen).toEqual([])
  },
)

it('passes nothing on without an address, by which realtime knows what comes from outside', async () => {
  for (const path of [
    '/socket.io',
    '/socket.io/../metrics',
    '/socket.io/..%2fmetrics',
    '/socket.io//metrics',
  ])
    await ask(path)
  expect(seen.length).toBeGreaterThan(0)
  for (const { headers } of seen) expect(headers['x-forwarded-for']).toBe('127.0.0.1')
})

it('says at once that realtime is away, on either way', async () => {
  realtime.closeAllConnections()
  await new Promise(resolve => realtime.close(resolve))
  expect(await ask('/socket.io/?EIO=4&transport=polling')).toBe(502)
  const upgrade = { connection: 'upgrade', upgrade: 'websocket' }
  await expect(ask('/socket.io/?EIO=4&transport=websocket', upgrade)).rejects.toThrow('socket hang up')
})
