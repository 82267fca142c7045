import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter, MalformedBytes } from './bytes'
import { decodeParts, decodeRows, encodeParts, encodeRows } from './log-format'

describe('the format of edits', () => {
  it('gives back the integers it wrote, up to the largest safe one', () => {
    for (const value of [0, 1, 127, 128, 16_383, 16_384, 0xffff_ffff, Number.MAX_SAFE_INTEGER]) {
      expect(new ByteReader(new ByteWriter().uint(value).done()).uint()).toBe(value)
    }
  })

  it('gives back parts and rows', () => {
    const parts = [
      { lease: 4_000_000_000, frame: 1, base: 0, bytes: new Uint8Array([1, 2, 3]) },
      { lease: 7, frame: 129, base: 5_000_000_000, bytes: new Uint8Array(300).fill(9) },
    ]
    const encoded = encodeParts(parts)
    expect(decodeParts(encoded)).toEqual(parts)
    const rows = [{ seq: 12, hash: new Uint8Array(32).fill(4), parts: encoded }]
    expect(decodeRows(encodeRows(rows))).toEqual(rows)
  })

  it('refuses every cut and every overlong integer with its own error', () => {
    const whole = encodeParts([{ lease: 300, frame: 1, base: 2, bytes: new Uint8Array([1, 2, 3]) }])
    for (let length = 1; length < whole.length; length++) {
      expect(() => decodeParts(whole.subarray(0, length))).toThrow(MalformedBytes)
    }
    expect(() => decodeParts(new Uint8Array(12).fill(0xff))).toThrow(MalformedBytes)
    const promisesTooMuch = new ByteWriter()
      .uint(1)
      .uint(1)
      .uint(0)
      .uint(2 ** 40)
      .done()
    expect(() => decodeParts(promisesTooMuch)).toThrow(MalformedBytes)
  })
})
