import { itemPlainText, itemText, listItems, readNotula } from '@mufakat/doc-model'
import { defined, systemClock } from '@mufakat/kernel'
import {
  type JournalStore,
  type LiveDocument,
  MemoryJournal,
  type OpenOptions,
  openLiveDocument,
} from '@mufakat/live'
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient, socketParser } from '@mufakat/protocol'
import {
  createRapat,
  getRapat,
  listOpd,
  readSession,
  type ServiceContext,
  seedDemo,
  setRapatStatus,
  signIn,
} from '@mufakat/services'
import { testDatabase } from '@mufakat/testing'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import type * as Y from 'yjs'
import type { Log, Ports } from '../ports'
import { type Realtime, type RealtimeOptions, startRealtime } from '../server'
import { servicePorts } from '../services'

export const ORIGIN = 'http://mufakat.test'

export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface SignedIn {
  readonly cookie: string
  readonly personId: string
}

export type RawSocket = Socket<ServerToClient, ClientToServer>

/** The demo's people, who can sign in, and rapat to write in. */
export async function seedWorld(ctx: ServiceContext) {
  await seedDemo(ctx)
  const sessions = new Map<string, SignedIn>()

  async function signedIn(login: string): Promise<SignedIn> {
    const known = sessions.get(login)
    if (known !== undefined) return known
    const { token } = await signIn(ctx, {
      login: `${login}@demo.local`,
      password: 'mufakat-demo',
      address: '127.0.0.1',
      userAgent: 'test',
    })
    const session = defined(await readSession(ctx, token), 'a session just begun')
    const made = { cookie: `mufakat_sesi=${token}`, personId: session.person.id }
    sessions.set(login, made)
    return made
  }

  /** A rapat to which Perkim is invited, and its document with one item without lines. */
  async function rapat(): Promise<{ rapatId: string; documentId: string }> {
    const { personId } = await signedIn('sekretariat')
    const actor = { personId, role: 'sekretariat', opdId: null } as const
    const perkim = (await listOpd(ctx, actor)).find(opd => opd.shortName === 'Perkim')
    const rapatId = await createRapat(ctx, actor, {
      title: 'Rakor uji',
      year: 2026,
      quarter: 4,
      date: '2026-12-10',
      startTime: '09:00',
      plannedMinutes: null,
      place: '',
      chairId: null,
      notulisId: null,
      invitedOpdIds: [defined(perkim, 'Perkim').id],
      agenda: [{ title: 'Pembukaan', minutes: 5, presenter: null }],
    })
    await setRapatStatus(ctx, actor, { rapatId, status: 'terjadwal' })
    return { rapatId, documentId: (await getRapat(ctx, actor, rapatId)).documentId }
  }
  return { ctx, sql: ctx.database.sql, signedIn, rapat }
}

/** Clients of a running realtime. */
export function openClients({ signedIn }: Awaited<ReturnType<typeof seedWorld>>, url: string) {
  const opened = new Set<LiveDocument>()
  const sockets = new Set<RawSocket>()
  const settings = (cookie: string | null): Partial<ManagerOptions & SocketOptions> => ({
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
    extraHeaders: { origin: ORIGIN, ...(cookie === null ? {} : { cookie }) },
  })
  return {
    url,

    async live(
      login: string,
      documentId: string,
      journal: JournalStore = new MemoryJournal(),
      socket: Partial<ManagerOptions & SocketOptions> = {},
      more: Partial<OpenOptions> = {},
    ) {
      const { cookie, personId } = await signedIn(login)
      const own = { ...settings(cookie), ...socket }
      const live = openLiveDocument({ url, documentId, personId, journal, socket: own, ...more })
      opened.add(live)
      return live
    },

    /** A socket that says what the test likes; null: not signed in. */
    async socket(login: string | null, options: Partial<ManagerOptions & SocketOptions> = {}) {
      const cookie = login === null ? null : (await signedIn(login)).cookie
      const auth = { version: PROTOCOL_VERSION }
      const own = { auth, parser: socketParser, reconnection: false, forceNew: true }
      const socket: RawSocket = io(url, { ...settings(cookie), ...own, ...options })
      sockets.add(socket)
      return socket
    },

    async closeOne(live: LiveDocument): Promise<void> {
      opened.delete(live)
      await live.close()
    },

    async close(): Promise<void> {
      for (const socket of sockets) socket.disconnect()
      await Promise.all([...opened].map(live => live.close()))
    },
  }
}

/** What a test wants other than it ships. */
export type WorldOptions = Partial<Omit<RealtimeOptions, 'database' | 'ports'>> & {
  /** Sees what the engine asks. */
  readonly between?: (ports: Ports) => Ports
}

/** A database with people and rapat, a running realtime, and clients that come in. */
export async function openWorld(options: WorldOptions = {}) {
  const test = await testDatabase({ max: 8 })
  const ctx: ServiceContext = { database: test.database, clock: systemClock }
  const seeds = await seedWorld(ctx)
  const { between = ports => ports, ...others } = options
  const start = (port: number) =>
    startRealtime({
      database: test.database,
      ports: between(servicePorts(ctx, { secure: false })),
      log: SILENT,
      origins: [ORIGIN],
      host: '127.0.0.1',
      ...others,
      port,
    })
  let realtime: Realtime = await start(0)
  const { port } = realtime
  const clients = openClients(seeds, `http://127.0.0.1:${port}`)
  return {
    ...seeds,
    ...clients,
    databaseUrl: test.url,
    /** For a test that changes the schema. */
    ownerUrl: test.ownerUrl,

    /** `meanwhile`: while it is away. */
    async restart<T>(meanwhile: () => Promise<T>): Promise<T> {
      await realtime.close()
      const made = await meanwhile()
      realtime = await start(port)
      return made
    },

    /** Another process on the same database, as far as the engine can tell. */
    async secondNode() {
      const node = await start(0)
      const others = openClients(seeds, `http://127.0.0.1:${node.port}`)
      return {
        ...others,
        async close(): Promise<void> {
          await others.close()
          await node.close()
        },
      }
    },

    async logRows(documentId: string): Promise<number> {
      const [row] = await test.database.sql<{ n: number }[]>`
        select count(*)::int as n from document_log where document_id = ${documentId}`
      return row?.n ?? 0
    },

    async close(): Promise<void> {
      await clients.close()
      await realtime.close()
      await test.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** Types at the end of the first item, as one local edit. */
export function type(doc: Y.Doc, words: string): void {
  const text = itemText(doc, defined(listItems(doc)[0], 'first item').id)
  text.insert(text.length, words)
}

/** The words of the first item. */
export const words = (doc: Y.Doc): string =>
  itemPlainText(defined(readNotula(doc).items[0], 'first item')).trim()

export const connected = (socket: RawSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
