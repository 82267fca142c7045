import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip as gzipWithCallback } from 'node:zlib'
import { type DatabaseSnapshot, type DumpTable, readSnapshot } from '@mufakat/db'
import { filesIn } from './files-in'
import { FILES, FORMAT, HEAD, type Head, type Manifest, TABLES } from './manifest'
import { requireRoom } from './room'
import { ArchiveWriter } from './write-archive'

const gzip = promisify(gzipWithCallback)

export interface Taken {
  readonly path: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly contentHash: string
}

export interface TakeSource {
  /** Of a role that may read all of it. */
  readonly url: string
  /** Name in the archive → folder; one that is not there is empty. */
  readonly folders: Readonly<Record<string, string>>
  readonly now: Date
}

export interface TakeOptions {
  /** Gives up: nothing is left at the path, and the reason of the signal is thrown. */
  readonly signal?: AbortSignal
  /** Nearly so many bytes are done of nearly so many. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The database is nobody's yet. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere'
}

/**
 * Takes everything that cannot be made again into one archive, while people go on working: the database as it was at
 * one moment, then the files, of which those that it names are never changed and removed only long after.
 * @throws NothingThere, NoRoom (before anything is written); what the disk or the database throws; nothing is then
 * left at `path`
 */
export async function takeBackup(
  source: TakeSource,
  path: string,
  { signal, onProgress }: TakeOptions = {},
): Promise<Taken> {
  const archive = new ArchiveWriter(path)
  try {
    const progress = new Progress(signal, onProgress)
    const fileBytes = await bytesOf(source.folders)
    const tables = await readSnapshot(source.url, async snapshot => {
      if (snapshot.migrations.length === 0) throw new NothingThere()
      const tableBytes = [...snapshot.bytes.values()].reduce((sum, bytes) => sum + bytes, 0)
      await requireRoom(path, { tableBytes, fileBytes })
      progress.total = tableBytes + fileBytes
      await archive.add(HEAD, Buffer.from(JSON.stringify(headOf(snapshot, source.now))))
      const taken: Manifest['tables'] = []
      for (const table of snapshot.tables) {
        taken.push(await addTable(archive, snapshot, table, () => progress.tick()))
        progress.tick(snapshot.bytes.get(table.name))
      }
      return taken
    })
    let files = 0
    for (const [name, folder] of Object.entries(source.folders))
      for await (const file of filesIn(folder)) {
        const within = relative(folder, file).split(sep).join('/')
        const { size } = await stat(file)
        await archive.addStream(`${FILES}${name}/${within}`, size, createReadStream(file, WHOLE))
        progress.tick(size)
        files += 1
      }
    const contentHash = await archive.finish(tables)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return { path, files, tables: tables.length, rows, contentHash }
  } catch (error) {
    await archive.giveUp()
    throw error
  }
}

/** Fewer turns for large files. */
const WHOLE = { highWaterMark: 1_048_576 }

/** How far it is; the place where it gives up when that is wanted. */
class Progress {
  total = 0
  #done = 0

  constructor(
    readonly signal: AbortSignal | undefined,
    readonly told: TakeOptions['onProgress'],
  ) {}

  tick(bytes = 0): void {
    this.signal?.throwIfAborted()
    this.#done += bytes
    this.told?.(Math.min(this.#done, this.total), this.total)
  }
}

const headOf = ({ migrations, sequences, tables }: DatabaseSnapshot, now: Date): Head => ({
  ...{ format: FORMAT, takenAt: now.toISOString() },
  migrations: [...migrations],
  sequences: [...sequences],
  tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
})

async function bytesOf(folders: TakeSource['folders']): Promise<number> {
  let sum = 0
  for (const folder of Object.values(folders))
    for await (const file of filesIn(folder)) sum += (await stat(file)).size
  return sum
}

/** Rows of a table, in pieces whose size is known before they are written. */
async function addTable(
  archive: ArchiveWriter,
  snapshot: DatabaseSnapshot,
  table: DumpTable,
  turn: () => void,
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
    turn()
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
