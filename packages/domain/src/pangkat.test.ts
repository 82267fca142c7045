import { describe, expect, it } from 'vitest'
import { GOLONGAN, pangkatLine, pangkatOf, parseGolongan } from './pangkat'

describe('pangkat', () => {
  it('[J8] goes with each golongan, and none is named twice', () => {
    expect(GOLONGAN).toHaveLength(17)
    expect(new Set(GOLONGAN.map(pangkatOf)).size).toBe(17)
    expect(pangkatOf('IV/c')).toBe('Pembina Utama Muda')
    expect(pangkatLine('III/d')).toBe('Penata Tingkat I (III/d)')
  })

  it('[J8] is read as people write it, and nothing else is', () => {
    for (const text of ['III/d', 'iii/D', ' III / d ', 'Penata Tingkat I (III/d)', 'Gol. III/d'])
      expect([text, parseGolongan(text)]).toEqual([text, 'III/d'])
    for (const text of ['', 'IX', 'III', 'III/e', 'V/a', 'VIII/a', 'IIII/a', 'III/d/x', 'III-d'])
      expect([text, parseGolongan(text)]).toEqual([text, null])
  })
})
