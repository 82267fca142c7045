import type { Tanggal, TindakLanjutStatus, WorkSpan, WorkTally, Zone } from '@mufakat/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { plainArray } from './array'

/** As Postgres knows the zones of the country. */
const TZ: Readonly<Record<Zone, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}

export const dayOf = (instant: SQL, zone: Zone): SQL => sql`(${instant} at time zone ${TZ[zone]})::date`

/** Cards that may count (domain, DS1): on a board, not called off, and decided for good or by nobody's rapat. */
export const COUNTED = sql`c.removed_at is null and c.status <> 'dibatalkan'
  and (c.rapat_id is null or (r.notula_state = 'disahkan' and r.status <> 'dibatalkan'))`

/** Put off, rather than brought forward (domain, `isPutOff`). */
const PUT_OFF = sql`to_date is not null and (from_date is null or to_date > from_date)`

/** The first instant of a day. */
const beginOf = (day: SQL, zone: Zone): SQL => sql`(${day}::timestamp at time zone ${TZ[zone]})`

/** The work of a span: added by its day, and not finished before it began. Instants are compared, as days would be made of each. */
const within = ({ from, on }: WorkSpan, zone: Zone): SQL =>
  sql`c.created_at < ${beginOf(sql`(${on}::date + 1)`, zone)}
    and (c.finished_at is null or c.finished_at >= ${beginOf(sql`${from}::date`, zone)})`

const ofOpd = (opdIds: readonly string[] | null): SQL =>
  opdIds === null ? sql`true` : sql`c.owner_opd_id = any(${plainArray(opdIds)}::uuid[])`

/**
 * Cards that count alike, by OPD (domain, DS2): the cases are those of `workStateOf`, and a test holds the two against
 * each other.
 * @param opdIds null: of everybody
 */
export async function listWorkTallies(
  db: Queryable,
  { span, zone, opdIds }: { span: WorkSpan; zone: Zone; opdIds: readonly string[] | null },
): Promise<WorkTally[]> {
  const rows = await db.execute<Record<keyof WorkTally, unknown>>(sql`
    select "opdId", state, count(*)::int as count, count(*) filter (where waiting)::int as waiting,
      count(*) filter (where proven)::int as proven, sum(postponed)::int as postponed,
      coalesce(json_agg(days) filter (where days is not null), '[]') as days
    from (
      select c.owner_opd_id as "opdId",
        case
          when d.finished <= ${span.on} then case when c.due is null or d.finished <= c.due then 'tepat' else 'lewat' end
          when c.due < ${span.on} then 'terlambat'
          when ${span.isNow} and c.status = 'menunggu_verifikasi' then 'menunggu'
          else 'berjalan'
        end as state,
        ${span.isNow} and c.status = 'menunggu_verifikasi' as waiting,
        exists (select from card_evidence e where e.card_id = c.id and e.state = 'diterima') as proven,
        (select count(*)::int from card_postponement p where p.card_id = c.id and ${PUT_OFF}) as postponed,
        case when d.finished <= ${span.on} then d.finished - d.added end as days
      from card c
      left join rapat r on r.id = c.rapat_id
      cross join lateral (
        select ${dayOf(sql`c.created_at`, zone)} as added, ${dayOf(sql`c.finished_at`, zone)} as finished
      ) d
      where ${COUNTED} and ${ofOpd(opdIds)} and ${within(span, zone)}
    ) counted
    group by 1, 2`)
  return rows as unknown as WorkTally[]
}

export interface WorkRow {
  readonly id: string
  readonly title: string
  readonly jabatan: string | null
  readonly opdId: string | null
  readonly due: Tanggal | null
  readonly status: TindakLanjutStatus
  readonly addedOn: Tanggal
  readonly finishedOn: Tanggal | null
  readonly postponed: number
  readonly isProven: boolean
  /** Null: no rapat has decided it. */
  readonly rapatId: string | null
  readonly lineId: string | null
  readonly rapatTitle: string | null
  readonly rapatDate: Tanggal | null
}

/** What each card of a list shows. */
const columns = (zone: Zone): SQL => sql`
  c.id, c.title, c.jabatan, c.owner_opd_id as "opdId", c.due::text, c.status,
  ${dayOf(sql`c.created_at`, zone)}::text as "addedOn", ${dayOf(sql`c.finished_at`, zone)}::text as "finishedOn",
  (select count(*)::int from card_postponement p where p.card_id = c.id and ${PUT_OFF}) as postponed,
  exists (select from card_evidence e where e.card_id = c.id and e.state = 'diterima') as "isProven",
  c.rapat_id as "rapatId", c.line_id as "lineId", r.title as "rapatTitle", r.date::text as "rapatDate"`

/** The work of these OPD in a span, what is due first at the head. */
export async function listWorkOfOpd(
  db: Queryable,
  { span, zone, opdIds }: { span: WorkSpan; zone: Zone; opdIds: readonly string[] },
): Promise<WorkRow[]> {
  const rows = await db.execute<Record<keyof WorkRow, unknown>>(sql`
    select ${columns(zone)}
    from card c
    left join rapat r on r.id = c.rapat_id
    where ${COUNTED} and ${ofOpd(opdIds)} and ${within(span, zone)}
    order by c.due nulls last, c.rank`)
  return rows as unknown as WorkRow[]
}

