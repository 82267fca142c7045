import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FileStore } from '@mufakat/files'

/** SHA-256 in hex of bytes in the store; null: they cannot be read. */
export async function hashOfFile(store: FileStore, name: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(join(store.root, store.relativePathOf(name))))
      hash.update(piece as Uint8Array)
    return hash.digest('hex')
  } catch {
    return null
  }
}
