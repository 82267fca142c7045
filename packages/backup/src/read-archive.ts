import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import {
  BrokenArchive,
  contentHash,
  HEAD,
  type Head,
  head,
  MANIFEST,
  type Manifest,
  parsed,
  readManifest,
} from './manifest'

/** What a disk gives at once: an archive is read from its beginning to its end. */
const CHUNK_BYTES = 1_048_576

/** Members in their order; each must be read before the next comes. */
export async function* membersOf(
  path: string,
  signal?: AbortSignal,
): AsyncGenerator<{ name: string; bytes: Readable }> {
  const reading = extract()
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES, ...(signal ? { signal } : {}) })
  file.on('error', error => reading.destroy(error))
  file.pipe(reading)
  try {
    for await (const entry of reading) yield { name: entry.header.name, bytes: entry as unknown as Readable }
  } finally {
    file.destroy()
  }
}

/** An archive all of which was compared with its manifest. */
export interface CheckedArchive {
  readonly path: string
  readonly head: Head
  readonly manifest: Manifest
  /** Of its manifest. */
  readonly contentHash: string
}

/**
 * Reads all of it and compares it with its manifest.
 * @throws BrokenArchive naming what is wrong: a member that is missing, too many, changed or cut off
 */
export async function checkArchive(
  path: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {},
): Promise<CheckedArchive> {
  const found: Manifest['members'] = []
  let first: Head | null = null
  let last: Manifest | null = null
  let lastHash = ''
  let read = 0
  try {
    for await (const { name, bytes } of membersOf(path, signal)) {
      if (last !== null) throw new BrokenArchive(`${name} ada di belakang ${MANIFEST}`)
      const isSmall = name === HEAD || name === MANIFEST
      const hash = createHash('sha256')
      const kept: Buffer[] = []
      let size = 0
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        hash.update(chunk)
        size += chunk.length
        read += chunk.length
        onProgress?.(read)
        if (isSmall) kept.push(chunk)
      }
      if (found.length === 0 && name !== HEAD) throw new BrokenArchive('bukan cadangan Mufakat')
      if (name === HEAD) first = parsed(head, Buffer.concat(kept), name)
      if (name === MANIFEST) {
        last = readManifest(Buffer.concat(kept))
        lastHash = contentHash(Buffer.concat(kept))
      } else found.push({ name, size, sha256: hash.digest('hex') })
    }
  } catch (error) {
    if (error instanceof BrokenArchive || isAboutThePath(error) || signal?.aborted) throw error
    throw new BrokenArchive('terpotong atau bukan cadangan Mufakat', { cause: error })
  }
  if (first === null || last === null) throw new BrokenArchive('terpotong: tidak ada daftar isinya')
  const wanted = new Map(last.members.map(member => [member.name, member]))
  for (const member of found) {
    const known = wanted.get(member.name)
    if (known?.sha256 !== member.sha256 || known.size !== member.size)
      throw new BrokenArchive(`${member.name} bukan seperti ketika dicadangkan`)
    wanted.delete(member.name)
  }
  const [missing] = wanted.keys()
  if (missing !== undefined) throw new BrokenArchive(`${missing} tidak ada`)
  return { path, head: first, manifest: last, contentHash: lastHash }
}

const isAboutThePath = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))
