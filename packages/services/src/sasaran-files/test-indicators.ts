import type { Database } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { TEST_NOW, type TestOrganisation } from '../test-organisation'

/** What a test says of an indicator; the rest is as usual. */
export interface TestIndicator {
  readonly name: string
  readonly level?: 'kabupaten' | 'kecamatan' | 'desa'
  readonly rollUp?: 'jumlah' | 'rasio' | 'tidak'
  readonly factor?: number | null
  readonly decimals?: number
  readonly lowest?: number | null
  readonly highest?: number | null
  readonly isPublic?: boolean
}

/** A programme with indicators, each with a definition since 2020. @returns their ids, in order */
export async function makeIndicators(
  { sql }: Database,
  organisation: TestOrganisation,
  indicators: readonly TestIndicator[],
): Promise<string[]> {
  const { personId } = organisation.actor('sekretariat')
  const programmeId = newId()
  await sql`
    insert into programme (id, name, strategy, owner_opd_id, position, created_by, created_at, updated_at)
    values (${programmeId}, 'Program uji', 'a', ${organisation.ownOpd}, 1, ${personId}, ${TEST_NOW}, ${TEST_NOW})`
  const ids: string[] = []
  for (const [at, one] of indicators.entries()) {
    const id = newId()
    ids.push(id)
    await sql`
      insert into indicator (id, programme_id, name, unit, decimals, direction, level, roll_up, accumulation, frequency,
        factor, source, owner_opd_id, lowest, highest, is_public, position, created_by, created_at, updated_at)
      values (${id}, ${programmeId}, ${one.name}, ${one.factor === 100 ? '%' : 'jiwa'}, ${one.decimals ?? 0}, 'turun',
        ${one.level ?? 'kabupaten'}, ${one.rollUp ?? 'tidak'}, 'terakhir', 'triwulan', ${one.factor ?? null},
        'Dinas Uji', ${organisation.ownOpd}, ${one.lowest ?? null}, ${one.highest ?? null}, ${one.isPublic ?? false},
        ${at}, ${personId}, ${TEST_NOW}, ${TEST_NOW})`
    await sql`
      insert into indicator_definition (id, indicator_id, version, definition, year, quarter, breaks, created_by, created_at)
      values (${newId()}, ${id}, 1, 'Menurut uji', 2020, 1, false, ${personId}, ${TEST_NOW})`
  }
  return ids
}
