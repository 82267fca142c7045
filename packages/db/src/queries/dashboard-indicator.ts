import type {
  Accumulation,
  Direction,
  Feed,
  Finality,
  Frequency,
  Level,
  Measured,
  PartSums,
  RollUp,
  Strategy,
  Tanggal,
  Zone,
} from '@mufakat/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { plainArray } from './array'
import { COUNTED, dayOf } from './dashboard-work'
import { SUMMED } from './value-sum'

/** A value that was stated for its region. */
export interface StatedNumber extends Measured {
  readonly year: number
  readonly quarter: number
  readonly finality: Finality
  readonly asOf: Tanggal
}

/** Values of a triwulan put together over the regions below, as in `ValueSum`. */
export interface SummedNumber extends PartSums {
  readonly year: number
  readonly quarter: number
  readonly finality: Finality
  readonly asOf: Tanggal
}

interface TargetRow {
  readonly year: number
  readonly quarter: number
  readonly value: number
}

/** Numbers of one place. */
export interface PlaceNumbers {
  readonly stated: readonly StatedNumber[]
  readonly sums: readonly SummedNumber[]
  readonly targets: readonly TargetRow[]
  /** How many regions there are of the indicator's level in it. */
  readonly of: number
}

/** An indicator with all that the dashboard says of it, for the whole kabupaten. */
export interface DashboardIndicator extends PlaceNumbers {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly direction: Direction
  readonly level: Level
  readonly rollUp: RollUp
  readonly accumulation: Accumulation
  readonly frequency: Frequency
  readonly factor: number | null
  readonly baseline: number | null
  readonly baselineDate: Tanggal | null
  readonly ownerOpdId: string
  readonly strategy: Strategy
  readonly definitions: readonly {
    readonly version: number
    readonly year: number
    readonly quarter: number
    readonly breaks: boolean
  }[]
  readonly feed: Feed
}

const STATED = sql`json_build_object('year', v.year, 'quarter', v.quarter, 'value', v.value, 'numerator', v.numerator,
  'denominator', v.denominator, 'notAvailable', v.not_available, 'finality', v.finality, 'asOf', v.as_of)`

const sinceYear = (from: number): SQL => sql`superseded_at is null and year >= ${from}`

/**
 * Active indicators in the order of lists, each with its numbers, targets, definitions and the work that contributes to it.
 * @param from the first year of numbers of kecamatan and desa; what was stated of the kabupaten, planned and defined before is
 *   told too
 */
