import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { connectMufakat, openMufakatClient } from '../clients/mufakat'
import type { Peer, RunningPeer, StartOptions } from '../peer'
import { type ServerProcess, startProcess } from '../process'
import { fillTo20kB } from '../typist'
import { ORIGIN, type World } from '../world'
import { probeArgs, probeEnv, seed } from './start'

const REALTIME = fileURLToPath(new URL('../../../../apps/realtime/', import.meta.url))
const PORTAL = fileURLToPath(new URL('../../../../apps/portal/', import.meta.url))
const PORTAL_BUILD = 'build/main.js'

/** `npm run build` builds it. */
export const isPortalBuilt = (): boolean => existsSync(`${PORTAL}${PORTAL_BUILD}`)

/** Ours as shipped: the bundled process with sign-in, permissions, gate and log. */
export const mufakat: Peer = {
  name: 'mufakat',
  async start(world, options = {}) {
    const server = await startRealtime(world, options)
    return peerAt(world, server, server.port)
  },
}

/** The same, come to through the portal, as people do; the CPU is that of realtime alone. */
export const proxiedMufakat: Peer = {
  name: 'mufakat through the portal',
  measures: ['latency'],
  async start(world, options = {}) {
    const server = await startRealtime(world, options)
    const portal = await startProcess({
      cwd: PORTAL,
      args: [PORTAL_BUILD],
      env: port => ({ ...settings(world), PORT: String(port), REALTIME_PORT: String(server.port) }),
      path: '/masuk',
    })
    const both: ServerProcess = {
      ...server,
      async end(signal) {
        await portal.end(signal)
        await server.end(signal)
      },
    }
    return peerAt(world, both, portal.port)
  },
}

const settings = (world: World) => ({
  DATABASE_URL: world.databaseUrl,
  SESSION_SECRET: 'x'.repeat(32),
  BASE_URL: ORIGIN,
  HOST: '127.0.0.1',
})

const startRealtime = (world: World, { memoryFile }: StartOptions): Promise<ServerProcess> =>
  startProcess({
    cwd: REALTIME,
    args: [...probeArgs(memoryFile), world.bundle],
    env: port => ({ ...probeEnv(memoryFile), ...settings(world), REALTIME_PORT: String(port) }),
    path: '/readyz',
  })

function peerAt(world: World, server: ServerProcess, port: number): RunningPeer {
  const door = (nth: number) => ({
    url: `http://127.0.0.1:${port}`,
    origin: ORIGIN,
    cookie: world.cookies[nth % world.cookies.length] ?? '',
  })
  const open: RunningPeer['open'] = (documentId, nth, events, backlog) =>
    openMufakatClient(door(nth), documentId, events, backlog)
  return {
    process: server,
    known: null,
    commits: 'when-saved',
    open,
    idle: nth => connectMufakat(door(nth)),
    traced: async ({ documentId }) => documentId,
    async documents(count) {
      const ids: string[] = []
      for (let i = 0; i < count; i++) ids.push(await world.rapat())
      for (const id of ids) await seed(open, id, fillTo20kB)
      return ids
    },
  }
}
