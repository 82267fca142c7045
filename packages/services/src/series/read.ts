import {
  activeOpdIds,
  findSeries,
  listOpdRows,
  listProposalRows,
  listSeriesRows,
  listWaitingItems,
  type Queryable,
  type SeriesRow,
} from '@mufakat/db'
import { type Actor, inOrder, isQuarter, may, nextRapat, opdIdsOf, predecessorsOf } from '@mufakat/domain'
import { AppError, assert } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { PLANNED } from '../organisation/planned'
import { personRefs } from '../people'
import { subjectOf, summaryOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import type { RapatSummary } from '../views'
import { officerViews } from './officers'
import { rapatOfSeries, titleOf, waitingTopics } from './open-next'
import { mayDecide, proposalView } from './proposal-view'
import { ownPresenters, seriesSubject } from './standing'
import type { NextRapatView, ProposalView, SeriesChoice, SeriesDetail, SeriesSummary } from './views'

type RapatOfIt = Awaited<ReturnType<typeof rapatOfSeries>>[number]

/** Newest first, as far as this person may see them. */
const visibleOf = (actor: Actor, rapat: readonly RapatOfIt[]): RapatSummary[] =>
  rapat.filter(row => may(actor, 'rapat.read', subjectOf(row))).map(summaryOf)

async function summaryOfSeries(
  db: Queryable,
  actor: Actor,
  row: SeriesRow,
  rapat: readonly RapatSummary[],
  proposals: readonly ProposalView[],
): Promise<SeriesSummary> {
  const { id, name, cadence, active, isExample } = row
  return {
    id,
    name,
    cadence,
    active,
    isExample,
    latest: rapat.find(one => one.status !== 'dibatalkan') ?? null,
    openProposals: proposals.filter(one => one.state === 'open').length,
    mayPropose: active && may(actor, 'agenda.propose', await seriesSubject(db, row)),
  }
}

/** OPD whose proposals are this person's business; null: all. */
async function proposersSeenBy(db: Queryable, actor: Actor): Promise<string[] | null> {
  if (mayDecide(actor) || actor.role === 'pimpinan') return null
  const all = await listOpdRows(db)
  return opdIdsOf(actor).flatMap(id => [id, ...predecessorsOf(all, id).map(one => one.id)])
}

async function proposalsSeenBy(db: Queryable, actor: Actor, seriesId?: string): Promise<ProposalView[]> {
  const opdIds = await proposersSeenBy(db, actor)
  if (opdIds?.length === 0) return []
  const rows = await listProposalRows(db, {
    ...(seriesId !== undefined && { seriesId }),
    ...(opdIds !== null && { opdIds }),
    limit: SHOWN,
  })
  return rows.map(row => proposalView(actor, row))
}

const SHOWN = 200

/** Every series, those that have ended last. */
export async function listSeries(ctx: ServiceContext, actor: Actor | null): Promise<SeriesSummary[]> {
  authorise(actor, 'series.read')
  const { db } = ctx.database
  const rows = await listSeriesRows(db)
  const proposals = await proposalsSeenBy(db, actor)
  const summaries: SeriesSummary[] = []
  for (const row of rows) {
    const rapat = visibleOf(actor, await rapatOfSeries(db, row.id))
    const own = proposals.filter(one => one.seriesId === row.id)
    summaries.push(await summaryOfSeries(db, actor, row, rapat, own))
  }
  return summaries
}

/** Proposed topics of this person's OPD, or of everybody for who decides, newest first. */
export async function listProposals(ctx: ServiceContext, actor: Actor | null): Promise<ProposalView[]> {
  authorise(actor, 'series.read')
  return proposalsSeenBy(ctx.database.db, actor)
}

const comingOf = (actor: Actor, all: readonly RapatOfIt[]): SeriesDetail['coming'] => {
  const row = inOrder(all)
    .filter(one => PLANNED.includes(one.status) && may(actor, 'notula.write', subjectOf(one)))
    .at(0)
  return row === undefined
    ? null
    : { id: row.id, date: row.date, triwulan: { year: row.year, quarter: row.quarter } }
}

async function nextView(
  db: Queryable,
  row: SeriesRow,
  rapat: readonly RapatOfIt[],
  today: string,
): Promise<NextRapatView> {
  const next = nextRapat(row, rapat, today)
  const waiting = await listWaitingItems(db, row.id)
  return {
    title: titleOf(row.title, next),
    triwulan: next.triwulan,
    date: next.date,
    acceptedCount: (await waitingTopics(db, row.id)).length,
    waitingItems: waiting.map(item => {
      assert(isQuarter(item.quarter), 'quarter is 1 to 4')
      const { rapatId, itemId, title, minutes, presenter, reason, rapatTitle, year, quarter, date } = item
      const from = { title: rapatTitle, triwulan: { year, quarter }, date }
      return { rapatId, itemId, title, minutes, presenter, reason, from }
    }),
  }
}

/** One series with everything its page shows, and what this person may do there. */
export async function getSeries(
  ctx: ServiceContext,
  actor: Actor | null,
  seriesId: string,
): Promise<SeriesDetail> {
  authorise(actor, 'series.read')
  const { db } = ctx.database
  const row = isRowId(seriesId) ? await findSeries(db, seriesId) : null
  if (row === null) throw new AppError('not-found', 'series')
  const today = await todayOf(ctx)
  const all = await rapatOfSeries(db, row.id)
  const rapat = visibleOf(actor, all)
  const proposals = await proposalsSeenBy(db, actor, row.id)
  const summary = await summaryOfSeries(db, actor, row, rapat, proposals)
  const [officers, opd, people] = await Promise.all([
    officerViews(db, row),
    listOpdRows(db),
    personRefs(
      db,
      row.guests.map(guest => guest.personId),
      today,
    ),
  ])
  return {
    ...summary,
    dates: row.dates,
    title: row.title,
    plannedMinutes: row.plannedMinutes,
    startTime: row.startTime?.slice(0, 5) ?? null,
    place: row.place,
    agenda: row.agenda,
    ...officers,
    opd: opd
      .filter(one => row.opdIds.includes(one.id))
      .map(({ id, shortName, name }) => ({ id, shortName, name })),
    guests: row.guests.flatMap(({ personId, canWrite }) => {
      const person = people.get(personId)
      return person === undefined ? [] : [{ ...person, canWrite }]
    }),
    revision: row.revision,
    rapat,
    latestId: inOrder(all).at(-1)?.id ?? null,
    coming: comingOf(actor, all),
    next: await nextView(db, row, all, today),
    proposals,
    allowed: { edit: may(actor, 'series.edit'), decide: mayDecide(actor), propose: summary.mayPropose },
  }
}

/** Series that go on, to make a rapat part of one. */
export async function seriesChoices(ctx: ServiceContext, actor: Actor | null): Promise<SeriesChoice[]> {
  authorise(actor, 'rapat.create')
  const rows = await listSeriesRows(ctx.database.db)
  return rows.filter(row => row.active).map(({ id, name }) => ({ id, name }))
}

/** Whom a topic of a series can be proposed for: active OPD where this person may choose, else their own. */
export async function proposalForm(
  ctx: ServiceContext,
  actor: Actor | null,
  seriesId: string,
): Promise<{ series: SeriesChoice; opd: { id: string; shortName: string; name: string }[] }> {
  authorise(actor, 'series.read')
  const { db } = ctx.database
  const row = isRowId(seriesId) ? await findSeries(db, seriesId) : null
  if (row === null) throw new AppError('not-found', 'series')
  const subject = await seriesSubject(db, row)
  authorise(actor, 'agenda.propose', subject)
  const own = ownPresenters(actor, subject)
  const all = await listOpdRows(db)
  const chooses = mayDecide(actor) || actor.role === 'pimpinan'
  const active = await activeOpdIds(
    db,
    all.map(one => one.id),
  )
  return {
    series: { id: row.id, name: row.name },
    opd: all
      .filter(one => active.has(one.id) && (chooses || own.includes(one.id)))
      .map(({ id, shortName, name }) => ({ id, shortName, name })),
  }
}

const AT_HAND = 5

/** What Beranda shows of proposed topics: one's own OPD's latest, those that wait for who decides, and whether to propose. */
export async function proposalsAtHand(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<{ proposals: ProposalView[]; mayPropose: boolean }> {
  authorise(actor, 'series.read')
  const { db } = ctx.database
  const [seen, rows] = [await proposalsSeenBy(db, actor), await listSeriesRows(db)]
  let mayPropose = false
  for (const row of rows)
    mayPropose ||= row.active && may(actor, 'agenda.propose', await seriesSubject(db, row))
  const shown = mayDecide(actor) ? seen.filter(one => one.state === 'open') : seen
  return { proposals: shown.slice(0, AT_HAND), mayPropose }
}