export async function listDashboardIndicators(
  db: Queryable,
  {
    from,
    zone,
    indicatorId,
    ownerOpdIds,
  }: { from: number; zone: Zone; indicatorId?: string; ownerOpdIds?: readonly string[] },
): Promise<DashboardIndicator[]> {
  // Of one that is looked at by itself it is told also when it is no longer reported.
  const only = indicatorId === undefined ? sql`i.active and p.active` : sql`i.id = ${indicatorId}`
  const owned =
    ownerOpdIds === undefined ? sql`true` : sql`i.owner_opd_id = any(${plainArray(ownerOpdIds)}::uuid[])`
  const rows = await db.execute<Record<keyof DashboardIndicator, unknown>>(sql`
    with shown as (
      select i.*, p.strategy, p.position as place from indicator i join programme p on p.id = i.programme_id
      where ${only} and ${owned}
    ), stated as (
      -- What was stated of the kabupaten is little, and of long ago it may be the newest.
      select v.indicator_id, json_agg(${STATED} order by v.year, v.quarter) as stated
      from indicator_value v
      where v.superseded_at is null and v.region_code = '' and v.indicator_id in (select id from shown)
      group by v.indicator_id
    ), summed as (
      select indicator_id, year, quarter, ${SUMMED}
      from value_sum v join shown s on s.id = v.indicator_id and s.level = v.level and s.roll_up <> 'tidak'
      where v.year >= ${from}
      group by indicator_id, year, quarter
    ), sums as (
      select indicator_id, json_agg(v order by v.year, v.quarter) as sums from summed v group by indicator_id
    ), targets as (
      select indicator_id, json_agg(json_build_object('year', year, 'quarter', quarter, 'value', value)) as targets
      from indicator_target where region_code = '' and indicator_id in (select id from shown) group by indicator_id
    ), definitions as (
      select indicator_id, json_agg(json_build_object('version', version, 'year', year, 'quarter', quarter,
        'breaks', breaks)) as definitions from indicator_definition group by indicator_id
    ), feeds as (
      select f.indicator_id, json_build_object('count', count(*), 'open', count(*) filter (where c.status <> 'selesai'),
        'lastFinishedOn', max(${dayOf(sql`c.finished_at`, zone)})) as feed
      from card_contribution f join card c on c.id = f.card_id left join rapat r on r.id = c.rapat_id
      where ${COUNTED} group by f.indicator_id
    )
    select s.id, s.name, s.unit, s.decimals, s.direction, s.level, s.roll_up as "rollUp", s.accumulation, s.frequency,
      s.factor::float8 as factor, s.baseline::float8 as baseline, s.baseline_date::text as "baselineDate",
      s.owner_opd_id as "ownerOpdId", s.strategy,
      case s.level when 'desa' then (select count(*)::int from village where active)
        when 'kecamatan' then (select count(*)::int from district where active) else 1 end as of,
      coalesce(stated.stated, '[]') as stated, coalesce(sums.sums, '[]') as sums,
      coalesce(targets.targets, '[]') as targets, coalesce(definitions.definitions, '[]') as definitions,
      coalesce(feeds.feed, '{"count": 0, "open": 0, "lastFinishedOn": null}') as feed
    from shown s
    left join stated on stated.indicator_id = s.id
    left join sums on sums.indicator_id = s.id
    left join targets on targets.indicator_id = s.id
    left join definitions on definitions.indicator_id = s.id
    left join feeds on feeds.indicator_id = s.id
    order by s.strategy, s.place, s.position, s.name`)
  return rows as unknown as DashboardIndicator[]
}

/** Numbers of one indicator in each kecamatan, by code. */
export async function listDistrictNumbers(
  db: Queryable,
  { indicatorId, level, from }: { indicatorId: string; level: Level; from: number },
): Promise<(PlaceNumbers & { readonly code: string; readonly name: string })[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    with summed as (
      select district_code as code, year, quarter, ${SUMMED}
      from value_sum
      where indicator_id = ${indicatorId} and year >= ${from} and level = 'desa' and ${level} = 'desa'
      group by 1, 2, 3
    )
    select k.code, k.name,
      case when ${level} = 'desa' then (select count(*)::int from village d where d.district_code = k.code and d.active)
        else 1 end as of,
      (select coalesce(json_agg(${STATED} order by v.year, v.quarter), '[]') from indicator_value v
        where v.indicator_id = ${indicatorId} and v.region_code = k.code and ${sinceYear(from)}) as stated,
      (select coalesce(json_agg(s order by s.year, s.quarter), '[]') from summed s where s.code = k.code) as sums,
      (select coalesce(json_agg(json_build_object('year', year, 'quarter', quarter, 'value', value)), '[]')
        from indicator_target where indicator_id = ${indicatorId} and region_code = k.code) as targets
    from district k
    where k.active
    order by k.code`)
  return rows as unknown as Awaited<ReturnType<typeof listDistrictNumbers>>
}

/** What was stated of each desa in a triwulan; who has nothing has no number. */
export async function listVillageNumbers(
  db: Queryable,
  { indicatorId, year, quarter }: { indicatorId: string; year: number; quarter: number },
): Promise<(Omit<StatedNumber, 'year' | 'quarter'> & { code: string; name: string; district: string })[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select d.code, d.name, k.name as district, v.value::float8 as value, v.numerator::float8 as numerator,
      v.denominator::float8 as denominator, coalesce(v.not_available, false) as "notAvailable", v.finality,
      v.as_of::text as "asOf"
    from village d
    join district k on k.code = d.district_code
    left join indicator_value v on v.indicator_id = ${indicatorId} and v.year = ${year} and v.quarter = ${quarter}
      and v.region_code = d.code and v.superseded_at is null
    where d.active
    order by d.code`)
  return rows as unknown as Awaited<ReturnType<typeof listVillageNumbers>>
}
