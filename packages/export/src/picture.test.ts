import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPicture } from './picture'
import { plainPng, pngOf } from './png'

const part = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
/** A PNG of two by two points with these rows, each with its filter in front. */
function png(
  type: number,
  rows: readonly number[],
  extra: readonly Buffer[] = [],
  interlaced = 0,
): Uint8Array {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, type, 0, 0, interlaced])
  const all = [
    part('IHDR', head),
    ...extra,
    part('IDAT', deflateSync(Buffer.from(rows))),
    part('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...all]))
}
const pixels = (bytes: Uint8Array | undefined): number[] => {
  const source = Buffer.from(bytes ?? [])
  const at = source.indexOf('IDAT')
  return [...inflateSync(source.subarray(at + 4, at + 4 + source.readUInt32BE(at - 4)))]
}

describe('a PNG', () => {
  it('is taken as it is when nothing in it can be seen through', () => {
    const bytes = pngOf(3, 2, x => x * 50)
    expect(readPicture(bytes)).toEqual({ kind: 'png', bytes, width: 3, height: 2 })
  })

  it('stands on white where it was see-through, whatever its filters', () => {
    const rgba = png(6, [0, 10, 20, 30, 255, 0, 0, 0, 0, 2, 0, 0, 0, 0, 100, 0, 0, 128])
    expect(pixels(plainPng(rgba)?.bytes)).toEqual([
      0, 10, 20, 30, 255, 255, 255, 0, 10, 20, 30, 177, 127, 127,
    ])
    const left = png(6, [1, 10, 20, 30, 255, 5, 5, 5, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(pixels(plainPng(left)?.bytes)).toEqual([0, 10, 20, 30, 15, 25, 35, 0, 10, 20, 30, 15, 25, 35])
    const grey = png(4, [0, 7, 255, 9, 0, 3, 0, 0, 0, 0])
    expect(pixels(plainPng(grey)?.bytes).slice(0, 7)).toEqual([0, 7, 7, 7, 255, 255, 255])
    const palette = png(
      3,
      [0, 0, 1, 0, 1, 0],
      [part('PLTE', Buffer.from([1, 2, 3, 4, 5, 6])), part('tRNS', Buffer.from([255, 0]))],
    )
    expect(pixels(plainPng(palette)?.bytes)).toEqual([0, 1, 2, 3, 255, 255, 255, 0, 255, 255, 255, 1, 2, 3])
  })

  it('is none when it is broken, cut off, too large when unpacked, or interlaced', () => {
    const whole = pngOf(40, 40, x => x)
    for (const end of [10, 40, 60, whole.length - 1, whole.length - 12])
      expect(readPicture(whole.slice(0, end))).toBeNull()
    expect(readPicture(png(0, [0, 1, 2, 0, 1, 2, 9, 9, 9, 9]))).toBeNull()
    expect(readPicture(png(0, [0, 1]))).toBeNull()
    expect(readPicture(png(6, [9, ...Array(17).fill(0)]))).toBeNull()
    expect(readPicture(png(0, [0, 1, 2, 0, 1, 2], [], 1))).toBeNull()
  })
})

describe('a JPEG', () => {
  const jpeg = (...bytes: number[]) => new Uint8Array([0xff, 0xd8, ...bytes, ...Array(40).fill(0)])
  it('tells its size in its frame', () => {
    const bytes = jpeg(0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 120, 0, 200, 3)
    expect(readPicture(bytes)).toEqual({ kind: 'jpeg', bytes, width: 200, height: 120 })
  })
  it('is none without one', () => {
    expect(readPicture(jpeg(0xff, 0xe0, 0, 4, 1, 2, 0, 0))).toBeNull()
    expect(readPicture(jpeg(0xff, 0xc4, 0, 4, 1, 2))).toBeNull()
    expect(readPicture(jpeg(0xff, 0xe0, 0xff, 0xff))).toBeNull()
  })
})

it('is nothing else', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('GIF89a'.repeat(20))])
    expect(readPicture(bytes)).toBeNull()
})
