// A DOCX or XLSX is looked at entry by entry, unpacked into nothing. Invariants of one that is taken:
// 1. Its entries lie side by side from the first byte to the list of them, and the list to the last byte: nothing
//    hides before, between or behind, and no two share bytes.
// 2. Each unpacks to exactly what the list says, and its check sum fits.
// 3. It holds no archive, program or foreign document, and points to nothing outside but links.
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { LIMITS } from './limits'
import { Refused } from './refused'
import { checkRelations, kindByTypes } from './relations'
import { type Grid, SheetBounds } from './sheet-bounds'
import { isForeign } from './sniff'

const END = 22
const LOCAL_HEADER = 30
const TYPES = '[Content_Types].xml'
const MACRO_PART = /(?:^|\/)(?:vba[^/]*\.bin|activeX\/|macrosheets\/|dialogsheets\/|vbaProject)/i
const EMBEDDED_PART = /(?:^|\/)embeddings\//i
const XML = /\.(?:xml|rels|vml)$/i
const RELATIONS = /\.rels$/i
/** Sizes of what may follow the bytes of an entry that was written as a stream. */
const DESCRIPTORS = [0, 12, 16, 20, 24]
const UNIX = 3
const KIND_OF_FILE = 0o170000
const REGULAR = 0o100000
const STREAMED = 1 << 3

/** The end of the list of entries, which must be the end of the file. */
async function readEnd(file: FileHandle, size: number): Promise<{ listAt: number; count: number }> {
  const end = Buffer.alloc(END)
  if (size < END) throw new Refused('damaged', 'short')
  await file.read(end, 0, END, size - END)
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Refused('mixed', 'no end of archive at the end')
  const [disks, count, listSize, listAt, comment] = [
    end.readUInt32LE(4),
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    end.readUInt32LE(16),
    end.readUInt16LE(20),
  ]
  if (disks !== 0 || comment !== 0 || end.readUInt16LE(8) !== count) throw new Refused('damaged', 'end')
  if (listAt + listSize + END !== size) throw new Refused('mixed', 'bytes beside the archive')
  if (count === 0) throw new Refused('damaged', 'no entries')
  if (count > LIMITS.entries) throw new Refused('bomb', 'entries')
  return { listAt, count }
}

function checkEntry(entry: Entry): void {
  const name = entry.fileName
  if (entry.isEncrypted()) throw new Refused('encrypted', 'entry')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Refused('damaged', 'method')
  const mode = entry.externalFileAttributes >>> 16
  if (entry.versionMadeBy >>> 8 === UNIX && mode !== 0 && ![0, REGULAR].includes(mode & KIND_OF_FILE))
    throw new Refused('damaged', 'not a plain file')
  if (/[\p{Cc}\\:]|(?:^|\/)\.{1,2}(?:\/|$)|^\/|\/\/|\/$/u.test(name)) throw new Refused('damaged', 'name')
  if (MACRO_PART.test(name)) throw new Refused('active', 'macro')
  if (EMBEDDED_PART.test(name)) throw new Refused('embedded', 'embeddings')
}

/** Entries in the order of their bytes: each begins where the one before ends. */
async function checkPlaces(zip: ZipFile, entries: readonly Entry[], listAt: number): Promise<void> {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let next = 0
  let descriptors: readonly number[] = [0]
  for (const entry of inOrder) {
    const begin = entry.relativeOffsetOfLocalHeader
    if (!descriptors.includes(begin - next)) throw new Refused('mixed', 'bytes between entries, or shared')
    const header = await zip.readLocalFileHeaderPromise(entry, {})
    if (!header.fileName.equals(entry.fileNameRaw)) throw new Refused('mixed', 'two names for one entry')
    next = begin + LOCAL_HEADER + header.fileNameLength + header.extraFieldLength + entry.compressedSize
    descriptors = (entry.generalPurposeBitFlag & STREAMED) === 0 ? [0] : DESCRIPTORS
  }
  if (!descriptors.includes(listAt - next)) throw new Refused('mixed', 'bytes before the list')
}

/** Unpacks one entry, keeping it only when it says how others belong together. */
async function readEntry(zip: ZipFile, entry: Entry, grid: Grid | null): Promise<string | null> {
  const { fileName } = entry
  const isKept = fileName === TYPES || RELATIONS.test(fileName)
  if (isKept && entry.uncompressedSize > LIMITS.relations) throw new Refused('bomb', 'relations')
  const kept: Buffer[] = []
  let sum = 0
  let before = ''
  let isFirst = true
  // Which part is a sheet, relations say: each is looked at as if it were one.
  const sheet = grid !== null && /\.xml$/i.test(fileName) ? new SheetBounds(grid) : null
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    if (isFirst && isForeign(chunk)) throw new Refused('embedded', 'foreign entry')
    if (XML.test(fileName)) {
      const text = before + chunk.toString('latin1')
      // Another encoding would hide from everything that is searched for here.
      if (text.includes('\0')) throw new Refused('damaged', 'encoding')
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused('active', 'document type')
      before = text.slice(-16)
    }
    isFirst = false
    sheet?.take(chunk)
    sum = crc32(chunk, sum)
    if (isKept) kept.push(chunk)
  }
  if (sum !== entry.crc32) throw new Refused('damaged', 'check sum')
  return isKept ? Buffer.concat(kept).toString('utf8') : null
}

async function listEntries(zip: ZipFile, count: number, most: number): Promise<Entry[]> {
  const entries: Entry[] = []
  const names = new Set<string>()
  let [packed, unpacked] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry)
    entries.push(entry)
    names.add(entry.fileName.toLowerCase())
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
  }
  if (names.size !== entries.length || entries.length !== count) throw new Refused('damaged', 'names')
  if (unpacked > most || (unpacked > LIMITS.ratioFrom && unpacked / packed > LIMITS.ratio))
    throw new Refused('bomb', 'unpacked size')
  return entries
}

/**
 * Whether the archive is a DOCX or an XLSX, and one that is taken.
 * @param grid also how large its sheets may be; with it, fewer bytes may come out of it
 */
export async function inspectOffice(
  file: FileHandle,
  size: number,
  grid: Grid | null = null,
): Promise<'docx' | 'xlsx'> {
  const { listAt, count } = await readEnd(file, size)
  // yauzl closes nothing of ours: it is told not to, and reads through the handle's number.
  const zip = await fromFdPromise(file.fd, { autoClose: false, lazyEntries: true, strictFileNames: true })
  const entries = await listEntries(zip, count, grid === null ? LIMITS.unpacked : LIMITS.tableUnpacked)
  await checkPlaces(zip, entries, listAt)
  let kind: 'docx' | 'xlsx' | null = null
  for (const entry of entries) {
    const text = await readEntry(zip, entry, grid)
    if (text === null) continue
    if (entry.fileName === TYPES) kind = kindByTypes(text)
    else checkRelations(text)
  }
  if (kind === null) throw new Refused('unknown-kind', 'an archive of another kind')
  return kind
}
