import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, openLog, readSnapshot } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { seedDemo } from '@mufakat/services'
import { emptyDatabase, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BrokenArchive, checkArchive, NotEmpty, NothingThere, restoreBackup, takeBackup } from './index'

let test: TestDatabase
let folder: string
let archive: string
const now = new Date('2026-11-25T10:00:00Z')
const photo = randomBytes(300_000)

beforeAll(async () => {
  test = await testDatabase()
  await seedDemo({ database: test.database, clock: systemClock })
  await test.database.sql`
    insert into account_link (id, kind, person_id, token_hash, created_at, expires_at)
    select gen_random_uuid(), kind, (select id from person order by id limit 1), sha256(kind::bytea), ${now}, ${now}
    from unnest(array['invitation', 'reset', 'email', 'objection']) as t (kind)`
  folder = await mkdtemp(join(tmpdir(), 'mufakat-cadangan-'))
  await mkdir(join(folder, 'berkas/ab/cd'), { recursive: true })
  await mkdir(join(folder, 'berkas/tmp'))
  await writeFile(join(folder, 'berkas/ab/cd/foto'), photo)
  await writeFile(join(folder, 'berkas/tmp/setengah'), 'x')
  archive = join(folder, 'cadangan.tar')
  await takeBackup(source(), archive)
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

const source = () => ({
  url: test.ownerUrl,
  folders: { berkas: join(folder, 'berkas'), tidakada: join(folder, 'tidakada') },
  now,
})

/** Every table as text, but for what a restored one has of its own. */
async function textOf(url: string): Promise<Map<string, string>> {
  return await readSnapshot(url, async snapshot => {
    const texts = new Map<string, string>()
    for (const table of snapshot.tables) {
      const rows: Buffer[] = []
      for await (const chunk of snapshot.rows(table)) rows.push(chunk)
      texts.set(table.name, Buffer.concat(rows).toString())
    }
    return texts
  })
}

const CLOSED = ['account_link', 'document', 'document_lease', 'document_snapshot', 'session']

describe('a restored backup', () => {
  it('is what was taken, in a new lineage, with the past closed', async () => {
    const fresh = await emptyDatabase()
    const into = join(folder, 'kembali')
    const restored = await restoreBackup(await checkArchive(archive), {
      urls: fresh,
      folders: { berkas: into },
    })
    expect(restored).toMatchObject({ takenAt: now, files: 1 })
    expect(await readFile(join(into, 'ab/cd/foto'))).toEqual(photo)
    const [before, after] = [await textOf(test.ownerUrl), await textOf(fresh.ownerUrl)]
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [name, text] of before) if (!CLOSED.includes(name)) expect(after.get(name), name).toBe(text)

    const database = openDatabase(fresh.ownerUrl, { max: 1 })
    // Nothing can follow on what is sealed: it goes on as it was.
    const documents = await database.sql<{ id: string; lineage: string; sealed: boolean }[]>`
      select d.id, d.lineage, s.code is not null as sealed from document d
      join rapat r on r.document_id = d.id left join sealed_record s on s.rapat_id = r.id`
    expect(documents.filter(one => !one.sealed).length).toBe(restored.documents)
    expect(documents.filter(one => one.sealed)).toHaveLength(1)
    for (const { id, lineage, sealed } of documents) {
      const [was] = await test.database.sql<
        { lineage: string }[]
      >`select lineage from document where id = ${id}`
      expect(lineage === was?.lineage).toBe(sealed)
      expect((await openLog(database.sql, id, null))?.head.seq).toBeGreaterThan(0)
    }
    const [open] = await database.sql`
      select (select count(*)::int from session where ended_at is null) as sessions,
        (select count(*)::int from document_lease where ended_at is null) as leases,
        (select string_agg(kind, ' ') from account_link where voided_at is null) as links`
    expect(open).toEqual({ sessions: 0, leases: 0, links: 'objection' })
    await database.close()
    await fresh.close()
  })

  it('is put into nothing that has something', async () => {
    await expect(restoreBackup(await checkArchive(archive), { urls: test, folders: {} })).rejects.toThrow(
      NotEmpty,
    )
  })
})

describe('an archive', () => {
  it('is taken while people write, and holds one moment', async () => {
    const path = join(folder, 'ramai.tar')
    let isWriting = true
    const { sql } = test.database
    const writing = (async () => {
      while (isWriting)
        await sql`update setting set updated_at = updated_at + interval '1 second' where key = 'demo'`
    })()
    await takeBackup(source(), path)
    isWriting = false
    await writing
    await checkArchive(path)
  })

  it('is refused when a byte of what it says has changed, wherever', async () => {
    const bytes = await readFile(archive)
    const whole = await checkArchive(archive)
    const path = join(folder, 'rusak.tar')
    let refused = 0
    for (let nth = 0; nth < 40; nth++) {
      const broken = Buffer.from(bytes)
      // Zeros that fill up a member, and those at the end, mean nothing.
      let at = Math.floor((bytes.length * (nth + 0.5)) / 40)
      while (broken[at] === 0) at -= 1
      broken[at] = (broken[at] ?? 0) ^ 0x01
      await writeFile(path, broken)
      const seen = await checkArchive(path).catch(error => error)
      if (seen instanceof BrokenArchive) refused += 1
      // A sign between two fields of a tar's own head says nothing.
      else expect(seen, `byte ${at}`).toEqual({ ...whole, path })
    }
    expect(refused).toBeGreaterThan(35)
  })

  it('is refused when it was cut off, or is something else', async () => {
    const path = join(folder, 'potong.tar')
    const { length } = await readFile(archive)
    for (const part of [0, 0.3, 0.7, 0.95]) {
      await writeFile(path, await readFile(archive))
      await truncate(path, Math.floor(length * part))
      await expect(checkArchive(path), `${part}`).rejects.toThrow(BrokenArchive)
    }
    await writeFile(path, 'bukan apa-apa')
    await expect(checkArchive(path)).rejects.toThrow(BrokenArchive)
    await expect(checkArchive(join(folder, 'tidak-ada.tar'))).rejects.toThrow('ENOENT')
  })

  it('leaves nothing behind when it cannot be taken', async () => {
    const before = await readdir(folder)
    const away = { ...source(), url: 'postgres://nobody@127.0.0.1:1/none' }
    await expect(takeBackup(away, join(folder, 'gagal.tar'))).rejects.toThrow()
    await expect(takeBackup(source(), join(folder, 'tidak/ada/gagal.tar'))).rejects.toThrow('ENOENT')
    const fresh = await emptyDatabase()
    const nothing = { ...source(), url: fresh.ownerUrl }
    await expect(takeBackup(nothing, join(folder, 'gagal.tar'))).rejects.toThrow(NothingThere)
    await fresh.close()
    expect(await readdir(folder)).toEqual(before)
  })
})
