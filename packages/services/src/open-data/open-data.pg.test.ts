import { OPEN_INDICATOR_COLUMNS, OPEN_VALUE_COLUMNS } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { type SasaranWorld, sasaranWorld } from '../sasaran/test-world'

let test: TestDatabase
let world: SasaranWorld
let open: string
let closed: string
let rolled: string
const address = '192.0.2.1'
const boss = () => world.organisation.actor('sekretariat')

async function put(rows: string): Promise<void> {
  const bytes = new TextEncoder().encode(
    `indikator,kode_wilayah,tahun,triwulan,nilai,pembilang,penyebut,tidak_tersedia,sifat,tanggal_data,alasan\n${rows}`,
  )
  const seen = await services.reviewValueFile(world.ctx, boss(), { name: 'a.csv', bytes })
  if (!('review' in seen)) throw new Error('refused')
  await services.importValues(world.ctx, boss(), { ...seen.review, choice: 'semua' })
}

beforeAll(async () => {
  test = await testDatabase()
  world = await sasaranWorld(test)
  open = await world.indicator({
    name: 'Terbuka "satu", dua',
    isPublic: true,
    concept: 'Konsep uji',
    measure: 'Jumlah',
  })
  closed = await world.indicator({ name: 'Tertutup' })
  rolled = await world.indicator({
    ...{
      name: 'Per desa',
      isPublic: true,
      level: 'desa',
      rollUp: 'rasio',
      factor: '100',
      unit: '%',
      decimals: 2,
    },
  })
  await put(
    [
      `${open},,2025,4,12,,,,final,2025-12-31,`,
      `${open},,2026,1,,,,ya,final,2026-03-31,`,
      `${open},,2026,2,"10,5",,,,sementara,2026-06-30,`,
      `${closed},,2026,2,77,,,,final,2026-06-30,`,
      `${rolled},17.06.01.2001,2026,2,,1,4,,final,2026-06-30,`,
      `${rolled},17.06.02.2001,2026,2,,1,6,,sementara,2026-06-30,`,
    ].join('\n'),
  )
  await put(`${open},,2026,2,"9,5",,,,final,2026-06-30,Salah ketik dari Budi\n`)
})
afterAll(() => test.close())

const csvOf = (body: string): string[][] =>
  body
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map(line => line.split(',').map(cell => cell.replaceAll('"', '')))
const values = (id: string, format: services.OpenFormat) =>
  services.openValuesFile(world.ctx, { id, format, address })

describe('open data', () => {
  it('[OD1] holds what is public alone, of that what holds, and nobody by name', async () => {
    const { indicators } = await services.openCatalogue(world.ctx)
    expect(indicators.map(({ id }) => id)).toEqual([open, rolled])
    for (const id of [closed, newId(), 'bukan', ''])
      await expect(services.openIndicator(world.ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(values(closed, 'csv')).rejects.toMatchObject({ code: 'not-found' })
    const all = [
      ...(await Promise.all(
        (['csv', 'json'] as const).map(format => services.openIndicatorsFile(world.ctx, { format, address })),
      )),
      ...(await Promise.all([open, rolled].map(id => values(id, 'json')))),
      ...(await Promise.all([open, rolled].map(id => values(id, 'csv')))),
    ].map(({ body }) => body)
    const people = await test.database.sql<{ name: string }[]>`select name from person`
    for (const body of all) {
      expect(body).not.toContain('Tertutup')
      // What was replaced, and why.
      expect(body).not.toMatch(/10\.5|Salah ketik|Budi/)
      expect(people.filter(({ name }) => body.includes(name))).toEqual([])
    }
    const { sql } = test.database
    await sql`update indicator set active = false where id = ${open}`
    await expect(services.openIndicator(world.ctx, open)).rejects.toMatchObject({ code: 'not-found' })
    await sql`update indicator set active = true where id = ${open}`
  })

  it('[OD2] carries the metadata of Satu Data and the notice of the codes', async () => {
    const { body, type } = await values(open, 'json')
    expect(type).toContain('application/json')
    expect(JSON.parse(body)).toMatchObject({
      nama: 'Terbuka "satu", dua',
      lisensi_wilayah: { id: 'ODbL-1.0' },
      metadata: {
        ...{ konsep: 'Konsep uji', klasifikasi: '', satuan: 'jiwa', ukuran: 'Jumlah', sumber: 'Dinas' },
        ...{ produsen: 'Dinas Sendiri', periode: 'triwulan', tingkat_wilayah: 'kabupaten', pengali: null },
        definisi: [{ versi: 1, definisi: 'Menurut uji', sejak: { tahun: 2022, triwulan: 1 } }],
      },
    })
  })

  it('[OD3] has columns that stay, points before decimals, and says what is not available', async () => {
    const [head, ...rows] = csvOf((await values(open, 'csv')).body)
    expect(head).toEqual([...OPEN_VALUE_COLUMNS])
    const at = (name: (typeof OPEN_VALUE_COLUMNS)[number]) => OPEN_VALUE_COLUMNS.indexOf(name)
    // The name holds a comma: two cells here.
    const cells = rows.map(row => [row[at('tahun') + 1], row[at('triwulan') + 1], row[at('nilai') + 1]])
    expect(cells).toEqual([
      ['2025', '4', '12'],
      ['2026', '1', ''],
      ['2026', '2', '9.5'],
    ])
    expect(rows.map(row => row[at('tidak_tersedia') + 1])).toEqual(['', 'ya', ''])
    expect(rows.map(row => row[at('tanggal_data') + 1])).toEqual(['2025-12-31', '2026-03-31', '2026-06-30'])
    const list = await services.openIndicatorsFile(world.ctx, { format: 'csv', address })
    expect(csvOf(list.body)[0]).toEqual([...OPEN_INDICATOR_COLUMNS])
  })

  it('[OD4] tells of how many regions a value was put together', async () => {
    const { nilai } = JSON.parse((await values(rolled, 'json')).body)
    const told = nilai.map((one: Record<string, unknown>) => [
      ...[one.kode_wilayah, one.tingkat_wilayah, one.nilai, one.dihitung_dari, one.terisi, one.sifat],
    ])
    // (1 + 1) / (4 + 6), not the middle of 25 and 16,67.
    expect(told).toEqual([
      ['', 'kabupaten', 20, 3, 2, 'sementara'],
      ['17.06.01.2001', 'desa', 25, null, null, 'final'],
      ['17.06.02.2001', 'desa', 16.6667, null, null, 'sementara'],
    ])
  })

  it('is the same file with the same tag until something changes, and not asked for without end', async () => {
    const first = await values(open, 'csv')
    expect((await values(open, 'csv')).tag).toBe(first.tag)
    await put(`${open},,2025,3,13,,,,final,2025-09-30,\n`)
    expect((await values(open, 'csv')).tag).not.toBe(first.tag)
    const asked = async (from: string) => {
      for (let n = 0; n < 400; n += 1)
        await services.openIndicatorsFile(world.ctx, { format: 'csv', address: from })
    }
    await expect(asked('192.0.2.9')).rejects.toMatchObject({ code: 'rate-limited' })
    await expect(values(open, 'csv')).resolves.toBeDefined()
  })
})
