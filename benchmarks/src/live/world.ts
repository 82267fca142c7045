import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, insertPeople, migrate, openDatabase, startEmbeddedPostgres } from '@mufakat/db'
import { defined, newId, systemClock } from '@mufakat/kernel'
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

export const ORIGIN = 'http://mufakat.test'
const PEOPLE = 60
const REALTIME = fileURLToPath(new URL('../../../apps/realtime/', import.meta.url))

/** What all servers stand on: one durable Postgres, people who can sign in, folders that go away. */
export interface World {
  readonly database: Database
  readonly databaseUrl: string
  /** Our process as it ships, within `apps/realtime`. */
  readonly bundle: string
  readonly postgresPid: number
  /** Session cookies of people who may write. */
  readonly cookies: readonly string[]
  /** An empty folder, as of LevelDB. */
  folder(): Promise<string>
  /** A rapat with one item without lines; its document. */
  rapat(): Promise<string>
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  // Of its own, so that two runs may go on beside each other.
  const bundle = `dist/main.bench.${process.pid}.js`
  execFileSync(process.execPath, ['../../tools/bundle.mjs', 'src/main.ts', bundle], {
    cwd: REALTIME,
  })
  const root = await mkdtemp(join(tmpdir(), 'mufakat-bench-'))
  // Else root's server would lie elsewhere, where nobody tidies up.
  await chmod(root, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir: root, durable: true })
  await migrate(postgres)
  const database = openDatabase(postgres.url, { max: 4 })
  const ctx: ServiceContext = { database, clock: systemClock }
  await seedDemo(ctx)
  await makeHocuspocusTable(database)
  const credentials = { login: 'sekretariat@demo.local', password: 'mufakat-demo' }
  const { token } = await signIn(ctx, { ...credentials, address: '127.0.0.1', userAgent: 'bench' })
  const session = defined(await readSession(ctx, token), 'a session just begun')
  const actor = { personId: session.person.id, role: 'sekretariat', opdId: null } as const
  const cookies = await signInMany(ctx, credentials.password, actor.personId)
  const perkim = defined(
    (await listOpd(ctx, actor)).find(opd => opd.shortName === 'Perkim'),
    'Perkim',
  )
  return {
    database,
    databaseUrl: postgres.url,
    bundle,
    postgresPid: postgres.process.pid,
    cookies,
    folder: () => mkdtemp(join(root, 'level-')),
    async rapat() {
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
        invitedOpdIds: [perkim.id],
        agenda: [{ title: 'Pembukaan', minutes: 5, presenter: null }],
      })
      await setRapatStatus(ctx, actor, { rapatId, status: 'terjadwal' })
      return (await getRapat(ctx, actor, rapatId)).documentId
    },
    async close() {
      await database.close()
      await postgres.stop()
      await rm(root, { recursive: true, force: true })
      for (const file of [bundle, `${bundle}.map`]) await rm(join(REALTIME, file), { force: true })
    },
  }
}

/** People of their own who may write everywhere: limits of one person are not what is measured. */
async function signInMany(ctx: ServiceContext, password: string, like: string): Promise<string[]> {
  const { db, sql } = ctx.database
  const [known] = await sql<{ hash: string }[]>`select password_hash as hash from person where id = ${like}`
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    id: newId(),
    name: `Contoh – Notulis ${i + 1}`,
    email: `notulis.${i + 1}@bench.local`,
    role: 'sekretariat' as const,
    passwordHash: defined(known, 'person').hash,
    isExample: true,
    createdAt: ctx.clock.now(),
  }))
  await insertPeople(db, people)
  const cookies: string[] = []
  for (const [i, { email }] of people.entries()) {
    const from = { address: `10.0.0.${i + 1}`, userAgent: 'bench' }
    const { token } = await signIn(ctx, { login: email, password, ...from })
    cookies.push(`mufakat_sesi=${token}`)
  }
  return cookies
}

/** A table as its documentation has it, which also tells when a document has been committed. */
async function makeHocuspocusTable({ sql }: Database): Promise<void> {
  await sql`create table hocuspocus (name text primary key, data bytea not null)`
  await sql`
    create function hocuspocus_stored() returns trigger language plpgsql as
    $$ begin perform pg_notify('hocuspocus', new.name); return null; end $$`
  await sql`
    create trigger stored after insert or update on hocuspocus
    for each row execute function hocuspocus_stored()`
}
