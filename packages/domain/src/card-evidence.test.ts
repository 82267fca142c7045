import { expect, it } from 'vitest'
import { askFault, statusAfterVerdict, statusAfterWithdrawal } from './card-evidence'
import { TINDAK_LANJUT_STATUSES } from './codes'

it('[BD4] asks for verification of what is open and has something to judge', () => {
  const open = TINDAK_LANJUT_STATUSES.filter(status => askFault(status, true) === null)
  expect(open).toEqual(['belum', 'berjalan', 'menunggu_verifikasi'])
  expect(askFault('berjalan', false)).toBe('nothing')
  expect(askFault('selesai', false)).toBe('settled')
})

it('[BD5] finishes with what is accepted where it is said so, and goes on with what is returned', () => {
  expect(statusAfterVerdict('menunggu_verifikasi', 'diterima', true)).toBe('selesai')
  expect(statusAfterVerdict('menunggu_verifikasi', 'diterima', false)).toBe('menunggu_verifikasi')
  expect(statusAfterVerdict('menunggu_verifikasi', 'dikembalikan', false)).toBe('berjalan')
  for (const status of ['belum', 'selesai', 'dibatalkan'] as const)
    expect(statusAfterVerdict(status, 'dikembalikan', true)).toBe(status)
})

it('[BD7] goes on when nothing that could be judged is left', () => {
  expect(statusAfterWithdrawal('menunggu_verifikasi', false)).toBe('berjalan')
  expect(statusAfterWithdrawal('menunggu_verifikasi', true)).toBe('menunggu_verifikasi')
  for (const status of ['belum', 'berjalan', 'selesai', 'dibatalkan'] as const)
    expect(statusAfterWithdrawal(status, false)).toBe(status)
})
