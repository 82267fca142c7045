import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkArchive } from '@mufakat/backup'
import { openDatabase, withBackupLock } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { type BackupOverview, backupOverview, requestBackup, seedDemo, watchBackups } from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundleWorker, startWorkerProcess } from '../testing/process'
import { until } from '../testing/until'
import { type BackupWorld, takeAskedBackup } from './take'

let test: TestDatabase
let dataDir: string
let admin: Actor
let now: Date
let world: BackupWorld
const errors: unknown[] = []

beforeAll(() => bundleWorker(), 60_000)
beforeEach(async () => {
  test = await testDatabase()
  now = new Date('2026-11-26T19:00:00Z')
  const ctx = { database: test.database, clock: { now: () => now } }
  await seedDemo(ctx)
  const [row] = await test.database.sql<{ id: string }[]>`select id from person where role = 'admin' limit 1`
  admin = { personId: row?.id ?? '', role: 'admin', opdId: null }
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-cadangan-'))
  await mkdir(join(dataDir, 'files/ab'), { recursive: true })
  await writeFile(join(dataDir, 'files/ab/foto'), 'foto')
  errors.length = 0
  const log = { error: ({ err }: { err: unknown }) => errors.push(err), warn: () => {} }
  world = {
    ctx,
    databaseUrl: test.url,
    folders: { dataDir, backupDir: join(dataDir, 'mnt') },
    log: log as unknown as BackupWorld['log'],
  }
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const never = new AbortController().signal
const overview = (): Promise<BackupOverview> => backupOverview(world.ctx, admin)
const archives = async (): Promise<string[]> => (await readdir(join(dataDir, 'backups'))).sort()
const actions = async (): Promise<string[]> => {
  const rows = await test.database.sql<{ action: string }[]>`
    select action from audit_entry join audit_link on entry_id = id where action like 'backup.%' order by number`
  return rows.map(({ action }) => action)
}
async function set(value: Record<string, unknown>): Promise<void> {
  const { sql } = test.database
  await sql`
    insert into setting (key, value, updated_at) values ('backup', ${sql.json(value as never)}, now())
    on conflict (key) do update set value = excluded.value`
}
async function ask(): Promise<string> {
  await requestBackup(world.ctx, admin)
  return (await overview()).open?.id ?? expect.fail('nothing was asked for')
}
async function take(): Promise<void> {
  await takeAskedBackup(world, await ask(), never)
}

describe('a backup that was asked for', () => {
  it('is whole, told with who wanted it, and leaves an entry for each thing done', async () => {
    const id = await ask()
    await expect(requestBackup(world.ctx, admin)).rejects.toMatchObject({ code: 'conflict' })
    await takeAskedBackup(world, id, never)
    expect(errors).toEqual([])
    const { open, archives: known, failed, lastGoodAt } = await overview()
    expect([open, failed, lastGoodAt, known.length]).toEqual([null, null, now, 1])
    const [archive] = known
    const { contentHash } = await checkArchive(join(dataDir, 'backups', archive?.name ?? ''))
    expect(archive).toMatchObject({ id, kind: 'manual', place: 'data', contentHash, verifiedAt: now })
    expect(archive?.requestedBy).not.toBeNull()
    expect(await archives()).toEqual(['mufakat-20261126T190000Z.tar'])
    expect(await actions()).toEqual(['backup.request', 'backup.take'])
    // Once it is over, a job that comes again does nothing.
    await takeAskedBackup(world, id, never)
    expect(await actions()).toHaveLength(2)
  })

  it('waits for another that is under way, so that there never are two', async () => {
    const id = await ask()
    let taking = Promise.resolve()
    await withBackupLock(test.url, { wait: false }, async () => {
      taking = takeAskedBackup(world, id, never)
      await until('it waits', async () => {
        const [row] = await test.database.sql`
          select 1 from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`
        return row !== undefined
      })
      expect((await overview()).open?.state).toBe('waiting')
      await expect(withBackupLock(test.url, { wait: false }, async () => {})).rejects.toMatchObject({
        name: 'BackupBusy',
      })
    })
    await taking
    expect((await overview()).open).toBeNull()
  })

  it('that is given up leaves nothing, and is begun anew', async () => {
    const id = await ask()
    const ending = new AbortController()
    ending.abort()
    await expect(takeAskedBackup(world, id, ending.signal)).rejects.toThrow()
    await takeAskedBackup(world, id, never)
    expect((await overview()).archives).toHaveLength(1)
    expect(await actions()).toEqual(['backup.request', 'backup.take'])
  })

  it.each([
    ['folder-missing', () => set({ place: 'mounted' })],
    [
      'database',
      async () => {
        const owner = openDatabase(test.ownerUrl, { max: 1 })
        await owner.sql.unsafe(`revoke select on rapat from ${new URL(test.url).username}`)
        await owner.close()
      },
    ],
    ['unexpected', () => writeFile(join(dataDir, 'backups'), 'no folder').then(() => undefined)],
  ] as const)('tells %s, and what is wrong stays until it goes well', async (failure, breakIt) => {
    await breakIt()
    await take()
    expect((await overview()).failed).toEqual({ at: now, failure })
    expect((await overview()).archives).toEqual([])
    expect(await actions()).toEqual(['backup.request', 'backup.fail'])
  })

  it('goes to the folder that the environment names, and is never written where nothing is mounted', async () => {
    await set({ place: 'mounted' })
    await mkdir(join(dataDir, 'mnt'))
    await take()
    expect(await readdir(join(dataDir, 'mnt'))).toEqual(['mufakat-20261126T190000Z.tar'])
  })
})

describe('retention', () => {
  it('removes what is not kept only after a new one, and never the last good one', async () => {
    await set({ daily: 1, weekly: 0, monthly: 0 })
    await take()
    now = new Date('2026-11-28T19:00:00Z')
    await writeFile(join(dataDir, 'backups/lain.tar'), 'not ours')
    await writeFile(join(dataDir, 'backups/mufakat-20261127T000000Z.tar.part'), 'half')
    await take()
    expect(await archives()).toEqual(['lain.tar', 'mufakat-20261128T190000Z.tar'])
    expect((await overview()).archives.map(({ name }) => name)).toEqual(['mufakat-20261128T190000Z.tar'])
    expect(await actions()).toEqual([
      'backup.request',
      'backup.take',
      'backup.request',
      'backup.take',
      'backup.remove',
    ])
    // A backup that fails removes nothing.
    now = new Date('2026-11-30T19:00:00Z')
    await set({ daily: 1, weekly: 0, monthly: 0, place: 'mounted' })
    await take()
    expect(await archives()).toHaveLength(2)
  })
})

describe('the round of every hour', () => {
  it('asks when the hour has come, ends what nobody goes on with, and tries again', async () => {
    await watchBackups(world.ctx)
    expect((await overview()).open).toBeNull()
    await set({ scheduled: true, hour: 2 })
    await watchBackups(world.ctx)
    await watchBackups(world.ctx)
    const { open } = await overview()
    // Its job is gone: nobody will ever come.
    await test.database
      .sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`
    now = new Date('2026-11-26T20:00:00Z')
    await watchBackups(world.ctx)
    const next = await overview()
    expect(next.failed).toEqual({ at: now, failure: 'interrupted' })
    expect([next.open?.state, next.open?.id === open?.id]).toEqual(['waiting', false])
    await takeAskedBackup(world, next.open?.id ?? '', never)
    now = new Date('2026-11-26T21:00:00Z')
    await watchBackups(world.ctx)
    expect((await overview()).open).toBeNull()
    expect((await overview()).archives[0]).toMatchObject({ kind: 'schedule', requestedBy: null })
  })

  it('writes to admins once, and not to those of a demo', async () => {
    const letters = async (): Promise<number> =>
      (await test.database.sql`select 1 from mail where template = 'backup-old'`).length
    await take()
    now = new Date('2026-11-29T19:00:00Z')
    await watchBackups(world.ctx)
    expect(await letters()).toBe(0)
    await test.database.sql`update person set is_example = false where role = 'admin'`
    await watchBackups(world.ctx)
    const told = await letters()
    expect(told).toBeGreaterThan(0)
    now = new Date('2026-12-09T19:00:00Z')
    await watchBackups(world.ctx)
    expect(await letters()).toBe(told)
  })
})

describe('a worker that is killed in the middle', () => {
  it('leaves no archive that counts, and the next one takes it', async () => {
    await truncate(join(dataDir, 'files/ab/foto'), 400_000_000)
    const environment = { DATABASE_URL: test.url, DATA_DIR: dataDir }
    const killed = await startWorkerProcess(environment)
    const id = await ask()
    await until('half of it is there', async () =>
      (await archives().catch(() => [])).some(n => n.endsWith('.part')),
    )
    await killed.kill('SIGKILL')
    expect((await archives()).filter(name => name.endsWith('.tar'))).toEqual([])
    expect((await overview()).archives).toEqual([])
    const next = await startWorkerProcess(environment)
    await until('it is taken', async () => (await overview()).archives.length === 1)
    expect((await overview()).archives[0]?.id).toBe(id)
    expect((await archives()).filter(name => !name.endsWith('.tar'))).toEqual([])
    expect(await next.kill('SIGTERM')).toBe(0)
  }, 60_000)
})
