import { crc32, deflateSync, inflateSync } from 'node:zlib'

// PNG as far as papers need it: writing pictures of their own, and making others plain. What a word processor or the
// PDF library would stumble over (broken data, see-through pixels that it would take apart in its own time and order)
// is found or taken away here.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREY = 0
const RGB = 2
const PALETTE = 3
const GREY_ALPHA = 4
const RGB_ALPHA = 6
const CHANNELS: Readonly<Record<number, number>> = {
  [GREY]: 1,
  [RGB]: 3,
  [PALETTE]: 1,
  [GREY_ALPHA]: 2,
  [RGB_ALPHA]: 4,
}
/** As large as any picture of ours is drawn; more would only take memory. */
const MOST_PIXELS = 40_000_000

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** `rows`: for each row a 0 and then its bytes. */
function pngFile(width: number, height: number, type: number, rows: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = type
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** A picture in greys, 0 black to 255 white, asked for point by point. */
export function pngOf(width: number, height: number, grey: (x: number, y: number) => number): Uint8Array {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = grey(x, y)
  }
  return pngFile(width, height, GREY, rows)
}

interface Decoded {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly type: number
  readonly palette: Uint8Array
  readonly seeThrough: Uint8Array | null
  /** Rows as they are stored, each with its filter in front. */
  readonly rows: Uint8Array
}

function decode(bytes: Uint8Array): Decoded | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (source.length < 57 || !source.subarray(0, 8).equals(SIGNATURE)) return null
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 12 <= source.length; ) {
    const length = source.readUInt32BE(at)
    if (at + 12 + length > source.length) return null
    const type = source.toString('latin1', at + 4, at + 8)
    chunks.set(type, [...(chunks.get(type) ?? []), source.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const [head] = chunks.get('IHDR') ?? []
  if (head?.length !== 13 || !chunks.has('IEND')) return null
  const [width, height, depth, type] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    head[8] ?? 0,
    head[9] ?? 0,
  ]
  const channels = CHANNELS[type]
  const isInterlaced = head[12] !== 0
  if (channels === undefined || isInterlaced || width * height === 0 || width * height > MOST_PIXELS)
    return null
  const expected = height * (1 + Math.ceil((width * channels * depth) / 8))
  try {
    const rows = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []), { maxOutputLength: expected })
    if (rows.length !== expected) return null
    const [palette = new Uint8Array()] = chunks.get('PLTE') ?? []
    return { width, height, depth, type, palette, seeThrough: chunks.get('tRNS')?.[0] ?? null, rows }
  } catch {
    return null
  }
}

/** The nearest of left, above and above left to what they foretell (PNG, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Takes the filters off, in place; the byte in front of each row stays. */
function unfilter(rows: Uint8Array, stride: number, step: number): boolean {
  for (let start = 0; start < rows.length; start += stride) {
    const filter = rows[start] ?? 0
    if (filter > 4) return false
    for (let at = start + 1; at < start + stride; at++) {
      const left = at - step > start ? (rows[at - step] ?? 0) : 0
      const above = start > 0 ? (rows[at - stride] ?? 0) : 0
      const corner = start > 0 && at - step > start ? (rows[at - stride - step] ?? 0) : 0
      const told =
        [0, left, above, (left + above) >> 1, filter === 4 ? paeth(left, above, corner) : 0][filter] ?? 0
      rows[at] = (rows[at] ?? 0) + told
    }
  }
  return true
}

/**
 * The same picture without anything that can be seen through, on white; null when it is broken, larger than any of
 * ours, or of a sort that nobody's camera or office writes (interlaced, see-through in 16 bits).
 */
export function plainPng(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null {
  const png = decode(bytes)
  if (!png) return null
  const { width, height, depth, type, rows } = png
  const hasAlpha = type === GREY_ALPHA || type === RGB_ALPHA || (type === PALETTE && png.seeThrough !== null)
  if (!hasAlpha) return { bytes, width, height }
  if (depth !== 8) return null
  const step = CHANNELS[type] ?? 1
  const stride = 1 + width * step
  if (!unfilter(rows, stride, step)) return null
  const flat = Buffer.alloc(height * (1 + width * 3))
  const onWhite = (value: number, alpha: number) => Math.round(255 + ((value - 255) * alpha) / 255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * stride + 1 + x * step
      const to = y * (1 + width * 3) + 1 + x * 3
      const index = rows[from] ?? 0
      const alpha = type === PALETTE ? (png.seeThrough?.[index] ?? 255) : (rows[from + step - 1] ?? 255)
      for (let channel = 0; channel < 3; channel++) {
        const value =
          type === PALETTE
            ? (png.palette[index * 3 + channel] ?? 0)
            : (rows[from + (type === GREY_ALPHA ? 0 : channel)] ?? 0)
        flat[to + channel] = onWhite(value, alpha)
      }
    }
  }
  return { bytes: pngFile(width, height, RGB, flat), width, height }
}
