import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import type { ClientEvents, ThinClient } from './client'
import { openHocuspocusClient } from './clients/hocuspocus'
import { openMufakatClient } from './clients/mufakat'
import { openRelayClient } from './clients/records'
import { openYSocketIoClient } from './clients/y-socket-io'
import { openYWebsocketClient } from './clients/y-websocket'
import { type ServerProcess, startProcess } from './process'
import { fillTo20kB, notulaOf20kB, stateOf } from './typist'
import { ORIGIN, type World } from './world'

/** A co-editing server as the load driver knows it. */
export interface Peer {
  readonly name: string
  readonly usesPostgres: boolean
  /** On `port` when given: come back after a kill. */
  start(world: World, options?: { port?: number; preload?: readonly string[] }): Promise<RunningPeer>
}

export interface RunningPeer {
  readonly process: ServerProcess
  /** `count` documents of 20 kB, known to the server. */
  documents(count: number): Promise<string[]>
  /** `nth` tells who: people take turns. */
  open(documentId: string, nth: number, events: ClientEvents): Promise<ThinClient>
  /** What a client has that need not be brought by the server; null: the server brings everything. */
  readonly known: Uint8Array | null
  /** How it can be told that an edit is in Postgres; null: it never is. */
  readonly commits: 'when-saved' | WatchCommits | null
}

/** Tells, whenever the document was stored, how far each clientID's clock is in what was stored. */
export type WatchCommits = (
  documentId: string,
  onStored: (clocks: ReadonlyMap<number, number>) => void,
) => Promise<() => Promise<void>>

export const SILENT: ClientEvents = {
  edit: () => undefined,
  cursor: () => undefined,
  saved: () => undefined,
  closed: () => undefined,
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const REALTIME = fileURLToPath(new URL('../../../apps/realtime/', import.meta.url))

const randomClientId = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
const fresh = (count: number) => Array.from({ length: count }, () => randomUUID())

const mufakat: Peer = {
  name: 'mufakat',
  usesPostgres: true,
  async start(world, { port, preload = [] } = {}) {
    const server = await startProcess({
      cwd: REALTIME,
      args: () => [...preload, 'dist/main.bench.js'],
      env: own => ({
        DATABASE_URL: world.databaseUrl,
        REALTIME_PORT: String(own),
        SESSION_SECRET: 'x'.repeat(32),
        BASE_URL: ORIGIN,
        HOST: '127.0.0.1',
      }),
      path: '/readyz',
      ...(port === undefined ? {} : { port }),
    })
    const open = (documentId: string, nth: number, events: ClientEvents) => {
      const cookie = world.cookies[nth % world.cookies.length] ?? ''
      return openMufakatClient(
        { url: `http://127.0.0.1:${server.port}`, origin: ORIGIN, cookie },
        documentId,
        events,
      )
    }
    return {
      process: server,
      known: null,
      commits: 'when-saved',
      open,
      async documents(count) {
        const ids: string[] = []
        for (let i = 0; i < count; i++) ids.push(await world.rapat())
        for (const id of ids)
          await seed({ open, known: null }, id, (state, clientId) => fillTo20kB(state, clientId))
        return ids
      },
    }
  },
}

/** Writes the first content through the front door and waits until another client is sent it. */
async function seed(
  { open, known }: Pick<RunningPeer, 'open' | 'known'>,
  documentId: string,
  content: (state: Uint8Array, clientId: number) => Uint8Array,
): Promise<void> {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const reader = await open(documentId, 0, { ...SILENT, edit: () => arrive() })
  const writer = await open(documentId, 0, SILENT)
  writer.send(content(stateOf(writer, known), writer.clientId))
  await arrived
  writer.destroy()
  reader.destroy()
}

function tsxServer(
  file: string,
  env: (world: World) => Promise<Record<string, string>>,
): (world: World, options?: { port?: number; preload?: readonly string[] }) => Promise<ServerProcess> {
  return async (world, { port, preload = [] } = {}) => {
    const own = await env(world)
    return startProcess({
      cwd: ROOT,
      args: () => ['--import', 'tsx', ...preload, `src/live/servers/${file}.ts`],
      env: at => ({ ...own, PORT: String(at) }),
      path: '/',
      ...(port === undefined ? {} : { port }),
    })
  }
}

const startHocuspocus = tsxServer('hocuspocus', async world => ({ DATABASE_URL: world.databaseUrl }))
const hocuspocus: Peer = {
  name: 'hocuspocus',
  usesPostgres: true,
  async start(world, options) {
    const server = await startHocuspocus(world, options)
    return {
      process: server,
      known: null,
      async commits(documentId, onStored) {
        const { sql } = world.database
        const { unlisten } = await sql.listen('hocuspocus', async name => {
          if (name !== documentId) return
          const [row] = await sql<{ data: Uint8Array }[]>`select data from hocuspocus where name = ${name}`
          if (row !== undefined) onStored(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(row.data)))
        })
        return unlisten
      },
      async documents(count) {
        const ids = fresh(count)
        const state = Buffer.from(notulaOf20kB())
        for (const id of ids)
          await world.database.sql`insert into hocuspocus (name, data) values (${id}, ${state})`
        return ids
      },
      open: (documentId, _nth, events) =>
        openHocuspocusClient(`http://127.0.0.1:${server.port}`, documentId, randomClientId(), events),
    }
  },
}

function yjsPeer(
  name: string,
  start: ReturnType<typeof tsxServer>,
  connect: (url: string, documentId: string, clientId: number, events: ClientEvents) => Promise<ThinClient>,
): Peer {
  return {
    name,
    usesPostgres: false,
    async start(world, options) {
      const server = await start(world, options)
      const open: RunningPeer['open'] = (documentId, _nth, events) =>
        connect(`http://127.0.0.1:${server.port}`, documentId, randomClientId(), events)
      return {
        process: server,
        known: null,
        commits: null,
        open,
        async documents(count) {
          const ids = fresh(count)
          for (const id of ids) await seed({ open, known: null }, id, notulaOf20kB)
          return ids
        },
      }
    },
  }
}

const yWebsocket = yjsPeer(
  'y-websocket',
  tsxServer('y-websocket', async () => ({})),
  openYWebsocketClient,
)

const ySocketIo = yjsPeer(
  'y-socket.io',
  tsxServer('y-socket-io', async () => ({})),
  openYSocketIoClient,
)

function relay(name: string, env: Record<string, string>): Peer {
  const start = tsxServer('relay', async () => env)
  return {
    name,
    usesPostgres: false,
    async start(world, options) {
      const server = await start(world, options)
      return {
        process: server,
        known: notulaOf20kB(),
        commits: null,
        documents: async count => fresh(count),
        open: (documentId, _nth, events) =>
          openRelayClient(`http://127.0.0.1:${server.port}/${documentId}`, randomClientId(), events),
      }
    },
  }
}

export const PEERS: readonly Peer[] = [
  mufakat,
  hocuspocus,
  yWebsocket,
  ySocketIo,
  relay('relay', {}),
  relay('relay, batched', { BATCH: '1' }),
]
