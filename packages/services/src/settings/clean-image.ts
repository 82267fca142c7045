/*
 * What is kept of a picture that somebody gives for the letterhead. Its bytes are judged by their structure, never by
 * a name or a type that came along, and written anew from the parts that draw it: no text, no place, no second file
 * behind the first. Larger pictures and other formats belong to attachments, which are drawn anew.
 */

export const MAX_LOGO_BYTES = 512 * 1024
/** Sides in pixels: enough for print, and few enough for a small telephone to unpack. */
const MIN_SIDE = 16
export const MAX_LOGO_SIDE = 2_048

export interface CleanImage {
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

export type ImageFault = 'image-size' | 'image-type' | 'image-sides'

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The parts that draw: everything else (text, time, profiles, EXIF, animation) is left out. */
const PNG_PARTS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

interface Sized {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

function cleanPng(bytes: Buffer): Sized | null {
  const kept: Buffer[] = [PNG_SIGNATURE]
  let at = PNG_SIGNATURE.length
  let size: { width: number; height: number } | null = null
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const part = bytes.toString('latin1', at + 4, at + 8)
    if ((part === 'IHDR') !== (size === null)) return null
    if (part === 'IHDR') {
      if (length !== 13) return null
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    if (PNG_PARTS.has(part)) kept.push(bytes.subarray(at, end))
    // What stands behind the end belongs to no picture.
    if (part === 'IEND') return size && { ...size, bytes: Buffer.concat(kept) }
    at = end
  }
  return null
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** APP1 to APP13, APP15 and comments say something about a picture; APP0 and APP14 are needed to draw it. */
const saysNothingOfDrawing = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xed) || marker === 0xef || marker === 0xfe

/** Where the coded lines that begin at `at` end: at the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let i = at; i + 1 < bytes.length; i++) {
    const next = bytes[i + 1] ?? 0
    if (bytes[i] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i
  }
  return bytes.length
}

function cleanJpeg(bytes: Buffer): Sized | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  let size: { width: number; height: number } | null = null
  while (at + 4 <= bytes.length || bytes[at + 1] === 0xd9) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xd9)
      return size && { ...size, bytes: Buffer.concat([...kept, bytes.subarray(at, at + 2)]) }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    if (isFrame(marker)) {
      if (size !== null || end < at + 9) return null
      size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    }
    const stop = marker === 0xda ? endOfScan(bytes, end) : end
    if (!saysNothingOfDrawing(marker)) kept.push(bytes.subarray(at, stop))
    at = stop
  }
  return null
}

/** The picture as it is kept, or why it is refused. */
export function cleanImage(given: Uint8Array): CleanImage | ImageFault {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.length > MAX_LOGO_BYTES) return 'image-size'
  const isPng = bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  const image = isPng ? cleanPng(bytes) : isJpeg ? cleanJpeg(bytes) : null
  if (image === null) return 'image-type'
  const sides = [image.width, image.height]
  if (sides.some(side => side < MIN_SIDE || side > MAX_LOGO_SIDE)) return 'image-sides'
  return { type: isPng ? 'image/png' : 'image/jpeg', ...image }
}
