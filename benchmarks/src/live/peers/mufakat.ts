import { fileURLToPath } from 'node:url'
import type { Backlog, ClientEvents } from '../client'
import { connectMufakat, openMufakatClient } from '../clients/mufakat'
import type { Peer, RunningPeer } from '../peer'
import { startProcess } from '../process'
import { fillTo20kB } from '../typist'
import { ORIGIN } from '../world'
import { probeArgs, probeEnv, seed } from './start'

const REALTIME = fileURLToPath(new URL('../../../../apps/realtime/', import.meta.url))

/** Ours as shipped: the bundled process with sign-in, permissions, gate and log. */
export const mufakat: Peer = {
  name: 'mufakat',
  async start(world, { memoryFile } = {}) {
    const server = await startProcess({
      cwd: REALTIME,
      args: [...probeArgs(memoryFile), 'dist/main.bench.js'],
      env: port => ({
        ...probeEnv(memoryFile),
        DATABASE_URL: world.databaseUrl,
        REALTIME_PORT: String(port),
        SESSION_SECRET: 'x'.repeat(32),
        BASE_URL: ORIGIN,
        HOST: '127.0.0.1',
      }),
      path: '/readyz',
    })
    const door = (nth: number) => ({
      url: `http://127.0.0.1:${server.port}`,
      origin: ORIGIN,
      cookie: world.cookies[nth % world.cookies.length] ?? '',
    })
    const open: RunningPeer['open'] = (documentId, nth, events: ClientEvents, backlog?: Backlog | null) =>
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
  },
}
