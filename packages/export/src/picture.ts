import { plainPng } from './png'

/** A picture that PDF and DOCX take as it is, with what they must know of it. */
export interface Picture {
  readonly kind: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Headers of a frame, without those that stand for tables and arithmetic coding alone. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpegSize(bytes: Uint8Array, view: DataView): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Reads what the bytes say they are; null when they are neither PNG nor JPEG, or broken. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0x89) {
    const plain = plainPng(bytes)
    return plain && { kind: 'png', ...plain }
  }
  if (bytes.length > 32 && bytes[0] === 0xff && bytes[1] === 0xd8) {
    const size = jpegSize(bytes, view)
    return size && size.width > 0 && size.height > 0 ? { kind: 'jpeg', bytes, ...size } : null
  }
  return null
}
