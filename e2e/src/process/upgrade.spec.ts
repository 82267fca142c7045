import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@mufakat/db'
import { expect, test } from '@playwright/test'
import { signIn } from '../harness'
import { freshDataDir, type Launch, launchSystem } from '../harness/system'

// A data folder as the version before the newest migration left it, started as shipped.
test.describe.configure({ timeout: 240_000 })

const MIGRATIONS = fileURLToPath(new URL('../../../packages/db/migrations', import.meta.url))
/** What a running system writes by itself. */
const LIVELY = ['document_node', 'rate_bucket', 'session', 'setup_link']

type Columns = ReadonlyMap<string, readonly string[]>

/** Migrations without the newest one, in a folder of their own. */
async function previousMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mufakat-migrations-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] }
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }))
  return folder
}

async function columnsOf({ sql }: Database): Promise<Columns> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(quote_ident(column_name) order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
    group by table_name order by table_name`
  return new Map(rows.filter(row => !LIVELY.includes(row.name)).map(row => [row.name, row.columns]))
}

const both = (one: Columns, other: Columns): Columns =>
  new Map(
    [...one].flatMap(([name, columns]) => {
      const common = columns.filter(column => other.get(name)?.includes(column))
      return common.length === 0 ? [] : [[name, common]]
    }),
  )

/** Every row of the newer database, as far as the older one has columns for it. */
async function copyRows(from: Database, to: Database, columns: Columns): Promise<void> {
  await to.sql.begin(async tx => {
    // References in any order, and no trigger: the rows are as they are.
    await tx`set local session_replication_role = replica`
    for (const [name, list] of columns) {
      const [row] = await from.sql.unsafe<{ rows: string }[]>(
        `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from (select ${list.join()} from ${name}) t`,
      )
      // A migration may have begun with rows of its own; what is only added to refuses any DELETE, and has none.
      const begun = await tx.unsafe(`select 1 from ${name} limit 1`)
      if (begun.length > 0) await tx.unsafe(`delete from ${name}`)
      await tx.unsafe(
        `insert into ${name} (${list.join()}) select ${list.join()} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)`,
        [row?.rows ?? '[]'],
      )
    }
  })
}

/** Table → number of rows and a digest of their content. */
async function contentOf({ sql }: Database, columns: Columns): Promise<Record<string, string>> {
  const content: Record<string, string> = {}
  for (const [name, list] of columns) {
    const [row] = await sql.unsafe<{ content: string }[]>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as content
       from (select ${list.join()} from ${name}) t`,
    )
    content[name] = row?.content ?? ''
  }
  return content
}

let dataDir: string
let launch: Launch

const up = async (): Promise<void> => {
  launch = await launchSystem({ dataDir, env: { DEMO: '1' } })
  await launch.ready()
}

/** Every record has its PDF: a worker makes it some moments after the start. */
async function papersKept(): Promise<void> {
  const database = openDatabase((await launch.databaseUrls()).ownerUrl, { max: 1 })
  const missing = async () => {
    const [row] = await database.sql<{ n: number }[]>`
      select (select count(*) from sealed_record)::int - (select count(*) from sealed_paper)::int as n`
    return row?.n
  }
  await expect.poll(missing, { timeout: 60_000 }).toBe(0)
  await database.close()
}

test.beforeAll(async () => {
  dataDir = await freshDataDir()
})
test.afterAll(async () => {
  await launch.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Puts a database of the version before in the place of the newest; answers what is in it. */
async function stepBack(): Promise<{ columns: Columns; content: Record<string, string> }> {
  const server = await startEmbeddedPostgres({ dataDir })
  const name = new URL(server.ownerUrl).pathname.slice(1)
  const admin = openDatabase(server.urlsOf('postgres').ownerUrl, { max: 1 })
  await admin.sql.unsafe(`alter database ${name} rename to newer`)
  await admin.sql.unsafe(`create database ${name}`)
  await admin.close()
  const folder = await previousMigrations()
  await migrate(server, folder)
  const [newer, older] = [
    openDatabase(server.urlsOf('newer').ownerUrl, { max: 2 }),
    openDatabase(server.ownerUrl, { max: 2 }),
  ]
  const columns = both(await columnsOf(older), await columnsOf(newer))
  await copyRows(newer, older, columns)
  const content = await contentOf(older, columns)
  await Promise.all([newer.close(), older.close()])
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  return { columns, content }
}

test('a folder of the version before keeps everything, and works', async ({ browser }) => {
  await up()
  await papersKept()
  await launch.stop()
  const { columns, content } = await stepBack()
  expect(content.rapat).toMatch(/^3 /)
  await up()
  const database = openDatabase((await launch.databaseUrls()).ownerUrl, { max: 2 })
  expect(await contentOf(database, columns)).toEqual(content)
  await database.close()
  const context = await browser.newContext({ baseURL: launch.baseUrl })
  const page = await context.newPage()
  await signIn(page, 'sekretariat')
  await page.goto('/rapat')
  await expect(page.getByRole('link', { name: /Rapat Koordinasi Percepatan/ }).first()).toBeVisible()
  await context.close()
})
