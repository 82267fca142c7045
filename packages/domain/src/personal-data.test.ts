import { describe, expect, it } from 'vitest'
import { findNikLike, isNip, maskNikLike, normalizeNip } from './personal-data'

const found = (text: string): string[] => findNikLike(text).map(({ from, to }) => text.slice(from, to))

describe('numbers of persons', () => {
  it('[X1] takes a NIP as it is printed', () => {
    expect(normalizeNip('19800229 200501 1 001')).toBe('198002292005011001')
    expect(normalizeNip('19800229.200501.1.001')).toBe('198002292005011001')
    expect(isNip('198002292005011001')).toBe(true)
  })

  it.each([
    '19810229 200501 1 001',
    '198013012005011001',
    '198002292005013001',
    '19800229200501100',
    'abc',
    '',
  ])('[X1] refuses %s', text => expect(normalizeNip(text)).toBeNull())

  it('[X2] finds sixteen digits, bare or grouped', () => {
    expect(found('NIK 1706010101800001, alamat')).toEqual(['1706010101800001'])
    expect(found('1706 0101 0180 0001')).toEqual(['1706 0101 0180 0001'])
    expect(found('1706.0101.0180.0001 dan 17-06-01-010180-0001')).toHaveLength(2)
    expect(found('tahun 2026 1706010101800001')).toEqual(['1706010101800001'])
  })

  it('[X2] leaves other numbers alone', () => {
    expect(found('NIP 198002292005011001')).toEqual([])
    expect(found('NIP 19800229 200501 1 001')).toEqual([])
    expect(found('Rp 1.234.567,89 pada 2026-11-24 pukul 09.00')).toEqual([])
    expect(found('170601010180000')).toEqual([])
    expect(found('')).toEqual([])
  })

  it('[X3] masks all but the last four digits, in place', () => {
    expect(maskNikLike('NIK 1706010101800001, KK 1706 0101 0180 0002')).toBe(
      'NIK ••••••••••••0001, KK •••• •••• •••• 0002',
    )
    expect(maskNikLike('NIP 198002292005011001')).toBe('NIP 198002292005011001')
    const masked = maskNikLike('17-06-01-010180-0001')
    expect(masked).toBe('••-••-••-••••••-0001')
    expect(maskNikLike(masked)).toBe(masked)
  })
})
