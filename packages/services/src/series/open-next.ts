import {
  insertCarriedAgenda,
  listOpdRows,
  listProposalRows,
  listRapatRows,
  listWaitingItems,
  lockSeries,
  type OpdRow,
  type ProposalRow,
  type Queryable,
  replaceGuests,
  type SeriesRow,
  type Tx,
  updateProposal,
} from '@mufakat/db'
import type { SeedLine } from '@mufakat/doc-model'
import {
  type Actor,
  dayIn,
  inOrder,
  isQuarter,
  type NextRapat,
  nextRapat,
  type RapatOfSeries,
  romanQuarter,
  successorOf,
  type Tanggal,
  type Triwulan,
  withCarriedItem,
} from '@mufakat/domain'
import { AppError, assert, randomId } from '@mufakat/kernel'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { insertWholeRapat } from '../rapat-write'
import { settingOf } from '../settings/settings'
import type { OpenNextInput } from './inputs'
import { officersOn } from './officers'
import { standingNow } from './standing'

// Titles stand on the papers themselves, which are in Indonesian whatever language a person reads.
const MONTH = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' })
const MAX_TITLE = 500

const quarterName = ({ quarter, year }: Triwulan): string => `Triwulan ${romanQuarter(quarter)} ${year}`

/** The title of a rapat by its pattern. */
export const titleOf = (
  pattern: string,
  { triwulan, month }: Pick<NextRapat, 'triwulan' | 'month'>,
): string =>
  pattern.replaceAll('[triwulan]', quarterName(triwulan)).replaceAll('[bulan]', MONTH.format(new Date(month)))

/** The rapat of a series, as its rules want them. */
export async function rapatOfSeries(db: Queryable, seriesId: string) {
  const rows = await listRapatRows(db, { seriesId })
  return rows.map(row => {
    assert(isQuarter(row.quarter), 'quarter is 1 to 4')
    return { ...row, quarter: row.quarter } satisfies RapatOfSeries
  })
}

/** Accepted topics that are in no rapat, or in one that was cancelled (SPEC.md S7), the oldest first. */
export async function waitingTopics(db: Queryable, seriesId: string) {
  const accepted = await listProposalRows(db, { seriesId, states: ['accepted'] })
  return accepted.filter(one => one.rapatId === null || one.rapatStatus === 'dibatalkan').reverse()
}

/** A topic as an item of an agenda, presented by who its OPD is now. */
export function topicItem(topic: ProposalRow, all: readonly OpdRow[]) {
  const heir = successorOf(all, topic.opdId)
  const presenter = all.find(opd => opd.id === heir)?.shortName ?? topic.opdShortName
  return { id: randomId(), title: topic.title, minutes: topic.minutes, presenter }
}

const SUFFIX = / \(ditunda dari [^()]*\)$/

/** Says where an item comes from; of one that was left before, only where it was last. */
function postponedTitle(item: {
  title: string
  year: number
  quarter: number
  date: Tanggal | null
}): string {
  assert(isQuarter(item.quarter), 'quarter is 1 to 4')
  const from =
    item.date === null
      ? quarterName({ year: item.year, quarter: item.quarter })
      : `rapat ${DAY.format(new Date(item.date))}`
  const suffix = ` (ditunda dari ${from})`
  return item.title.replace(SUFFIX, '').slice(0, MAX_TITLE - suffix.length) + suffix
}

/** What stands under standing items from the first, by their number. */
type PreparedLines = readonly (readonly SeedLine[] | undefined)[]

/** What the next rapat has on its agenda (SPEC.md S4, S7), each with the id it will have in the document. */
async function nextAgenda(tx: Tx, row: SeriesRow, prepared: PreparedLines) {
  const { items, at } = withCarriedItem(row.agenda)
  const standing = items.map(({ title, minutes, presenter }, nth) => ({
    id: randomId(),
    title,
    minutes,
    presenter: presenter || null,
    lines: prepared[nth] ?? [],
  }))
  const postponed = (await listWaitingItems(tx, row.id)).map(item => ({
    from: item,
    item: {
      id: randomId(),
      title: postponedTitle(item),
      minutes: item.minutes,
      presenter: item.presenter,
    },
  }))
  const all = await listOpdRows(tx)
  const topics = (await waitingTopics(tx, row.id)).map(topic => {
    return { topic, item: topicItem(topic, all) }
  })
  // Old business follows the list of what is left to do; new topics come before the closing.
  const closing = Math.max(at + 1, standing.length - 1)
  return {
    items: [
      ...standing.slice(0, at + 1),
      ...postponed.map(one => one.item),
      ...standing.slice(at + 1, closing),
      ...topics.map(one => one.item),
      ...standing.slice(closing),
    ],
    carriedItemId: standing[at]?.id ?? null,
    postponed,
    topics,
  }
}

/** The inner part of `openNextRapat`, which the demo shares. */
export async function insertNextRapat(
  tx: Tx,
  row: SeriesRow,
  next: NextRapat,
  by: { now: Date; today: Tanggal; personId: string; prepared?: PreparedLines },
): Promise<string> {
  const { now, today, personId, prepared = [] } = by
  const agenda = await nextAgenda(tx, row, prepared)
  const standing = await standingNow(tx, row)
  const rapatId = await insertWholeRapat(tx, now, personId, {
    title: titleOf(row.title, next),
    ...next.triwulan,
    date: next.date,
    startTime: row.startTime?.slice(0, 5) ?? null,
    plannedMinutes: row.plannedMinutes,
    place: row.place,
    ...(await officersOn(tx, row, next.date ?? today)),
    invitedOpdIds: standing.opdIds,
    items: agenda.items,
    seriesId: row.id,
    carriedItemId: agenda.carriedItemId,
    isExample: row.isExample,
  })
  await replaceGuests(tx, rapatId, standing.guests)
  await insertCarriedAgenda(
    tx,
    agenda.postponed.map(({ from, item }) => ({
      rapatId,
      itemId: item.id,
      fromRapatId: from.rapatId,
      fromItemId: from.itemId,
    })),
  )
  for (const { topic, item } of agenda.topics)
    await updateProposal(tx, topic.id, { rapatId, itemId: item.id })
  return rapatId
}

/**
 * Opens the next rapat of a series in draf, prefilled: agenda, invitees, chair and notulis, what the rapat before left
 * and what was accepted since. `conflict` when somebody opened one since the person looked, or the series has ended.
 */
export async function openNextRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  input: OpenNextInput,
): Promise<string> {
  authorise(actor, 'series.edit')
  authorise(actor, 'rapat.create')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const row = await lockSeries(tx, input.seriesId)
    if (row === null) throw new AppError('not-found', 'series')
    const rapat = await rapatOfSeries(tx, row.id)
    const latestId = inOrder(rapat).at(-1)?.id ?? null
    if (!row.active || latestId !== input.latestId) throw new AppError('conflict', 'series.open-next')
    const today = dayIn((await settingOf(tx, 'calendar')).zone, now)
    const next = nextRapat(row, rapat, today)
    return insertNextRapat(tx, row, next, { now, today, personId: actor.personId })
  })
}
