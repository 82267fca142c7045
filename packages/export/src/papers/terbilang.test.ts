import { expect, it } from 'vitest'
import { terbilang } from './terbilang'

it.each([
  [0, 'nol'],
  [7, 'tujuh'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [17, 'tujuh belas'],
  [20, 'dua puluh'],
  [31, 'tiga puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [250, 'dua ratus lima puluh'],
  [1000, 'seribu'],
  [1945, 'seribu sembilan ratus empat puluh lima'],
  [2026, 'dua ribu dua puluh enam'],
  [10_001, 'sepuluh ribu satu'],
  [100_000, 'seratus ribu'],
  [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'],
])('%d → %s', (n, words) => {
  expect(terbilang(n)).toBe(words)
})
