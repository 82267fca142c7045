import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cleanImage, MAX_LOGO_BYTES } from './clean-image'

const part = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function png(width: number, height: number, more: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', head),
    ...more,
    part('IDAT', deflateSync(Buffer.alloc(64))),
    part('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function jpeg(width: number, height: number, more: Buffer[] = []): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...more,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ])
}

const ok = (bytes: Buffer) => {
  const image = cleanImage(bytes)
  return typeof image === 'string' ? expect.fail(image) : image
}

describe('a picture for the letterhead', () => {
  it('is kept as it draws', () => {
    expect(ok(png(200, 100))).toMatchObject({
      type: 'image/png',
      width: 200,
      height: 100,
      bytes: png(200, 100),
    })
    expect(ok(jpeg(320, 240))).toMatchObject({
      type: 'image/jpeg',
      width: 320,
      height: 240,
      bytes: jpeg(320, 240),
    })
  })

  it('loses what it tells beside that, and what hangs behind it', () => {
    const text = part('tEXt', Buffer.from('Author\0Seseorang'))
    expect(ok(Buffer.concat([png(64, 64, [text]), Buffer.from('PK\x03\x04 <script>')])).bytes).toEqual(
      png(64, 64),
    )
    const exif = segment(0xe1, Buffer.from('Exif\0\0 -2.57, 101.1'))
    const comment = segment(0xfe, Buffer.from('rahasia'))
    const told = Buffer.concat([jpeg(64, 64, [exif, comment]), Buffer.from('PK\x03\x04')])
    expect(ok(told).bytes).toEqual(jpeg(64, 64))
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'image-type'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image-type'],
    ['a program with the name of a picture', Buffer.from('MZ\x90\x00'), 'image-type'],
    ['GIF', Buffer.from('GIF89a'), 'image-type'],
    ['a PNG that ends early', png(64, 64).subarray(0, -12), 'image-type'],
    [
      'a PNG with two heads',
      Buffer.concat([png(64, 64).subarray(0, 33), png(64, 64).subarray(8)]),
      'image-type',
    ],
    ['a JPEG that ends early', jpeg(64, 64).subarray(0, -2), 'image-type'],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'image-type'],
    ['50,000 pixels a side', png(50_000, 50_000), 'image-sides'],
    ['a JPEG of 65,535 pixels', jpeg(65_535, 100), 'image-sides'],
    ['a dot', png(1, 1), 'image-sides'],
    ['too many bytes', Buffer.concat([png(64, 64), Buffer.alloc(MAX_LOGO_BYTES)]), 'image-size'],
  ])('%s is refused', (_, bytes, fault) => {
    expect(cleanImage(bytes)).toBe(fault)
  })

  it('does not hang or throw on any broken bytes', () => {
    for (const whole of [png(64, 64), jpeg(64, 64, [segment(0xe1, Buffer.alloc(40))])])
      for (let at = 0; at < whole.length; at++)
        for (const value of [0, 0xff, 0x7f]) {
          const bent = Buffer.from(whole)
          bent[at] = value
          const image = cleanImage(bent)
          if (typeof image !== 'string') expect(image.bytes.length).toBeLessThanOrEqual(whole.length)
        }
  })
})
