/*
 * The rows of a dump in the custom format of pg_dump: a head, a table of contents, and behind it one block of bytes per
 * table, compressed with zlib. It is read and not restored, as a plain one is (plain-dump.ts); pg_restore is not needed.
 * The layout is that of pg_backup_archiver.c and pg_backup_custom.c, versions 1.12 to 1.16 (Postgres 9.0 to 17).
 */
import { type FileHandle, open } from 'node:fs/promises'
import { createInflate } from 'node:zlib'
import { copyFields, linesOf } from './copy-text'
import { placesOf } from './plain-dump'
import { chosenRows, MissingTable, type RecordSource, type TextRow } from './source'

export const CUSTOM_MAGIC = 'PGDMP'

const CUSTOM_FORMAT = 1
const BLOCK_OF_DATA = 1
const NO_COMPRESSION = 0
const GZIP = 1
const STRING_LIMIT = 64 * 1_024 * 1_024

export class UnreadableDump extends Error {}

/** Reads forward through a file, a piece at a time. */
class Cursor {
  private buffer: Buffer<ArrayBufferLike> = Buffer.alloc(0)
  private used = 0
  private position = 0
  intSize = 4

  constructor(private readonly file: FileHandle) {}

  seek(position: number): void {
    this.buffer = Buffer.alloc(0)
    this.used = 0
    this.position = position
  }

  /** Where the next byte stands. */
  get at(): number {
    return this.position - (this.buffer.length - this.used)
  }

  async bytes(count: number): Promise<Buffer> {
    if (count > STRING_LIMIT) throw new UnreadableDump('a length that cannot be')
    while (this.buffer.length - this.used < count) {
      const piece = Buffer.alloc(Math.max(64 * 1_024, count))
      const { bytesRead } = await this.file.read(piece, 0, piece.length, this.position)
      if (bytesRead === 0) throw new UnreadableDump('it ends in the middle')
      this.position += bytesRead
      this.buffer = Buffer.concat([this.buffer.subarray(this.used), piece.subarray(0, bytesRead)])
      this.used = 0
    }
    this.used += count
    return this.buffer.subarray(this.used - count, this.used)
  }

  async byte(): Promise<number> {
    return (await this.bytes(1))[0] ?? 0
  }

  /** A sign, then the bytes from the smallest on. */
  async int(): Promise<number> {
    const isNegative = (await this.byte()) !== 0
    const value = (await this.bytes(this.intSize)).readUIntLE(0, this.intSize)
    return isNegative ? -value : value
  }

  async text(): Promise<string | null> {
    const length = await this.int()
    return length < 0 ? null : (await this.bytes(length)).toString('utf8')
  }
}

interface Contents {
  readonly isCompressed: boolean
  /** COPY statement of each table and the id of its block. */
  readonly tables: ReadonlyMap<string, { readonly columns: readonly string[]; readonly id: number }>
  /** Where the blocks begin. */
  readonly dataAt: number
}

const COPY = /^COPY \S+ \((.*)\) FROM stdin;/

async function readContents(cursor: Cursor): Promise<Contents> {
  if ((await cursor.bytes(5)).toString('latin1') !== CUSTOM_MAGIC) throw new UnreadableDump('not a dump')
  const [major = 0, minor = 0] = await cursor.bytes(3)
  if (major !== 1 || minor < 12 || minor > 16) throw new UnreadableDump(`version ${major}.${minor}`)
  cursor.intSize = await cursor.byte()
  const offsetSize = await cursor.byte()
  if ((await cursor.byte()) !== CUSTOM_FORMAT) throw new UnreadableDump('not the custom format')
  // A level before 1.15 (0: none), the name of a method since.
  const compression = minor >= 15 ? await cursor.byte() : (await cursor.int()) === 0 ? NO_COMPRESSION : GZIP
  if (compression > GZIP) throw new UnreadableDump('compressed with lz4 or zstd; dump with --compress=gzip')
  for (let part = 0; part < 7; part++) await cursor.int()
  for (let name = 0; name < 3; name++) await cursor.text()

  const tables = new Map<string, { columns: string[]; id: number }>()
  const count = await cursor.int()
  for (let entry = 0; entry < count; entry++) {
    const id = await cursor.int()
    await cursor.int()
    await cursor.text()
    await cursor.text()
    const tag = (await cursor.text()) ?? ''
    const kind = await cursor.text()
    await cursor.int()
    await cursor.text()
    await cursor.text()
    const copy = COPY.exec((await cursor.text()) ?? '')
    const schema = await cursor.text()
    await cursor.text()
    if (minor >= 14) await cursor.text()
    if (minor >= 16) await cursor.int()
    await cursor.text()
    await cursor.text()
    while ((await cursor.text()) !== null);
    await cursor.bytes(1 + offsetSize)
    if (kind === 'TABLE DATA' && schema === 'public' && copy !== null) {
      tables.set(tag, { id, columns: (copy[1] ?? '').split(', ').map(name => name.replaceAll('"', '')) })
    }
  }
  return { isCompressed: compression === GZIP, tables, dataAt: cursor.at }
}

/** The pieces of the block under the cursor. */
async function* pieces(cursor: Cursor): AsyncGenerator<Buffer> {
  for (let length = await cursor.int(); length !== 0; length = await cursor.int())
    yield await cursor.bytes(length)
}

/** Moves the cursor to the block of that id; blocks of others are passed over. */
async function findBlock(cursor: Cursor, { dataAt }: Contents, id: number): Promise<void> {
  cursor.seek(dataAt)
  for (;;) {
    const type = await cursor.byte()
    const owner = await cursor.int()
    if (type === BLOCK_OF_DATA && owner === id) return
    if (type !== BLOCK_OF_DATA) throw new UnreadableDump('large objects, which are not ours')
    for await (const _ of pieces(cursor));
  }
}

async function* inflated(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const inflate = createInflate()
  const feeding = (async () => {
    for await (const chunk of chunks)
      if (!inflate.write(chunk)) await new Promise(resolve => inflate.once('drain', resolve))
    inflate.end()
  })()
  feeding.catch(error => inflate.destroy(error))
  yield* inflate as AsyncIterable<Uint8Array>
  await feeding
}

export async function openCustomDump(path: string): Promise<RecordSource> {
  const file = await open(path)
  const cursor = new Cursor(file)
  const contents = await readContents(cursor).catch(async error => {
    await file.close()
    throw error
  })
  async function* everyRow(table: string, columns: readonly string[]): AsyncGenerator<TextRow> {
    const data = contents.tables.get(table)
    if (data === undefined) throw new MissingTable(table)
    const places = placesOf(columns, data.columns, table)
    await findBlock(cursor, contents, data.id)
    const bytes = contents.isCompressed ? inflated(pieces(cursor)) : pieces(cursor)
    for await (const line of linesOf(bytes)) {
      if (line === '\\.') return
      if (line === '') continue
      const fields = copyFields(line)
      yield places.map(at => fields[at] ?? null)
    }
  }
  return {
    rows: (table, columns, only) => chosenRows(asked => everyRow(table, asked), columns, only),
    close: () => file.close(),
  }
}
