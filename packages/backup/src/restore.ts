import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip as gunzipWithCallback } from 'node:zlib'
import {
  closeThePast,
  type DatabaseUrls,
  type DumpTable,
  type EmptyDatabase,
  fillDatabase,
  isDatabaseEmpty,
  migrate,
  migrateTo,
} from '@mufakat/db'
import { BrokenArchive, FILES, type Manifest, TABLES } from './manifest'
import { type CheckedArchive, membersOf } from './read-archive'

const gunzip = promisify(gunzipWithCallback)

export interface Restored {
  readonly takenAt: Date
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly documents: number
}

/** The database that is to be filled has something in it. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

/**
 * Makes an installation of an archive, in a fresh place.
 *
 * 1. Nothing of the archive is believed before all of it was compared with its manifest: only who did that gets here.
 * 2. Rows come in one transaction, into the schema they had; what is then in each table is compared with what was
 *    taken, byte by byte. Only then the schema is brought up to date.
 * 3. What an older state must not bring back to life is ended (`closeThePast`).
 * @param place.folders name in the archive → folder
 * @throws NotEmpty, BrokenArchive, NewerDatabase, MissingRole; what disk and database throw
 */
export async function restoreBackup(
  { path, head, manifest }: CheckedArchive,
  place: { urls: DatabaseUrls; migrations?: string; folders: Readonly<Record<string, string>> },
): Promise<Restored> {
  const { urls, migrations } = place
  if (!(await isDatabaseEmpty(urls.ownerUrl))) throw new NotEmpty()
  await migrateTo(urls.ownerUrl, head.migrations, migrations)
  let files = 0
  await fillDatabase(urls.ownerUrl, async empty => {
    const tables = new TableWriter(empty, head.tables)
    for await (const { name, bytes } of membersOf(path)) {
      if (name.startsWith(TABLES)) await tables.put(name, bytes)
      else if (name.startsWith(FILES)) {
        await writeFile(place.folders, name.slice(FILES.length), bytes)
        files += 1
      } else bytes.resume()
    }
    await tables.end()
    for (const sequence of head.sequences) await empty.setSequence(sequence)
    await compareTables(empty, head.tables, manifest)
  })
  await migrate(urls, migrations)
  const { documents } = await closeThePast(urls.ownerUrl)
  return {
    takenAt: new Date(head.takenAt),
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files,
    documents,
  }
}

/** Puts the pieces of one table after the other; they lie together in the archive. */
class TableWriter {
  readonly #empty: EmptyDatabase
  readonly #tables: ReadonlyMap<string, DumpTable>
  #open: { name: string; into: Writable } | null = null

  constructor(empty: EmptyDatabase, tables: readonly DumpTable[]) {
    this.#empty = empty
    this.#tables = new Map(tables.map(table => [table.name, table]))
  }

  async put(member: string, bytes: Readable): Promise<void> {
    const name = member.slice(TABLES.length).split('/')[0] ?? ''
    const table = this.#tables.get(name)
    if (table === undefined) throw new BrokenArchive(`${member} bukan tabel yang dikenal`)
    if (this.#open?.name !== name) {
      await this.end()
      this.#open = { name, into: await this.#empty.rows(table) }
    }
    const rows = await gunzip(await whole(bytes))
    const { into } = this.#open ?? {}
    if (into?.write(rows) === false) await new Promise(resume => into.once('drain', resume))
  }

  async end(): Promise<void> {
    if (this.#open === null) return
    const { into } = this.#open
    this.#open = null
    into.end()
    await finished(into)
  }
}

async function compareTables(
  empty: EmptyDatabase,
  tables: readonly DumpTable[],
  { tables: taken }: Manifest,
): Promise<void> {
  const wanted = new Map(taken.map(({ name, sha256 }) => [name, sha256]))
  for (const table of tables) {
    const hash = createHash('sha256')
    for await (const chunk of empty.written(table)) hash.update(chunk)
    if (hash.digest('hex') !== wanted.get(table.name))
      throw new BrokenArchive(`isi tabel ${table.name} bukan seperti ketika dicadangkan`)
  }
}

/** @param name folder of the archive and path within it */
async function writeFile(
  folders: Readonly<Record<string, string>>,
  name: string,
  bytes: Readable,
): Promise<void> {
  const [first = '', ...rest] = name.split('/')
  const folder = folders[first]
  if (folder === undefined) throw new BrokenArchive(`${name} tidak punya tempat`)
  const path = resolve(folder, ...rest)
  // A name that climbs out of its folder was not written by us.
  if (!path.startsWith(resolve(folder) + sep)) throw new BrokenArchive(`${name} keluar dari tempatnya`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(bytes, createWriteStream(join(path), { mode: 0o600, flags: 'wx' }))
}

async function whole(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
