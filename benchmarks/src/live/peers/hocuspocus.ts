import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { openHocuspocusClient } from '../clients/hocuspocus'
import type { Peer } from '../peer'
import { notulaOf20kB } from '../typist'
import { Wire } from '../wire'
import { freshIds, randomClientId, startServer } from './start'

export const hocuspocus: Peer = {
  name: 'hocuspocus',
  async start(world, options = {}) {
    const { sql } = world.database
    const server = await startServer('hocuspocus', options, { DATABASE_URL: world.databaseUrl })
    const url = `http://127.0.0.1:${server.port}`
    const store = (id: string, state: Uint8Array) =>
      sql`insert into hocuspocus (name, data) values (${id}, ${Buffer.from(state)})`
    return {
      process: server,
      known: null,
      open: (documentId, _nth, events, backlog) =>
        openHocuspocusClient(url, documentId, randomClientId(), events, backlog),
      idle: () => Wire.open(url),
      async commits(documentId, onStored) {
        const { unlisten } = await sql.listen('hocuspocus', async name => {
          if (name !== documentId) return
          const [row] = await sql<{ data: Uint8Array }[]>`select data from hocuspocus where name = ${name}`
          if (row !== undefined) onStored(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(row.data)))
        })
        return unlisten
      },
      async traced({ state }) {
        const id = randomUUID()
        await store(id, state)
        return id
      },
      async documents(count) {
        const ids = freshIds(count)
        const state = notulaOf20kB()
        for (const id of ids) await store(id, state)
        return ids
      },
    }
  },
}
