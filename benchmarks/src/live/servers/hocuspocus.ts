import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { openDatabase } from '@mufakat/db'
import { defined } from '@mufakat/kernel'

// As its documentation has it, with the same pool as ours. The table is made by the world.
const { sql } = openDatabase(defined(process.env.DATABASE_URL, 'DATABASE_URL'), { max: 8 })
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      async fetch({ documentName }) {
        const [row] = await sql<
          { data: Uint8Array }[]
        >`select data from hocuspocus where name = ${documentName}`
        return row?.data ?? null
      },
      async store({ documentName, state }) {
        await sql`
          insert into hocuspocus (name, data) values (${documentName}, ${state})
          on conflict (name) do update set data = excluded.data`
      },
    }),
  ],
})
await server.listen()
