import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { demoRegions } from './wilayah'
import { DISTRICTS_CSV, VILLAGES_CSV } from './wilayah-csv'

const data = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')

it('embeds the tables as they lie in data/', () => {
  expect(DISTRICTS_CSV).toBe(data('mukomuko_districts.csv'))
  expect(VILLAGES_CSV).toBe(data('mukomuko_villages.csv'))
})

it('knows 15 kecamatan, 148 desa and 3 kelurahan, each village in a kecamatan', () => {
  const { districts, villages } = demoRegions()
  expect(districts).toHaveLength(15)
  expect(villages.filter(village => village.kind === 'desa')).toHaveLength(148)
  expect(villages.filter(village => village.kind === 'kelurahan')).toHaveLength(3)
  const codes = new Set(districts.map(district => district.code))
  expect(villages.every(village => codes.has(village.districtCode))).toBe(true)
})
