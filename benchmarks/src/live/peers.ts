import type { Peer } from './peer'
import { bareSocketIo, batchedRelay, relay } from './peers/bare'
import { hocuspocus } from './peers/hocuspocus'
import { isPortalBuilt, mufakat, proxiedMufakat } from './peers/mufakat'
import { ySocketIo, yWebsocket } from './peers/yjs'

if (!isPortalBuilt()) console.error('the portal is not built, so what goes through it is left out')

export const PEERS: readonly Peer[] = [
  mufakat,
  ...(isPortalBuilt() ? [proxiedMufakat] : []),
  hocuspocus,
  yWebsocket,
  ySocketIo,
  relay,
  batchedRelay,
  bareSocketIo,
]
