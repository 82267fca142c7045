import { sha256 } from '@noble/hashes/sha2.js'

/** Largest file that is taken: a scanned notula with its annexes has some tens of megabytes. */
export const LARGEST = 100 * 1024 * 1024
/** Worked through at a time where the browser has no hash of its own: some milliseconds, so that the page answers. */
const PIECE = 512 * 1024

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** What is in front of a file's first byte by which it says that it is a PDF; readers look so far for it. */
export async function isPdf(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 1_024).arrayBuffer())
  return String.fromCharCode(...head).includes('%PDF-')
}

/**
 * SHA-256 in hex. `subtle` is what the browser has of its own; undefined over plain http, where the file is worked
 * through in pieces, and `tell` hears how far it is, from 0 to 1.
 */
export async function hashOf(
  file: Blob,
  subtle: Pick<SubtleCrypto, 'digest'> | undefined,
  tell: (part: number) => void,
): Promise<string> {
  if (subtle !== undefined)
    return hexOf(new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer())))
  const hash = sha256.create()
  for (let from = 0; from < file.size; from += PIECE) {
    hash.update(new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer()))
    tell(Math.min(1, (from + PIECE) / file.size))
  }
  return hexOf(hash.digest())
}
