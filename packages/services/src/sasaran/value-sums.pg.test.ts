import { type TestDatabase, testDatabase } from '@mufakat/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeIndicator, sayValue } from '../test-indicator'
import { makeOrganisation, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

/** What values that hold come to, counted anew, beside what is kept of it. */
async function bothWays(indicatorId: string) {
  const { sql } = test.database
  const counted = await sql`
    select case length(region_code) when 13 then 'desa' else 'kecamatan' end as level, left(region_code, 8) as district_code,
      year, quarter, sum(value)::float8 as value, count(value)::int as value_count,
      (sum(numerator) filter (where denominator > 0))::float8 as numerator,
      (sum(denominator) filter (where denominator > 0))::float8 as denominator,
      count(numerator) filter (where denominator > 0)::int as ratio_count, count(*)::int as row_count,
      bool_and(not_available) as is_nowhere, bool_and(finality = 'final') as is_final, max(as_of)::text as as_of,
      max(definition_version) as definition_version
    from indicator_value where indicator_id = ${indicatorId} and superseded_at is null and region_code <> ''
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`
  const kept = await sql`
    select level, district_code, year, quarter, value::float8 as value, value_count, numerator::float8 as numerator,
      denominator::float8 as denominator, ratio_count, row_count, is_nowhere, is_final, as_of::text as as_of,
      definition_version
    from value_sum where indicator_id = ${indicatorId} order by 1, 2, 3, 4`
  return { counted: [...counted], kept: [...kept] }
}

const DISTRICTS = ['17.06.01', '17.06.02']
const REGIONS = ['', ...DISTRICTS, ...DISTRICTS.flatMap(code => [`${code}.2001`, `${code}.2002`])]

describe('sums of values', () => {
  it('[SA7] are what the values that hold come to, whatever was said in whatever order', async () => {
    const said = fc.record({
      regionCode: fc.constantFrom(...REGIONS),
      year: fc.constantFrom(2025, 2026),
      quarter: fc.constantFrom(1, 2),
      value: fc.option(fc.integer({ min: -10_000, max: 10_000 }).map(n => n / 100)),
      finality: fc.constantFrom('final', 'sementara'),
      ratio: fc.option(
        fc.record({
          numerator: fc.integer({ min: 0, max: 99 }),
          denominator: fc.integer({ min: 1, max: 99 }),
        }),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 12 }), async all => {
        const indicatorId = await makeIndicator(test.database, organisation)
        for (const one of all)
          await sayValue(test.database, organisation, {
            ...{ ...one, indicatorId },
            ratio: one.value === null ? null : one.ratio,
          })
        const { counted, kept } = await bothWays(indicatorId)
        expect(kept).toEqual(counted)
      }),
      { numRuns: 30 },
    )
  })

  it('[SA7] miss nothing of those who say something at once', async () => {
    const indicatorId = await makeIndicator(test.database, organisation)
    const villages = Array.from({ length: 24 }, (_, i) => `17.06.03.${2001 + i}`)
    await Promise.all(
      villages.map((regionCode, i) =>
        sayValue(test.database, organisation, { indicatorId, regionCode, value: i }),
      ),
    )
    const { counted, kept } = await bothWays(indicatorId)
    expect(kept).toEqual(counted)
    expect(kept).toMatchObject([{ level: 'desa', value: 276, value_count: 24 }])
  })

  it('go when nothing holds any more', async () => {
    const indicatorId = await makeIndicator(test.database, organisation)
    await sayValue(test.database, organisation, { indicatorId, regionCode: '17.06.01', value: 1 })
    await test.database
      .sql`update indicator_value set superseded_at = now() where indicator_id = ${indicatorId}`
    expect(await bothWays(indicatorId)).toEqual({ counted: [], kept: [] })
  })
})
