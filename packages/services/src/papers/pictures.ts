import { join } from 'node:path'
import { type FileStore, pictureForPaper } from '@mufakat/files'
import type { PictureFile } from './facts'

/** Two pictures stand side by side on a page: 150 dots an inch, and a whole page of them stays below a megabyte. */
const SIDE = 1_200
/** More than anybody looks at; a paper holds them all in memory. */
const MOST = 60

/** Loads pictures of a rapat small, each once; what is not among its files is not there for its papers. */
export function pictureLoader(
  store: FileStore,
  files: readonly PictureFile[],
  onPicture: (done: number, all: number) => Promise<void>,
) {
  const loaded = new Map<string, Promise<Uint8Array | null>>()
  return (fileId: string): Promise<Uint8Array | null> => {
    const known = loaded.get(fileId)
    if (known !== undefined) return known
    const file = files.find(one => one.id === fileId)
    const bytes =
      file === undefined || loaded.size >= MOST
        ? Promise.resolve(null)
        : pictureForPaper(join(store.root, store.relativePathOf(file.storedName)), SIDE).then(
            async picture => {
              await onPicture(loaded.size, files.length)
              return picture
            },
          )
    loaded.set(fileId, bytes)
    return bytes
  }
}

/** Files that the text shows. */
export function filesInText(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const one of value) filesInText(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (key === 'file' && typeof one === 'string') found.add(one)
      else filesInText(one, found)
    }
  return found
}
