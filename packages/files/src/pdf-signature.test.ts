import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectSignature } from './pdf-signature'
import { pdf } from './testing/samples'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-signature-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const judged = async (bytes: Buffer | string) => {
  const path = join(folder, 'part')
  await writeFile(path, bytes, 'latin1')
  return inspectSignature(path)
}

/** A signature in hex behind so many bytes; `range` is what it says of itself, where that is not the truth. */
function signed(hex: string, { padding = '', range = '', more = '' } = {}): string {
  const before = `%PDF-1.7\n${padding}\n1 0 obj\n<</Type/Sig/ByteRange `
  const start = before.length + 60 + 10
  const second = start + hex.length + 2
  const after = `>>\nendobj\nstartxref\n9\n%%EOF\n`
  const told = range || `[ 0 ${start} ${second} ${after.length} ]`
  return `${before}${told.padEnd(60)}/Contents <${hex}>${after}${more}`
}

const CMS = '3082'.padEnd(200, 'c')

describe('a signature in a PDF', () => {
  it('is found wherever its dictionary stands, also with something added behind it', async () => {
    expect(await judged(signed(CMS))).toBe(null)
    // Across the border of two windows, and far behind.
    for (const length of [524_250, 524_200, 1_200_000])
      expect(await judged(signed(CMS, { padding: ' '.repeat(length) }))).toBe(null)
    expect(await judged(signed(CMS, { more: '2 0 obj\n<</Type/DSS>>\nendobj\nstartxref\n9\n%%EOF\n' }))).toBe(
      null,
    )
  })

  it('is not there in a PDF that was only prepared for one, or not at all', async () => {
    expect(await judged(pdf())).toBe('unsigned')
    expect(await judged(signed('0'.repeat(200)))).toBe('unsigned')
    expect(await judged('%PDF-1.7\n(no /ByteRange [ here)\n')).toBe('unsigned')
  })

  it('is told apart from one of another file', async () => {
    for (const range of ['[0 10 20 30]', '[5 10 20 30]', '[0 99999999 999999990 1]', '[0 0 0 0]'])
      expect([range, await judged(signed(CMS, { range }))]).toEqual([range, 'signature-broken'])
    const whole = signed(CMS)
    expect(await judged(whole.slice(0, -20))).toBe('signature-broken')
    expect(await judged(whole.replace('\n1 0 obj', '\n\n1 0 obj'))).toBe('signature-broken')
    expect(await judged(signed('dead'.repeat(20)))).toBe('signature-broken')
  })
})
