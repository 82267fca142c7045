import { writeFile } from 'node:fs/promises'
import type { Sql } from '@mufakat/db'

/** The rows that a transaction sees, as pg_dump writes them into a plain dump: COPY with its head and end. */
export async function writePlainDump(sql: Sql, path: string): Promise<void> {
  const tables = await sql<{ name: string; columns: string }[]>`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    group by c.relname`
  const pieces: Buffer[] = []
  for (const { name, columns } of tables) {
    pieces.push(Buffer.from(`COPY public.${name} (${columns}) FROM stdin;\n`))
    const rows = await sql.unsafe(`copy public.${name} (${columns}) to stdout`).readable()
    for await (const chunk of rows) pieces.push(chunk as Buffer)
    pieces.push(Buffer.from('\\.\n\n'))
  }
  await writeFile(path, Buffer.concat(pieces))
}
