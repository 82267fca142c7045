import { randomUUID } from 'node:crypto'
import type { Backlog, ClientEvents, ThinClient } from '../client'
import { SocketIo } from '../clients/socket-io'
import { openYSocketIoClient } from '../clients/y-socket-io'
import { openYWebsocketClient } from '../clients/y-websocket'
import type { Peer, RunningPeer, StartOptions } from '../peer'
import type { ServerProcess } from '../process'
import { notulaOf20kB } from '../typist'
import { Wire } from '../wire'
import { freshIds, randomClientId, seed, startServer } from './start'

type Connect = (
  url: string,
  documentId: string,
  clientId: number,
  events: ClientEvents,
  backlog?: Backlog | null,
) => Promise<ThinClient>

/** A server that knows documents by what its clients bring, and stores them, if at all, in LevelDB. */
function yjsPeer(
  name: string,
  start: (options: StartOptions) => Promise<ServerProcess>,
  connect: Connect,
  idle: (url: string) => Promise<{ destroy(): void }>,
): Peer {
  return {
    name,
    async start(_world, options = {}) {
      const server = await start(options)
      const url = `http://127.0.0.1:${server.port}`
      const open: RunningPeer['open'] = (documentId, _nth, events, backlog) =>
        connect(url, documentId, randomClientId(), events, backlog)
      const made = async (id: string, state: Uint8Array) => {
        await seed(open, id, () => state)
        return id
      }
      return {
        process: server,
        known: null,
        commits: null,
        open,
        idle: () => idle(url),
        traced: ({ state }) => made(randomUUID(), state),
        async documents(count) {
          const ids = freshIds(count)
          for (const id of ids) await made(id, notulaOf20kB())
          return ids
        },
      }
    },
  }
}

export const yWebsocket = yjsPeer(
  'y-websocket',
  options =>
    startServer(
      'y-websocket',
      options,
      options.storage === undefined ? {} : { YPERSISTENCE: options.storage },
    ),
  openYWebsocketClient,
  // Without a document there is no connection: all of them share one.
  url => Wire.open(`${url}/idle`),
)

export const ySocketIo = yjsPeer(
  'y-socket.io',
  options =>
    startServer('y-socket-io', options, options.storage === undefined ? {} : { LEVELDB: options.storage }),
  openYSocketIoClient,
  url => SocketIo.open(url),
)
