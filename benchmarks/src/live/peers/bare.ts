import { openRelayClient } from '../clients/relay'
import { SocketIo } from '../clients/socket-io'
import { openSocketIoRelayClient } from '../clients/socket-io-relay'
import type { Peer, RunningPeer } from '../peer'
import { notulaOf20kB } from '../typist'
import { Wire } from '../wire'
import { freshIds, randomClientId, startServer } from './start'

/** A server that passes bytes on and knows nothing: the floor beneath all others. */
function barePeer(
  name: string,
  file: string,
  env: Readonly<Record<string, string>>,
  doors: (url: string) => Pick<RunningPeer, 'open' | 'idle'>,
): Peer {
  return {
    name,
    async start(_world, options = {}) {
      const server = await startServer(file, options, env)
      return {
        process: server,
        known: notulaOf20kB(),
        commits: null,
        traced: null,
        documents: async count => freshIds(count),
        ...doors(`http://127.0.0.1:${server.port}`),
      }
    },
  }
}

const relayDoors = (url: string): Pick<RunningPeer, 'open' | 'idle'> => ({
  open: (documentId, _nth, events) => openRelayClient(`${url}/${documentId}`, randomClientId(), events),
  idle: () => Wire.open(`${url}/idle`),
})

export const relay = barePeer('relay', 'relay', {}, relayDoors)
export const batchedRelay = barePeer('relay, batched', 'relay', { BATCH: '1' }, relayDoors)
export const bareSocketIo = barePeer('socket.io', 'socket-io', {}, url => ({
  open: (documentId, _nth, events) => openSocketIoRelayClient(url, documentId, randomClientId(), events),
  idle: () => SocketIo.open(url),
}))
