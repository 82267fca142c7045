import { open, rename, rm } from 'node:fs/promises'
import { endingOf, FILE_ENDINGS, type FileKind, type FileRefusal } from '@mufakat/domain'
import { err, ok, type Result } from '@mufakat/kernel'
import { redraw } from './image'
import { inspectOffice } from './office'
import { inspectPdf } from './pdf'
import { Refused } from './refused'
import type { Grid } from './sheet-bounds'
import { sniff } from './sniff'

export interface Inspected {
  readonly kind: FileKind
  /** A small WebP of a picture; null for anything else. */
  readonly thumbnail: Uint8Array | null
}

/**
 * Says what the file at `path` is, by its content, or why it is not taken. A picture is drawn anew in its place.
 * Whatever happens, no other file is left beside it.
 */
export async function inspectFile(path: string, name: string): Promise<Result<Inspected, FileRefusal>> {
  try {
    const inspected = await inspect(path)
    return (FILE_ENDINGS[inspected.kind] as readonly string[]).includes(endingOf(name))
      ? ok(inspected)
      : err('wrong-ending')
  } catch (error) {
    if (error instanceof Refused) return err(error.reason)
    if (isOurs(error)) throw error
    // What the readers of archives throw at bytes that make no sense.
    return err('damaged')
  }
}

/** Why the file at `path` is not taken as a table of at most that size; null: it is one. */
export async function inspectTable(path: string, grid: Grid): Promise<FileRefusal | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(16)
    await file.read(head, 0, head.length, 0)
    if (sniff(head) !== 'zip') return 'unknown-kind'
    return (await inspectOffice(file, size, grid)) === 'xlsx' ? null : 'unknown-kind'
  } catch (error) {
    if (error instanceof Refused) return error.reason
    if (isOurs(error)) throw error
    return 'damaged'
  } finally {
    await file.close()
  }
}

/** A disk that fails is no fault of the file. */
const isOurs = (error: unknown): boolean => error instanceof Error && 'syscall' in error

async function inspect(path: string): Promise<Inspected> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw new Refused('empty', 'no bytes')
    const head = Buffer.alloc(16)
    await file.read(head, 0, head.length, 0)
    const kind = sniff(head)
    if (kind === null) throw new Refused('unknown-kind', 'first bytes')
    if (kind === 'zip') return { kind: await inspectOffice(file, size), thumbnail: null }
    if (kind !== 'pdf') return { kind, thumbnail: await redrawInPlace(kind, path) }
    await inspectPdf(file, size)
    return { kind, thumbnail: null }
  } finally {
    await file.close()
  }
}

async function redrawInPlace(kind: 'png' | 'jpeg' | 'webp', path: string): Promise<Uint8Array> {
  const drawn = `${path}.drawn`
  try {
    const { thumbnail } = await redraw(kind, path, drawn)
    await rename(drawn, path)
    return thumbnail
  } finally {
    await rm(drawn, { force: true })
  }
}
