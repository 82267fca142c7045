// Where the bytes are: <root>/ab/cd/<32 hex digits>, and <root>/tmp/ for what is on its way. Invariants:
// 1. A name says nothing: it is random, and no part of it comes from a person.
// 2. What stands outside tmp is whole and on the disk: written in tmp, synced, then renamed.
// 3. Nothing is ever opened by a name that is not one of ours.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assert } from '@mufakat/kernel'

const NAME = /^[0-9a-f]{32}$/
/** A small picture stands beside the file it shows. */
const THUMBNAIL = '.kecil'

export interface StoredName {
  readonly name: string
  readonly modifiedAt: Date
}

export interface FileStoreOptions {
  readonly root: string
  /** Bytes of the disk that stay free for everything else. */
  readonly reserveBytes?: number
}

const DEFAULT_RESERVE = 512 * 1024 * 1024

/** Absence is no error: somebody was here before. */
const absent = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export class FileStore {
  readonly root: string
  readonly #reserve: number

  constructor({ root, reserveBytes = DEFAULT_RESERVE }: FileStoreOptions) {
    this.root = root
    this.#reserve = reserveBytes
  }

  /** A name that nobody can guess and that nothing has yet. */
  newName(): string {
    return randomBytes(16).toString('hex')
  }

  /** Path below the root of a file that is kept, or of its small picture. */
  relativePathOf(name: string, which: 'whole' | 'thumbnail' = 'whole'): string {
    assert(NAME.test(name), 'a name of the store')
    return join(name.slice(0, 2), name.slice(2, 4), which === 'whole' ? name : name + THUMBNAIL)
  }

  partPathOf(name: string): string {
    assert(NAME.test(name), 'a name of the store')
    return join(this.root, 'tmp', name)
  }

  /** Whether so many more bytes fit and leave what must stay free. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    await mkdir(this.root, { recursive: true, mode: 0o700 })
    const { bavail, bsize } = await statfs(this.root)
    return bavail * bsize - bytes > this.#reserve
  }

  /** Writes into what is on its way, at an offset that is at most its length. */
  async write(name: string, offset: number, bytes: Uint8Array): Promise<void> {
    const path = this.partPathOf(name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, offset === 0 ? 'w' : 'r+', 0o600)
    try {
      const { size } = await file.stat()
      assert(size >= offset, 'no hole in what is on its way')
      // What a broken write left behind is written over.
      if (size > offset) await file.truncate(offset)
      await file.writev([bytes], offset)
    } finally {
      await file.close()
    }
  }

  /** Sees to it that what has come whole is on the disk; answers its size and SHA-256. */
  async seal(name: string): Promise<{ size: number; sha256: Uint8Array }> {
    const path = this.partPathOf(name)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    const file = await open(path, 'r+')
    try {
      // Its age counts from now, for who sweeps what has no row.
      const now = new Date()
      await file.utimes(now, now)
      await file.sync()
      return { size: (await file.stat()).size, sha256: new Uint8Array(hash.digest()) }
    } finally {
      await file.close()
    }
  }

  /** Moves what is sealed to its place, with its small picture. */
  async keep(name: string, thumbnail: Uint8Array | null): Promise<void> {
    const whole = join(this.root, this.relativePathOf(name))
    await mkdir(dirname(whole), { recursive: true, mode: 0o700 })
    if (thumbnail !== null) await this.#keepThumbnail(name, thumbnail)
    await rename(this.partPathOf(name), whole)
    await syncFolder(dirname(whole))
  }

  async #keepThumbnail(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.root, this.relativePathOf(name, 'thumbnail'))
    const part = `${this.partPathOf(name)}${THUMBNAIL}`
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  }

  /** Bytes that have arrived of what is on its way; null when there is nothing. */
  async partSize(name: string): Promise<number | null> {
    return stat(this.partPathOf(name)).then(({ size }) => size, absent)
  }

  async removePart(name: string): Promise<void> {
    for (const end of ['', '.drawn', THUMBNAIL]) await rm(this.partPathOf(name) + end, { force: true })
  }

  /** Removes the bytes of a file, small picture and all. */
  async remove(name: string): Promise<void> {
    for (const which of ['whole', 'thumbnail'] as const)
      await rm(join(this.root, this.relativePathOf(name, which)), { force: true })
  }

  async has(name: string): Promise<boolean> {
    return (await stat(join(this.root, this.relativePathOf(name))).catch(absent)) !== null
  }

  /** Names of everything that is kept, or on its way; a name may come more than once. */
  async *names(where: 'kept' | 'tmp'): AsyncGenerator<StoredName> {
    const folders = where === 'tmp' ? ['tmp'] : await this.#leaves()
    for (const folder of folders)
      for (const entry of (await readdir(join(this.root, folder)).catch(absent)) ?? []) {
        const name = entry.split('.')[0] ?? ''
        const found = NAME.test(name) ? await stat(join(this.root, folder, entry)).catch(absent) : null
        if (found !== null) yield { name, modifiedAt: found.mtime }
      }
  }

  async #leaves(): Promise<string[]> {
    const two = async (folder: string) =>
      ((await readdir(join(this.root, folder)).catch(absent)) ?? []).filter(one => /^[0-9a-f]{2}$/.test(one))
    const leaves: string[] = []
    for (const first of await two('.'))
      for (const second of await two(first)) leaves.push(join(first, second))
    return leaves
  }
}
