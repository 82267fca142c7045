import { listDistricts, listVillages, type Queryable } from '@mufakat/db'
import { type Level, WHOLE_REGENCY } from '@mufakat/domain'

/** A place that values are of. */
export interface Region {
  readonly code: string
  /** Null: the whole kabupaten. */
  readonly name: string | null
  /** The kecamatan of a desa. */
  readonly district: string | null
  readonly active: boolean
}

/** Every place that values may be of. */
export interface Regions {
  /** Any that is or was there. */
  readonly find: (code: string) => Region | null
  /** Active ones of a level, within a kecamatan or anywhere. */
  readonly of: (level: Level, under?: string) => readonly Region[]
}

const WHOLE: Region = { code: WHOLE_REGENCY, name: null, district: null, active: true }

export async function readRegions(db: Queryable): Promise<Regions> {
  const [districts, villages] = await Promise.all([listDistricts(db), listVillages(db)])
  const names = new Map(districts.map(({ code, name }) => [code, name]))
  const kecamatan = districts.map(
    ({ code, name, active }): Region => ({ code, name, district: null, active }),
  )
  const desa = villages.map(
    ({ code, name, districtCode, active }): Region => ({
      ...{ code, name, active },
      district: names.get(districtCode) ?? null,
    }),
  )
  const byCode = new Map([WHOLE, ...kecamatan, ...desa].map(region => [region.code, region]))
  const active = { kabupaten: [WHOLE], kecamatan, desa }
  return {
    find: code => byCode.get(code) ?? null,
    of: (level, under = '') =>
      active[level].filter(region => region.active && (under === '' || region.code.startsWith(`${under}.`))),
  }
}

/** The level that a code is of. */
export const levelOf = (code: string): Level =>
  code === WHOLE_REGENCY ? 'kabupaten' : code.length === 8 ? 'kecamatan' : 'desa'

const DEPTH: Readonly<Record<Level, number>> = { kabupaten: 0, kecamatan: 1, desa: 2 }

/** Whether values of `level` lie below a region. */
export const isBelowRegion = (level: Level, code: string): boolean => DEPTH[level] > DEPTH[levelOf(code)]

/** Whether something may be said of an indicator of a level for a region: at that level, or above it. */
export const isToldFor = (level: Level, code: string): boolean =>
  levelOf(code) === level || isBelowRegion(level, code)
