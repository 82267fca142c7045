import type { Database } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { TEST_NOW, type TestOrganisation } from './test-organisation'

export interface IndicatorFixture {
  readonly name: string
  readonly unit: string
  readonly isPublic: boolean
  readonly active: boolean
}

/** An indicator in a programme of its own, with one version of its definition. */
export async function makeIndicator(
  database: Database,
  organisation: TestOrganisation,
  {
    name = 'Rumah tidak layak huni',
    unit = 'unit',
    isPublic = false,
    active = true,
  }: Partial<IndicatorFixture> = {},
): Promise<string> {
  const { sql } = database
  const [programmeId, id] = [newId(), newId()]
  const ownerOpdId = organisation.ownOpd
  const by = organisation.actor('sekretariat').personId
  const made = { position: 1, created_by: by, created_at: TEST_NOW }
  await sql`insert into programme ${sql({
    ...{ id: programmeId, name: `Program ${name}`, strategy: 'c', owner_opd_id: ownerOpdId },
    ...{ ...made, updated_at: TEST_NOW },
  })}`
  await sql`insert into indicator ${sql({
    ...{ id, programme_id: programmeId, name, unit, direction: 'turun', level: 'kabupaten' },
    ...{ roll_up: 'tidak', accumulation: 'terakhir', frequency: 'triwulan', source: 'Perkim' },
    ...{ owner_opd_id: ownerOpdId, is_public: isPublic, active, ...made, updated_at: TEST_NOW },
  })}`
  await sql`insert into indicator_definition ${sql({
    ...{ id: newId(), indicator_id: id, version: 1, definition: 'Menurut pendataan', year: 2020, quarter: 1 },
    ...{ created_by: by, created_at: TEST_NOW },
  })}`
  return id
}

interface SaidValue {
  readonly indicatorId: string
  readonly value: number | null
  /** Of the whole kabupaten, if none is said. */
  readonly regionCode?: string
  readonly year?: number
  readonly quarter?: number
  readonly finality?: string
  readonly ratio?: { readonly numerator: number; readonly denominator: number } | null
}

/** Says a value, in the place of the one that holds. */
export async function sayValue(
  { sql }: Database,
  organisation: TestOrganisation,
  of: SaidValue,
): Promise<void> {
  const { indicatorId, value, regionCode = '', year = 2026, quarter = 3, finality = 'final', ratio } = of
  const by = organisation.actor('sekretariat').personId
  const [held] = await sql<{ id: string }[]>`
    update indicator_value set superseded_at = ${TEST_NOW}
    where indicator_id = ${indicatorId} and region_code = ${regionCode} and year = ${year} and quarter = ${quarter}
      and superseded_at is null
    returning id`
  await sql`insert into indicator_value ${sql({
    ...{
      id: newId(),
      indicator_id: indicatorId,
      region_code: regionCode,
      year,
      quarter,
      value,
      not_available: value === null,
      finality,
    },
    ...{ as_of: `${year}-${quarter * 3}-01`, source: 'Perkim', definition_version: 1 },
    ...{ numerator: ratio?.numerator ?? null, denominator: ratio?.denominator ?? null },
    ...{ reason: held === undefined ? '' : 'Salah hitung', created_by: by, created_at: TEST_NOW },
    ...{ verified_by: by, verified_at: TEST_NOW },
  })}`
}
