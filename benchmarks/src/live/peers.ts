import type { Peer } from './peer'
import { bareSocketIo, batchedRelay, relay } from './peers/bare'
import { hocuspocus } from './peers/hocuspocus'
import { mufakat } from './peers/mufakat'
import { ySocketIo, yWebsocket } from './peers/yjs'

export const PEERS: readonly Peer[] = [
  mufakat,
  hocuspocus,
  yWebsocket,
  ySocketIo,
  relay,
  batchedRelay,
  bareSocketIo,
]
