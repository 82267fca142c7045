// Whether a PDF was signed: a signature dictionary whose /ByteRange is of this file, with the signature in the gap that
// it leaves. What was signed is never packed, so every byte is searched as it stands. Whose signature it is, and whether
// it is valid, is not asked here: that is for BSrE.
import { type FileHandle, open } from 'node:fs/promises'
import type { FileRefusal } from '@mufakat/domain'

const WINDOW = 512 * 1024
/** Longest that a range is written; signers leave room in it. */
const LONGEST_RANGE = 256
/** Largest signature in hex: one of BSrE, with its certificates and a time stamp, has some ten thousand signs. */
const LARGEST = 2 * 1024 * 1024
const RANGE = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g
/** Ranges that are looked at: each signer, and each time stamp, has one. */
const MOST = 100

const read = async (file: FileHandle, from: number, length: number): Promise<string> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead).toString('latin1')
}

async function* rangesIn(file: FileHandle, size: number): AsyncGenerator<number[]> {
  let found = 0
  for (let from = 0; from < size; from += WINDOW) {
    const piece = await read(file, from, WINDOW + LONGEST_RANGE)
    for (const match of piece.matchAll(RANGE)) {
      // What begins behind the window is found with the next one.
      if (match.index >= WINDOW) break
      found += 1
      if (found > MOST) return
      yield match.slice(1).map(Number)
    }
  }
}

type Judged = 'signed' | 'empty' | 'other'

async function judge(file: FileHandle, size: number, range: readonly number[]): Promise<Judged> {
  const [start = 0, length = 0, second = 0, rest = 0] = range
  const gap = second - length
  if (start !== 0 || gap < 4 || gap > LARGEST || second + rest > size) return 'other'
  const before = await read(file, Math.max(0, length - 64), Math.min(64, length))
  const held = await read(file, length, gap)
  if (!/\/Contents\s*$/.test(before) || !/^<[0-9a-fA-F\s]*>$/.test(held)) return 'other'
  const hex = held.replace(/[<>\s]/g, '')
  if (/^0*$/.test(hex)) return 'empty'
  // CMS begins as every ASN.1 sequence does.
  return hex.startsWith('30') ? 'signed' : 'other'
}

/** Why the PDF at `path` is not taken as a signed one; null: it holds a signature of itself. */
export async function inspectSignature(path: string): Promise<FileRefusal | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    let isBroken = false
    for await (const range of rangesIn(file, size)) {
      const judged = await judge(file, size, range)
      if (judged === 'signed') return null
      isBroken ||= judged === 'other'
    }
    return isBroken ? 'signature-broken' : 'unsigned'
  } finally {
    await file.close()
  }
}
