import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import type { MatriksInput, MatriksRow } from '../papers/matriks'
import { sampleMatriks, sampleNotula } from '../testing/sample'
import { matriksXlsx } from './matriks-xlsx'

const input = (rows: readonly MatriksRow[]): MatriksInput => ({
  ...sampleNotula({ items: 1, rounds: 1 }),
  ...sampleMatriks(0),
  rows,
})
const { rows: sample } = sampleMatriks(12)
const first = sample[0] as MatriksRow
const sheet = async (rows: readonly MatriksRow[], name = 'Matriks') =>
  readSheet(Buffer.from(await matriksXlsx(input(rows))), name)

it('has every column of the matriks in its order, typed as what it is', async () => {
  const row: MatriksRow = {
    ...first,
    tenggat: '2026-05-15',
    status: 'berjalan',
    priority: 'mendesak',
    strategy: 'c',
    finishedAt: null,
    target: 40,
    unit: 'unit',
    achievement: 0.525,
  }
  const [head, told] = await sheet([row])
  expect(head).toEqual([
    'No.',
    'Nomor Rapat',
    'Judul Rapat',
    'Tanggal Rapat',
    'Tindak Lanjut',
    'Uraian',
    'Penanggung Jawab (OPD)',
    'Jabatan',
    'Tenggat',
    'Prioritas',
    'Status',
    'Selesai pada',
    'Strategi',
    'Lokasi',
    'Indikator',
    'Target',
    'Satuan',
    'Capaian %',
    'Kendala',
    'Bukti Dukung',
    'Keterangan',
  ])
  expect(told?.[0]).toBe(1)
  expect(told?.[8]).toEqual(new Date('2026-05-15T00:00:00Z'))
  expect(told?.slice(9, 13)).toEqual(['Mendesak', 'Berjalan', null, 'Penurunan kantong kemiskinan'])
  expect(told?.slice(15, 18)).toEqual([40, 'unit', 0.525])
})

it('says what is late', async () => {
  const [, late, closed] = await sheet([
    { ...first, tenggat: '2026-01-01', status: 'belum' },
    { ...first, tenggat: '2026-01-01', status: 'selesai' },
  ])
  expect([late?.[10], closed?.[10]]).toEqual(['Belum dimulai, terlambat', 'Selesai'])
})

it('runs no formula: what begins like one is text with an apostrophe in front', async () => {
  const evil = [
    '=1+1',
    '+62',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =cmd|x',
    '=HYPERLINK("http://a","b")',
    '\u0000=1',
    '\u202e=1',
  ]
  const rows = evil.map(
    (text): MatriksRow => ({
      ...first,
      rapatNumber: text,
      rapatTitle: text,
      text,
      detail: text,
      opd: text,
      jabatan: text,
      place: text,
      indicator: text,
      target: text,
      unit: text,
      obstacle: text,
      evidence: text,
      remarks: text,
    }),
  )
  const [, ...told] = await sheet(rows)
  for (const cells of told) {
    for (const at of [1, 2, 4, 5, 6, 7, 13, 14, 15, 16, 18, 19, 20]) expect(cells[at]).toMatch(/^'/)
  }
  const parts = unzipSync(await matriksXlsx(input(rows)))
  for (const [name, data] of Object.entries(parts)) {
    if (name.includes('sheets/')) expect(strFromU8(data)).not.toMatch(/<f[ >]/)
  }
  const summary = await sheet(rows, 'Ringkasan')
  expect(summary.flat().filter(value => typeof value === 'string' && /^\s*[=+\-@]/.test(value))).toEqual([])
})

it('sums up per status, priority and OPD', async () => {
  const rows = await sheet(sample, 'Ringkasan')
  const at = rows.findIndex(row => row[0] === 'Menurut Status')
  expect(rows.slice(at + 1, at + 6).map(row => row[0])).toEqual([
    'Belum dimulai',
    'Berjalan',
    'Menunggu verifikasi',
    'Selesai',
    'Dibatalkan',
  ])
  expect(rows.slice(at + 1, at + 6).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(12)
  expect(rows.some(row => row[0] === 'Menurut OPD')).toBe(true)
})

it('is the same bytes for the same rows, and takes none or a very long cell', async () => {
  const [one, other] = [await matriksXlsx(input(sample)), await matriksXlsx(input(sample))]
  expect(Buffer.compare(one, other)).toBe(0)
  expect(await sheet([])).toHaveLength(1)
  const [, long] = await sheet([{ ...first, text: 'x'.repeat(40_000) }])
  expect(String(long?.[4])).toHaveLength(32_001)
})
