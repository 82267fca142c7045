import { strToU8, type Zippable, zipSync } from 'fflate'

/** An archive whose bytes hang on nothing but its parts and their order. */
export function zipParts(parts: readonly (readonly [path: string, data: string | Uint8Array])[]): Uint8Array {
  const files: Zippable = {}
  for (const [path, data] of parts) files[path] = typeof data === 'string' ? strToU8(data) : data
  // ZIP keeps local time: this is its first day wherever the server stands.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}
