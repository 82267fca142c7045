// What is looked at, and what is not. Names of actions that run something, of files inside and of encryption are
// searched in every byte of the file, and in every packed stream that holds objects (those begin with numbers),
// however its dictionary calls it. Not looked into: object streams packed by other means than zlib, or behind a
// predictor; what a reader does with a broken file. Therefore a PDF is only ever sent as a download, in a sandbox.
import type { FileHandle } from 'node:fs/promises'
import { createInflate, inflateSync, constants as zlib } from 'node:zlib'
import { LIMITS } from './limits'
import { forbiddenIn, LONGEST_NAME } from './names-in-pdf'
import { Refused } from './refused'

const WINDOW = 512 * 1024
/** Longest archive end: 22 bytes and a comment of 65,535. */
const ARCHIVE_END = 22 + 65_535
/** So many packed bytes tell whether a stream begins with numbers. */
const PROBE = 512

const read = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  return buffer.subarray(0, bytesRead)
}

const check = (piece: string): void => {
  const reason = forbiddenIn(piece)
  if (reason !== null) throw new Refused(reason, 'pdf')
}

/** Whether the file begins and ends as a PDF does, with nothing of another kind at its end. */
async function checkFrame(file: FileHandle, size: number): Promise<void> {
  const head = (await read(file, 0, 16)).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(head)) throw new Refused('damaged', 'header')
  const length = Math.min(size, ARCHIVE_END)
  const tail = (await read(file, size - length, length)).toString('latin1')
  if (tail.includes('PK\x05\x06')) throw new Refused('mixed', 'an archive ends in it')
  const last = tail.slice(-2_048).replace(/[\s\0]+$/, '')
  const [, start] = /startxref\s+(\d{1,10})\s+%%EOF$/.exec(last) ?? []
  if (start === undefined)
    throw tail.includes('%%EOF') ? new Refused('mixed', 'bytes after the end') : new Refused('damaged', 'end')
  if (Number(start) >= size) throw new Refused('damaged', 'startxref')
}

/** Whether a packed stream that begins here unpacks to numbers, as one that holds objects does. */
function beginsWithNumbers(packed: Buffer): boolean {
  try {
    const options = { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 1024 * PROBE }
    const text = inflateSync(packed.subarray(0, PROBE), options).subarray(0, 64).toString('latin1')
    return /^[\s\0]*\d+[\s\0]+\d+/.test(text)
  } catch {
    return false
  }
}

/** Unpacks the stream at `from` and looks through it; answers how long it is unpacked. */
async function checkObjects(file: FileHandle, from: number): Promise<number> {
  const inflate = createInflate()
  const source = file.createReadStream({ start: from, autoClose: false, highWaterMark: 64 * 1024 })
  let length = 0
  let before = ''
  try {
    // Bytes behind the packed ones, or a packed part that breaks off, are no news: what came out counts.
    source.on('error', () => inflate.destroy())
    for await (const chunk of source.pipe(inflate) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > LIMITS.objectStream) throw new Refused('bomb', 'object stream')
      const piece = before + chunk.toString('latin1')
      check(piece)
      before = piece.slice(-LONGEST_NAME)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
  } finally {
    source.destroy()
    inflate.destroy()
  }
  return length
}

export async function inspectPdf(file: FileHandle, size: number): Promise<void> {
  await checkFrame(file, size)
  let streams = 0
  let unpacked = 0
  for (let from = 0; from < size; from += WINDOW) {
    const bytes = await read(file, from, WINDOW + PROBE + LONGEST_NAME)
    const piece = bytes.toString('latin1')
    check(piece)
    for (const { index, 0: word } of piece.matchAll(/stream\r?\n/g)) {
      // What begins behind the window is found with the next one.
      if (index >= WINDOW) break
      streams += 1
      if (streams > LIMITS.streams) throw new Refused('bomb', 'streams')
      const begin = index + word.length
      if (!beginsWithNumbers(bytes.subarray(begin))) continue
      unpacked += await checkObjects(file, from + begin)
      if (unpacked > LIMITS.objectStreams) throw new Refused('bomb', 'object streams')
    }
  }
}
