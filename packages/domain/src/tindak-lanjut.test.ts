import { describe, expect, it } from 'vitest'
import { TINDAK_LANJUT_STATUSES } from './codes'
import { tenggatState } from './tindak-lanjut'
import { addDays } from './wib'

const TODAY = '2026-11-24'
const at = (days: number, status: (typeof TINDAK_LANJUT_STATUSES)[number] = 'belum') =>
  tenggatState({ status, tenggat: addDays(TODAY, days) }, TODAY)

describe('tenggat of a tindak lanjut', () => {
  it('[T1] is late the day after', () => {
    expect(at(-1)).toBe('terlambat')
    expect(at(-400)).toBe('terlambat')
  })

  it('[T2] is due soon from seven days before up to its own day', () => {
    expect([0, 1, 7].map(days => at(days))).toEqual(['jatuh_tempo', 'jatuh_tempo', 'jatuh_tempo'])
    expect(at(8)).toBeNull()
  })

  it('[T3] does not press what is finished or cancelled', () => {
    for (const status of TINDAK_LANJUT_STATUSES) {
      const isOpen = status !== 'selesai' && status !== 'dibatalkan'
      expect(at(-1, status)).toBe(isOpen ? 'terlambat' : null)
      expect(at(3, status)).toBe(isOpen ? 'jatuh_tempo' : null)
    }
  })

  it('[T4] is neither without a tenggat', () => {
    expect(tenggatState({ status: 'belum', tenggat: null }, TODAY)).toBeNull()
  })
})
