import { open } from 'node:fs/promises'
import { CUSTOM_MAGIC, openCustomDump } from './custom-dump'
import { openPlainDump } from './plain-dump'
import type { RecordSource } from './source'

/** A dump by pg_dump, plain (gzipped or not) or in the custom format; told apart by how it begins. */
export async function openDump(path: string): Promise<RecordSource> {
  const file = await open(path)
  const head = Buffer.alloc(CUSTOM_MAGIC.length)
  await file.read(head, 0, head.length, 0)
  await file.close()
  if (head.toString('latin1') === CUSTOM_MAGIC) return openCustomDump(path)
  return openPlainDump(path, head[0] === 0x1f && head[1] === 0x8b)
}
