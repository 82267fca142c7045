import { describe, expect, it } from 'vitest'
import type { Run } from '../paper'
import { breakLines } from '../pdf/lines'
import { columnWidths } from './columns'
import { loadFonts } from './fonts'
import { Typesetter } from './pieces'

const setter = new Typesetter(await loadFonts())
const lines = (runs: readonly Run[], width: number, align: 'left' | 'justify' = 'left') =>
  breakLines(runs, { size: 12, width, align }, setter)
const texts = (runs: readonly Run[], width: number) =>
  lines(runs, width).map(line => line.pieces.map(piece => piece.text).join(''))

describe('letters', () => {
  it('come from the first font that has them, and show where none has', () => {
    const atoms = setter.atoms([{ text: 'aŻΩЖ→漢😀' }], 12)
    const pieces = atoms.flatMap(atom => (atom.type === 'word' ? atom.pieces : []))
    expect(pieces.map(piece => [piece.face.key, piece.text])).toEqual([
      ['tinos-latin-400-normal', 'a'],
      ['tinos-latin-ext-400-normal', 'Ż'],
      ['tinos-greek-400-normal', 'Ω'],
      ['tinos-cyrillic-400-normal', 'Ж'],
      ['DejaVuSans', '→□😀'],
    ])
  })

  it('that nobody sees leave nothing behind', () => {
    expect(texts([{ text: 'a\u200d\ufe0fb' }], 100)).toEqual(['ab'])
  })
})

describe('lines', () => {
  it('part between words and after a hyphen between letters, not within numbers', () => {
    expect(texts([{ text: 'rata-rata' }], 35)).toEqual(['rata-', 'rata'])
    expect(texts([{ text: 'satu 17-03-2026' }], 62)).toEqual(['satu', '17-03-2026'])
    expect(texts([{ text: 'a\u00a0b c' }], 18)).toEqual(['a\u00a0b', 'c'])
  })

  it('hold a word together across styles', () => {
    expect(texts([{ text: 'per' }, { text: 'encana', bold: true }, { text: 'an lagi' }], 70)).toEqual([
      'perencanaan',
      'lagi',
    ])
  })

  it('part a word that is longer than a line and lose none of it', () => {
    const word = 'perencanaan'.repeat(12)
    const parts = texts([{ text: `awal ${word} akhir` }], 120)
    expect(parts.join('').replaceAll(' ', '')).toBe(`awal${word}akhir`)
    for (const line of lines([{ text: `awal ${word} akhir` }], 120))
      expect(line.width).toBeLessThanOrEqual(120.01)
  })

  it('end where somebody ended them, and an empty text is one line', () => {
    expect(texts([{ text: 'a\n\nb' }], 100)).toEqual(['a', '', 'b'])
    expect(texts([], 100)).toEqual([''])
  })

  it('fill the width when justified, but for the last', () => {
    const text = 'rapat koordinasi percepatan penghapusan kemiskinan ekstrem di kabupaten '.repeat(4)
    const set = lines([{ text }], 300, 'justify')
    expect(set.length).toBeGreaterThan(3)
    for (const line of set.slice(0, -1)) expect(line.width).toBeCloseTo(300, 3)
    expect(set.at(-1)?.width).toBeLessThan(300)
  })
})

describe('columns', () => {
  it('are as wide as their weight', () => {
    expect(columnWidths([1, 3], [0, 0], 400)).toEqual([100, 300])
  })
  it('hold their longest word while others have room', () => {
    expect(columnWidths([1, 3], [120, 0], 400)).toEqual([120, 280])
    expect(columnWidths([1, 1, 8], [120, 130, 0], 400)).toEqual([120, 130, 150])
  })
  it('give in alike when all words are long, and fill the width', () => {
    const widths = columnWidths([1, 1, 1, 1], [500, 500, 500, 500], 400)
    expect(widths).toEqual([100, 100, 100, 100])
  })
})
