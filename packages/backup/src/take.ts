import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip as gzipWithCallback } from 'node:zlib'
import { type DatabaseSnapshot, type DumpTable, readSnapshot } from '@mufakat/db'
import { FILES, FORMAT, HEAD, type Head, type Manifest, TABLES } from './manifest'
import { ArchiveWriter } from './write-archive'

const gzip = promisify(gzipWithCallback)

export interface Taken {
  readonly path: string
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** The database is nobody's yet. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere'
}

/**
 * Takes everything that cannot be made again into one archive, while people go on working: the database as it was at
 * one moment, then the files, of which those that it names are never changed and removed only long after.
 * @param source.folders name in the archive → folder; one that is not there is empty
 * @throws NothingThere; what the disk or the database throws; nothing is then left at `path`
 */
export async function takeBackup(
  source: { ownerUrl: string; folders: Readonly<Record<string, string>>; now: Date },
  path: string,
): Promise<Taken> {
  const archive = new ArchiveWriter(path)
  try {
    const tables = await readSnapshot(source.ownerUrl, async snapshot => {
      const { migrations, sequences } = snapshot
      if (migrations.length === 0) throw new NothingThere()
      const head: Head = {
        ...{ format: FORMAT, takenAt: source.now.toISOString() },
        migrations: [...migrations],
        sequences: [...sequences],
        tables: snapshot.tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
      }
      await archive.add(HEAD, Buffer.from(JSON.stringify(head)))
      const taken: Manifest['tables'] = []
      for (const table of snapshot.tables) taken.push(await addTable(archive, snapshot, table))
      return taken
    })
    let files = 0
    for (const [name, folder] of Object.entries(source.folders))
      for await (const file of filesIn(folder)) {
        const within = relative(folder, file).split(sep).join('/')
        const { size } = await stat(file)
        await archive.addStream(`${FILES}${name}/${within}`, size, createReadStream(file))
        files += 1
      }
    await archive.finish(tables)
    return { path, files, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
  } catch (error) {
    await archive.giveUp()
    throw error
  }
}

/** Rows of a table, in pieces whose size is known before they are written. */
async function addTable(
  archive: ArchiveWriter,
  snapshot: DatabaseSnapshot,
  table: DumpTable,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256')
  let rows = 0
  let nth = 0
  let waiting: Buffer[] = []
  let size = 0
  const put = async () => {
    const bytes = await gzip(Buffer.concat(waiting), { level: 1 })
    await archive.add(`${TABLES}${table.name}/${String(nth).padStart(6, '0')}.gz`, bytes)
    nth += 1
    waiting = []
    size = 0
  }
  for await (const chunk of snapshot.rows(table)) {
    hash.update(chunk)
    rows += linesIn(chunk)
    waiting.push(chunk)
    size += chunk.length
    if (size >= PIECE_BYTES) await put()
  }
  if (size > 0) await put()
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

const PIECE_BYTES = 8_000_000

/** Within a row a line's end is written as two characters. */
function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1
  return lines
}

/** All files beneath, in a fixed order; what is half written (`.part`, a folder of its own) is not one. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !HALF_WRITTEN.test(entry.name)) yield* filesIn(path)
    else if (entry.isFile() && !HALF_WRITTEN.test(entry.name)) yield path
  }
}

const HALF_WRITTEN = /^(tmp|partial|incoming)$|\.(part|new|tmp)$/
