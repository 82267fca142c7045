import type { Priority, ReportState, Strategy, Tanggal, TindakLanjutStatus } from '@mufakat/domain'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { indicator } from '../schema/indicator'
import { person } from '../schema/person'
import { opdReport, quarterNote, reportEvidence, reportRemark } from '../schema/report'
import { remarkColumns } from './report-columns'

/** What a tindak lanjut contributes to. */
export interface ReportedContribution {
  readonly indicatorId: string
  readonly quantity: number | null
  readonly regionName: string | null
}

/** A tindak lanjut as the matriks of a triwulan tells it. */
export interface ReportCardRow {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly ownerOpdId: string | null
  readonly jabatan: string | null
  readonly due: Tanggal | null
  /** What its rapat decided; null: none was, or no rapat did. */
  readonly decided: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  readonly status: TindakLanjutStatus
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly kendala: string
  readonly target: number | null
  readonly realisasi: number | null
  readonly unit: string
  /** Null: no rapat has decided it. */
  readonly rapatTitle: string | null
  readonly rapatDate: Tanggal | null
  readonly rapatNumber: string | null
  readonly postponed: number
  /** Why its tenggat was given anew the last time; empty: it never was. */
  readonly postponedWhy: string
  /** Titles of accepted bukti dukung. */
  readonly proofs: readonly string[]
  readonly contributions: readonly ReportedContribution[]
}

/**
 * Tindak lanjut that may count in a span, in the order of the board: none that was put away or called off, none of a draft
 * (domain, DS1). Whether one does count is for the rules to say.
 */
export async function listReportCards(
  db: Queryable,
  { addedBefore, notFinishedBefore }: { addedBefore: Date; notFinishedBefore: Date },
): Promise<ReportCardRow[]> {
  const rows = await db.execute<Record<keyof ReportCardRow, unknown>>(sql`
    select c.id, c.title, c.description, c.owner_opd_id as "ownerOpdId", c.jabatan, c.due::text as due,
      t.tenggat::text as decided, c.priority, c.strategy, c.status,
      to_json(c.created_at) #>> '{}' as "createdAt", to_json(c.finished_at) #>> '{}' as "finishedAt",
      c.kendala, c.target::float8 as target, c.realisasi::float8 as realisasi, c.unit,
      r.title as "rapatTitle", r.date::text as "rapatDate", v.number as "rapatNumber",
      coalesce(p.times, 0) as postponed, coalesce(p.why, '') as "postponedWhy",
      coalesce(e.titles, '[]') as proofs, coalesce(f.feeds, '[]') as contributions
    from card c
    left join rapat r on r.id = c.rapat_id
    left join tindak_lanjut t on t.rapat_id = c.rapat_id and t.line_id = c.line_id
    left join invitation v on v.rapat_id = c.rapat_id
    left join (
      select card_id, count(*) filter (where to_date is not null and (from_date is null or to_date > from_date))::int as times,
        (array_agg(reason order by at desc, id desc) filter (where to_date is not null))[1] as why
      from card_postponement group by card_id
    ) p on p.card_id = c.id
    left join (
      select card_id, json_agg(title order by added_at, id) as titles
      from card_evidence where state = 'diterima' group by card_id
    ) e on e.card_id = c.id
    left join (
      select card_id, json_agg(json_build_object('indicatorId', indicator_id, 'quantity', quantity,
        'regionName', coalesce(d.name, k.name)) order by i.position, i.name) as feeds
      from card_contribution n
      join indicator i on i.id = n.indicator_id
      left join village d on d.code = n.region_code
      left join district k on k.code = n.region_code
      group by card_id
    ) f on f.card_id = c.id
    where c.removed_at is null and c.status <> 'dibatalkan'
      and (c.rapat_id is null or (r.notula_state = 'disahkan' and r.status <> 'dibatalkan'))
      and c.created_at < ${addedBefore.toISOString()}::timestamptz
      and (c.finished_at is null or c.finished_at >= ${notFinishedBefore.toISOString()}::timestamptz)
    order by c.rank`)
  return rows.map(row => {
    const { createdAt, finishedAt, ...rest } = row
    return {
      ...rest,
      createdAt: new Date(String(createdAt)),
      finishedAt: finishedAt === null ? null : new Date(String(finishedAt)),
    } as ReportCardRow
  })
}

