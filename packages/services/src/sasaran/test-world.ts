import { type Database, insertRegions, openDatabase } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import * as services from '../index'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'

/** Two kecamatan with three desa. */
export const REGIONS = {
  districts: ['17.06.01', '17.06.02'],
  villages: ['17.06.01.2001', '17.06.01.2002', '17.06.02.2001'],
} as const

/** A database of a test's own, and its owner's way to it. */
interface Own {
  readonly database: Database
  readonly ownerUrl: string
}

/** An organisation with regions, in which indicators are made and reported. */
export interface SasaranWorld {
  readonly organisation: TestOrganisation
  readonly clock: TestClock
  readonly ctx: services.ServiceContext & { readonly baseUrl: string }
  readonly programmeId: string
  /** Adds an indicator of the own OPD; what is not said is a yearly count for the whole kabupaten, fewer being better. */
  indicator(more?: Record<string, unknown>): Promise<string>
  /** What somebody is refused with: its code and fields; `done` when they are not. */
  refusalOf(done: Promise<unknown>): Promise<unknown>
  /** The code with which the owner of the tables is refused. */
  ownersRefusal(statement: string): Promise<string>
}

export async function sasaranWorld(test: Own): Promise<SasaranWorld> {
  const organisation = await makeOrganisation(test.database)
  const clock = new TestClock()
  const ctx = { database: test.database, clock, baseUrl: 'https://rapat.contoh.go.id' }
  await insertRegions(test.database.db, {
    districts: REGIONS.districts.map(code => ({ code, regencyCode: '17.06', name: `Kecamatan ${code}` })),
    villages: REGIONS.villages.map(code => ({
      ...{ code, districtCode: code.slice(0, 8), name: `Desa ${code}`, kind: 'desa' as const },
    })),
  })
  const boss = organisation.actor('sekretariat')
  const programmeId = await services.addProgramme(ctx, boss, {
    ...{ name: 'Program uji', strategy: 'a', ownerOpdId: organisation.ownOpd, description: '' },
  })
  return {
    ...{ organisation, clock, ctx, programmeId },
    indicator: more =>
      services.addIndicator(
        ctx,
        boss,
        services.addIndicatorInput.parse({
          ...{ programmeId, name: 'Angka', concept: '', classification: '', measure: '', unit: 'jiwa' },
          ...{
            decimals: 0,
            direction: 'turun',
            level: 'kabupaten',
            rollUp: 'tidak',
            accumulation: 'terakhir',
          },
          ...{ frequency: 'triwulan', factor: null, source: 'Dinas', ownerOpdId: organisation.ownOpd },
          ...{ baseline: null, baselineDate: null, lowest: '0', highest: null, isPublic: false },
          ...{ definition: 'Menurut uji', since: { year: 2022, quarter: 1 }, ...more },
        }),
      ),
    refusalOf: done =>
      done.then(
        () => 'done',
        error =>
          error instanceof AppError
            ? [error.code, Object.keys(error.fields).length > 0 ? error.fields : null]
            : Promise.reject(error),
      ),
    ownersRefusal: async statement => {
      const owner = openDatabase(test.ownerUrl, { max: 1 })
      const code = await owner.sql.unsafe(statement).then(
        () => 'done',
        error => (error as { code?: string }).code ?? String(error),
      )
      await owner.close()
      return code
    },
  }
}
