import {
  countRapatHeld,
  findQuarterNote,
  listAcceptedProofs,
  listAcceptedRemarks,
  listIndicatorRows,
  listOpdRows,
  listProgrammeRows,
  listReportCards,
  listReportStates,
  type OpdRow,
  type Queryable,
  type ReportCardRow,
} from '@mufakat/db'
import {
  addDays,
  byOpd,
  type CountedCard,
  dayIn,
  momentIn,
  STRATEGIES,
  successorOf,
  type Triwulan,
  talliesOf,
  triwulanRange,
  WHOLE_REGENCY,
  type WorkSpan,
  type WorkState,
  workFigures,
  workSpan,
  workStateOf,
  type Zone,
} from '@mufakat/domain'
import { grouped } from '@mufakat/kernel'
import { personRefs } from '../people'
import { readBounds } from '../sasaran/bounds'
import { summariesOf } from '../sasaran/programmes'
import { settingOf } from '../settings/settings'
import type { OpdRef } from '../views'
import type {
  AchievementCounts,
  QuarterReport,
  ReportedIndicator,
  ReportedOpd,
  ReportedRemark,
  ReportedWork,
} from './views'

/*
 * The report of a triwulan. Invariants:
 * 1. The page and every paper say what this one function gathers; nobody reckons anew.
 * 2. Figures of work are those of the dashboard: the same rules over the same tindak lanjut (domain, DS1–DS4). Figures of
 *    indicators are those of their page (SA13–SA15).
 * 3. Nothing that is not decided yet: no draft of a notula, no value or word of a report that is not accepted.
 */

interface Card extends ReportCardRow, CountedCard {
  readonly opdId: string | null
  readonly isProven: boolean
  /** On the day of the report. */
  readonly state: WorkState
}

const refOf = ({ id, shortName, name }: OpdRow): OpdRef => ({ id, shortName, name })

const countsOf = (indicators: readonly ReportedIndicator[]): AchievementCounts => {
  const counts = { tercapai: 0, mendekati: 0, belum_tercapai: 0, belum_ada_data: 0, tidak_dinilai: 0 }
  for (const { standing } of indicators) counts[standing.achievement ?? 'tidak_dinilai'] += 1
  return counts
}

async function indicatorsOf(db: Queryable, at: Triwulan): Promise<ReportedIndicator[]> {
  const [programmes, rows, bounds] = await Promise.all([
    listProgrammeRows(db),
    listIndicatorRows(db),
    readBounds(db),
  ])
  const active = programmes.filter(one => one.active)
  const shown = rows.filter(row => row.active && active.some(one => one.id === row.programmeId))
  const summaries = await summariesOf(db, shown, { at, bounds, regionCode: WHOLE_REGENCY })
  return active.flatMap(({ id: programmeId, name: programme, strategy }) =>
    summaries
      .filter(one => one.programmeId === programmeId)
      .map(({ id, name, unit, decimals, source, owner, standing, finality }) => ({
        ...{ id, name, unit, decimals, source, owner, strategy, programme, standing, finality },
      })),
  )
}

/** Tindak lanjut that count in the span, told by the days of the regency. */
async function cardsOf(db: Queryable, span: WorkSpan, zone: Zone): Promise<Card[]> {
  const rows = await listReportCards(db, {
    addedBefore: momentIn(zone, addDays(span.on, 1), '00:00'),
    notFinishedBefore: momentIn(zone, span.from, '00:00'),
  })
  return rows.flatMap((row): Card[] => {
    const card = {
      ...row,
      opdId: row.ownerOpdId,
      isDraft: false,
      isProven: row.proofs.length > 0,
      addedOn: dayIn(zone, row.createdAt),
      finishedOn: row.finishedAt === null ? null : dayIn(zone, row.finishedAt),
    }
    const state = workStateOf(card, span)
    return state === null ? [] : [{ ...card, state }]
  })
}

function workOf(
  card: Card,
  { on }: WorkSpan,
  { opd, indicators }: { opd: OpdRef | null; indicators: ReadonlyMap<string, ReportedIndicator> },
): ReportedWork {
  const named = card.contributions.map(one => indicators.get(one.indicatorId)?.name ?? '').filter(Boolean)
  const places = card.contributions.map(one => one.regionName ?? '').filter(Boolean)
  const { target, realisasi } = card
  return {
    id: card.id,
    rapatNumber: card.rapatNumber ?? '',
    rapatTitle: card.rapatTitle ?? '',
    rapatDate: card.rapatDate,
    text: card.title,
    detail: card.description,
    opd,
    jabatan: card.jabatan ?? '',
    tenggat: card.due,
    postponed: card.postponed,
    decided: card.decided,
    priority: card.priority,
    status: card.status,
    finishedAt: card.finishedOn !== null && card.finishedOn <= on ? card.finishedOn : null,
    state: card.state,
    strategy: card.strategy,
    place: [...new Set(places)].join(', '),
    indicator: named.join('; '),
    target,
    unit: card.unit,
    achievement: target === null || target === 0 || realisasi === null ? null : realisasi / target,
    obstacle: card.kendala,
    evidence: card.proofs.join('; '),
    remarks: card.postponedWhy,
  }
}