interface At {
  readonly year: number
  readonly quarter: number
}

const isOf = ({ year, quarter }: At) => and(eq(opdReport.year, year), eq(opdReport.quarter, quarter))

/** How far the reports of OPD are. */
export const listReportStates = (
  db: Queryable,
  at: At,
): Promise<{ opdId: string; state: ReportState; sentAt: Date | null; decidedAt: Date | null }[]> =>
  db
    .select({
      opdId: opdReport.opdId,
      state: opdReport.state,
      sentAt: opdReport.sentAt,
      decidedAt: opdReport.decidedAt,
    })
    .from(opdReport)
    .where(isOf(at))

/** What OPD have said of their indicators in reports that are accepted. */
export const listAcceptedRemarks = (db: Queryable, at: At) =>
  db
    .select({ opdId: opdReport.opdId, ...remarkColumns })
    .from(reportRemark)
    .innerJoin(opdReport, eq(opdReport.id, reportRemark.reportId))
    .innerJoin(indicator, eq(indicator.id, reportRemark.indicatorId))
    .where(and(isOf(at), eq(opdReport.state, 'diterima')))
    .orderBy(asc(indicator.position), asc(indicator.name))

/** Bukti dukung of reports that are accepted, by what it is called. */
export const listAcceptedProofs = (db: Queryable, at: At) =>
  db
    .select({
      opdId: opdReport.opdId,
      indicatorId: reportEvidence.indicatorId,
      title: reportEvidence.title,
      url: reportEvidence.url,
    })
    .from(reportEvidence)
    .innerJoin(opdReport, eq(opdReport.id, reportEvidence.reportId))
    .where(and(isOf(at), eq(opdReport.state, 'diterima'), isNull(reportEvidence.removedAt)))
    .orderBy(asc(reportEvidence.addedAt), asc(reportEvidence.id))

/** What the pimpinan said last to a triwulan; null: nothing. */
export const findQuarterNote = async (db: Queryable, { year, quarter }: At) =>
  (
    await db
      .select({
        id: quarterNote.id,
        text: quarterNote.text,
        writtenBy: quarterNote.writtenBy,
        byName: person.name,
        writtenAt: quarterNote.writtenAt,
      })
      .from(quarterNote)
      .innerJoin(person, eq(person.id, quarterNote.writtenBy))
      .where(and(eq(quarterNote.year, year), eq(quarterNote.quarter, quarter)))
      .orderBy(desc(quarterNote.writtenAt), desc(quarterNote.id))
      .limit(1)
  )[0] ?? null

/** Whoever writes one waits for who does so already, so that the newest is the one that was seen last. */
export async function lockQuarterNotes(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('quarter_note'))`)
}

export async function insertQuarterNote(tx: Tx, row: typeof quarterNote.$inferInsert): Promise<void> {
  await tx.insert(quarterNote).values(row)
}

/** Rapat held in some days, both within: how many, and how many of them have a ratified notula. */
export async function countRapatHeld(
  db: Queryable,
  { from, to }: { from: Tanggal; to: Tanggal },
): Promise<{ held: number; ratified: number }> {
  const [row] = await db.execute<{ held: number; ratified: number }>(sql`
    select count(*)::int as held, count(*) filter (where notula_state = 'disahkan')::int as ratified
    from rapat where status = 'selesai' and date between ${from} and ${to}`)
  return { held: row?.held ?? 0, ratified: row?.ratified ?? 0 }
}
