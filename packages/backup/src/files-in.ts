import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** All files beneath, in a fixed order; what is half written (`.part`, a folder of its own) is not one. */
export async function* filesIn(folder: string): AsyncGenerator<string> {
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
