import { createHash, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashOf, isPdf } from './sha256'

const bytes = new Uint8Array(1_300_001).map((_, at) => (at * 31) % 251)
const expected = createHash('sha256').update(bytes).digest('hex')
const subtle = webcrypto.subtle as SubtleCrypto

describe('the hash of a file', () => {
  it('is the same with and without the browser’s own', async () => {
    const told: number[] = []
    const file = new Blob([bytes])
    expect(await hashOf(file, subtle, part => told.push(part))).toBe(expected)
    expect(told).toEqual([])
    expect(await hashOf(file, undefined, part => told.push(part))).toBe(expected)
    expect(told).toHaveLength(3)
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual([...told].sort())
  })

  it('knows of nothing, too', async () => {
    const nothing = createHash('sha256').digest('hex')
    for (const own of [subtle, undefined])
      expect(await hashOf(new Blob([]), own, () => undefined)).toBe(nothing)
  })

  it('is asked of a PDF only', async () => {
    expect(await isPdf(new Blob(['%PDF-1.7\n']))).toBe(true)
    expect(await isPdf(new Blob(['\n\n%PDF-1.7\n']))).toBe(true)
    expect(await isPdf(new Blob(['bukan PDF', ' '.repeat(2_000), '%PDF-1.7']))).toBe(false)
  })
})