async function remarksOf(
  db: Queryable,
  at: Triwulan,
  indicators: ReadonlyMap<string, ReportedIndicator>,
): Promise<Map<string, ReportedRemark[]>> {
  const [remarks, proofs] = await Promise.all([listAcceptedRemarks(db, at), listAcceptedProofs(db, at)])
  const proofsOf = grouped(proofs, one => `${one.opdId} ${one.indicatorId}`)
  const said = remarks.flatMap(({ opdId, indicatorId, ...texts }) => {
    const indicator = indicators.get(indicatorId)
    if (indicator === undefined) return []
    const own = (proofsOf.get(`${opdId} ${indicatorId}`) ?? []).map(({ title, url }) =>
      url === null ? title : `${title} (${url})`,
    )
    const isSaid = own.length > 0 || Object.values(texts).some(text => text.trim() !== '')
    return isSaid ? [{ opdId, remark: { indicator: indicator.name, ...texts, proofs: own } }] : []
  })
  return new Map(
    [...grouped(said, one => one.opdId)].map(([opdId, all]) => [opdId, all.map(({ remark }) => remark)]),
  )
}

async function noteOf(db: Queryable, at: Triwulan, zone: Zone): Promise<QuarterReport['note']> {
  const row = await findQuarterNote(db, at)
  if (row === null) return null
  const refs = await personRefs(db, [row.writtenBy], dayIn(zone, row.writtenAt))
  const by = refs.get(row.writtenBy)
  return {
    ...{ id: row.id, text: row.text, at: row.writtenAt },
    by: by?.name ?? row.byName,
    jabatan: by?.jabatan ?? null,
  }
}

/** Gathers the report; asks nobody, its callers have. */
export async function gatherReport(
  db: Queryable,
  { at, now, zone }: { at: Triwulan; now: Date; zone: Zone },
): Promise<QuarterReport> {
  const span = workSpan(at, dayIn(zone, now))
  const [opdRows, list, cards, states, rapat, note, regency, reference, bounds] = await Promise.all([
    listOpdRows(db),
    indicatorsOf(db, at),
    cardsOf(db, span, zone),
    listReportStates(db, at),
    countRapatHeld(db, { from: span.from, to: triwulanRange(at).to }),
    noteOf(db, at, zone),
    settingOf(db, 'regency'),
    settingOf(db, 'reference'),
    readBounds(db),
  ])
  const indicators = new Map(list.map(one => [one.id, one]))
  const holder = (id: string | null): OpdRef | null => {
    const row = id === null ? undefined : opdRows.find(one => one.id === successorOf(opdRows, id))
    return row === undefined ? null : refOf(row)
  }
  const holders = new Map(cards.map(card => [card.ownerOpdId, holder(card.ownerOpdId)]))
  const work = cards.map(card =>
    workOf(card, span, { opd: holders.get(card.ownerOpdId) ?? null, indicators }),
  )
  const tallies = byOpd(opdRows, talliesOf(cards, span))
  const remarks = await remarksOf(db, at, indicators)
  const ofStrategy = grouped(cards, card => card.strategy)
  const indicatorsBy = grouped(list, one => holder(one.owner.id)?.id ?? one.owner.id)
  const workBy = grouped(work, one => one.opd?.id ?? null)
  const opd = opdRows.flatMap((row): ReportedOpd[] => {
    const own = indicatorsBy.get(row.id) ?? []
    const done = workBy.get(row.id) ?? []
    if (own.length === 0 && done.length === 0) return []
    const state = states.find(one => one.opdId === row.id)?.state ?? 'belum'
    return [
      {
        opd: refOf(row),
        work: workFigures(tallies.get(row.id) ?? []),
        state: own.length === 0 ? null : state,
        indicatorIds: own.map(one => one.id),
        remarks: remarks.get(row.id) ?? [],
        workIds: done.map(one => one.id),
      },
    ]
  })
  const reporting = opd.filter(one => one.state !== null)
  return {
    ...{ at, on: span.on, isOver: !span.isNow },
    ...{ regency: regency.name, legalBases: reference.legalBases, bounds },
    summary: {
      indicators: countsOf(list),
      work: workFigures([...tallies.values()].flat()),
      reports: {
        accepted: reporting.filter(one => one.state === 'diterima').length,
        of: reporting.length,
      },
      rapat,
    },
    strategies: STRATEGIES.map(strategy => {
      const own = list.filter(one => one.strategy === strategy)
      return {
        strategy,
        indicators: own,
        counts: countsOf(own),
        work: workFigures(talliesOf(ofStrategy.get(strategy) ?? [], span)),
      }
    }),
    ...{ work, opd, note },
  }
}
