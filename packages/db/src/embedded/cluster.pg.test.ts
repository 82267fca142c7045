import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDurability } from '../durability'
import { endProcess, isAlive, startEmbeddedPostgres } from './index'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-cluster-'))
  await chmod(dataDir, 0o711)
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('embedded Postgres', { timeout: 60_000 }, () => {
  it('makes a cluster once, keeps rows over a kill, and ends a server that was left behind', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    expect(first.isNew).toBe(true)
    const one = postgres(first.ownerUrl, { max: 1 })
    await one`create table t (n int)`
    await one`insert into t values (1)`
    await endProcess(first.process, ['SIGKILL'], 5_000)
    await first.exited
    await one.end({ timeout: 0 })

    const second = await startEmbeddedPostgres({ dataDir })
    expect(second.isNew).toBe(false)
    const two = postgres(second.ownerUrl, { max: 1 })
    expect([...(await two`select n from t`)]).toEqual([{ n: 1 }])
    await two.end()

    // As if only the starter had died: its server still runs.
    const third = await startEmbeddedPostgres({ dataDir })
    expect(isAlive(second.process)).toBe(false)
    const three = postgres(third.ownerUrl, { max: 1 })
    expect(await checkDurability(three)).toEqual([])
    await three.end()
    await third.stop()
    expect(isAlive(third.process)).toBe(false)
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
  })

  it('has what searching needs, and says when it is not durable', async () => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false })
    const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined })
    await sql`create extension if not exists pg_trgm`
    await sql`create extension if not exists unaccent`
    const [row] = await sql`select to_tsvector('indonesian', 'rapat koordinasi') as words`
    expect(row?.words).toContain('rapat')
    expect(await checkDurability(sql)).toContain('fsync')
    await sql.end()
    await server.stop()
  })
})
