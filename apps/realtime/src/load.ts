import type { OpenedLog, StoredRow } from '@mufakat/db'
import { createNotulaDoc } from '@mufakat/doc-model'
import { AppError } from '@mufakat/kernel'
import { ByteReader, ByteWriter, decodeParts } from '@mufakat/protocol'
import * as Y from 'yjs'
import { type Copy, isPending } from './gate'
import type { ReadLog } from './reader'

/**
 * Builds a document from the store.
 * @throws AppError `not-found`; `unexpected` when the log does not make a whole document; what the driver throws
 */
export async function loadCopy(
  read: ReadLog,
  documentId: string,
): Promise<{ copy: Copy; opened: OpenedLog }> {
  const opened = await read(documentId, null)
  if (opened === null) throw new AppError('not-found', `document ${documentId}`)
  const doc = createNotulaDoc()
  const frames = readFrames(opened.snapshot?.frames ?? new Uint8Array())
  const copy: Copy = { lineage: opened.lineage, doc, head: opened.head, frames }
  try {
    doc.transact(() => {
      if (opened.snapshot !== null) Y.applyUpdateV2(doc, opened.snapshot.state)
      for (const row of opened.rows) applyRow(copy, row)
    })
  } catch (error) {
    throw new AppError('unexpected', `document ${documentId} does not load`, { cause: error })
  }
  if (isPending(doc)) throw new AppError('unexpected', `document ${documentId} is not whole`)
  return { copy, opened }
}

/** Takes a committed row into the copy; what is there already stays as it is. */
export function applyRow(copy: Copy, row: StoredRow): void {
  for (const part of decodeParts(row.parts)) {
    Y.applyUpdate(copy.doc, part.bytes)
    copy.frames.set(part.lease, Math.max(part.frame, copy.frames.get(part.lease) ?? 0))
  }
}

export function writeFrames(frames: ReadonlyMap<number, number>): Uint8Array {
  const out = new ByteWriter()
  for (const [lease, frame] of frames) out.uint(lease).uint(frame)
  return out.done()
}

function readFrames(bytes: Uint8Array): Map<number, number> {
  const input = new ByteReader(bytes)
  const frames = new Map<number, number>()
  while (!input.atEnd) frames.set(input.uint(), input.uint())
  return frames
}

/** The newest logged frame of each of these leases, as far as a reading of the log tells. */
export function framesIn(opened: OpenedLog): Map<number, number> {
  const frames = readFrames(opened.snapshot?.frames ?? new Uint8Array())
  for (const row of opened.rows) {
    for (const part of decodeParts(row.parts)) {
      frames.set(part.lease, Math.max(part.frame, frames.get(part.lease) ?? 0))
    }
  }
  return frames
}