/** Tindak lanjut that contribute to an indicator, what is due first at the head; those that count. */
export async function listWorkOfIndicator(
  db: Queryable,
  { indicatorId, zone }: { indicatorId: string; zone: Zone },
): Promise<(WorkRow & { readonly quantity: number | null; readonly regionName: string | null })[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select ${columns(zone)}, f.quantity::float8 as quantity, coalesce(v.name, k.name) as "regionName"
    from card_contribution f
    join card c on c.id = f.card_id
    left join rapat r on r.id = c.rapat_id
    left join village v on v.code = f.region_code
    left join district k on k.code = f.region_code
    where f.indicator_id = ${indicatorId} and ${COUNTED}
    order by c.due nulls last, c.rank`)
  return rows as unknown as Awaited<ReturnType<typeof listWorkOfIndicator>>
}

/** The rapat that was held last, by its day and hour. */
export interface LastRapat {
  readonly id: string
  readonly title: string
  readonly date: Tanggal
}

/** What has happened since the last rapat, and what waits; null: there was none. */
export interface WorkSince {
  readonly last: LastRapat | null
  readonly since: {
    readonly finished: number
    readonly added: number
    /** Of those whose tenggat has passed since, who are not finished. */
    readonly becameLate: number
    readonly postponed: number
    /** Values by indicator that were put in since and hold. */
    readonly indicatorIds: readonly string[]
  } | null
  /** Notula that are handed in. */
  readonly notula: readonly { readonly id: string; readonly title: string; readonly chairId: string | null }[]
  readonly reports: { readonly waiting: number; readonly returned: number }
  /** Of counted cards: who wait for verification, and who are late beyond the days that are set. */
  readonly toVerify: number
  readonly escalated: number
}

/** What changed since the last rapat and what waits for somebody, in one statement. */
export async function findWorkSince(
  db: Queryable,
  { today, zone, escalationDays }: { today: Tanggal; zone: Zone; escalationDays: number },
): Promise<WorkSince> {
  const [row] = await db.execute<Record<keyof WorkSince, unknown>>(sql`
    with last as (
      select id, title, date, (date + coalesce(start_time, '00:00')) at time zone ${TZ[zone]} as at
      from rapat where status = 'selesai' and date <= ${today} order by date desc, start_time desc limit 1
    ), counted as (
      select c.id, c.status, c.due, c.finished_at, c.created_at from card c left join rapat r on r.id = c.rapat_id
      where ${COUNTED} and (
        c.finished_at is null or c.finished_at > (select at from last) or c.created_at > (select at from last)
      )
    )
    select
      (select json_build_object('id', id, 'title', title, 'date', date) from last) as last,
      (select json_build_object(
        'finished', (select count(*) from counted where finished_at > last.at),
        'added', (select count(*) from counted where created_at > last.at),
        'becameLate', (select count(*) from counted
          where finished_at is null and status <> 'selesai' and due >= last.date and due < ${today}),
        'postponed', (select count(*) from card_postponement p where ${PUT_OFF} and p.at > last.at),
        'indicatorIds', (select coalesce(json_agg(distinct indicator_id), '[]') from indicator_value
          where created_at > last.at and superseded_at is null)
      ) from last) as since,
      (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'chairId', chair_id) order by date), '[]')
        from rapat where notula_state = 'diajukan' and status <> 'dibatalkan') as notula,
      (select json_build_object(
        'waiting', count(*) filter (where state = 'dikirim'), 'returned', count(*) filter (where state = 'dikembalikan')
      ) from opd_report where state in ('dikirim', 'dikembalikan')) as reports,
      (select count(*)::int from counted where status = 'menunggu_verifikasi') as "toVerify",
      (select count(*)::int from counted where status <> 'selesai' and due < ${today}::date - ${escalationDays}::int) as escalated`)
  return row as unknown as WorkSince
}

/**
 * A short text that is another whenever something that the dashboard shows may be: the board, a value, a report, a target
 * or a rapat has changed.
 */
export async function findDashboardMark(db: Queryable): Promise<string> {
  const [row] = await db.execute<{ mark: string }>(sql`
    select concat_ws(' ',
      (select sum(revision) from board),
      (select extract(epoch from max(created_at)) from indicator_value),
      (select extract(epoch from max(set_at)) from indicator_target),
      (select sum(revision) from indicator),
      (select concat(count(*), '-', extract(epoch from greatest(max(sent_at), max(decided_at)))) from opd_report),
      (select concat(sum(revision), '-', count(*) filter (where notula_state = 'disahkan'),
        '-', count(*) filter (where notula_state = 'diajukan')) from rapat),
      (select count(*) from card_contribution)) as mark`)
  return row?.mark ?? ''
}
