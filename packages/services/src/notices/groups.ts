import {
  findCard,
  findPeople,
  findRapat,
  findReportById,
  listOpdRows,
  type NoticeRow,
  type Queryable,
} from '@mufakat/db'
import { type ActivityKind, type Actor, may, type Triwulan } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { cardSubject, isGone } from '../kartu/scope'
import { subjectOf } from '../rapat-access'
import { triwulanOfRow } from '../sasaran/points'
import { officeOf } from '../sasaran/report-place'
import type { NoticeGroup, NoticeView } from './views'

/** What notices are about, as far as their reader may open it: looked up when it is shown, never kept. */
interface Topic {
  readonly title: string | null
  readonly link: string | null
  readonly rapatId: string | null
  readonly triwulan: Triwulan | null
}

const NOTHING: Topic = { title: null, link: null, rapatId: null, triwulan: null }

async function cardTopic(db: Queryable, actor: Actor, cardId: string): Promise<Topic> {
  const card = await findCard(db, cardId)
  if (card === null || isGone(card) || !may(actor, 'kartu.read', await cardSubject(db, card))) return NOTHING
  return { ...NOTHING, title: card.title, link: `/tindak-lanjut/${card.id}`, rapatId: card.rapatId }
}

async function rapatTopic(db: Queryable, actor: Actor, rapatId: string): Promise<Topic> {
  const rapat = await findRapat(db, rapatId)
  if (rapat === null || !may(actor, 'komentar.read', subjectOf(rapat))) return NOTHING
  return { ...NOTHING, title: rapat.title, link: `/rapat/${rapat.id}`, rapatId: rapat.id }
}

/** The report of an OPD: named by the OPD and its triwulan. */
async function reportTopic(db: Queryable, actor: Actor, reportId: string): Promise<Topic> {
  const report = await findReportById(db, reportId)
  const all = await listOpdRows(db)
  const opd = all.find(one => one.id === report?.opdId)
  if (report === null || opd === undefined || !may(actor, 'laporan-opd.read', officeOf(all, opd.id)))
    return NOTHING
  const link = `/target/laporan?id=${report.id}`
  return { ...NOTHING, title: opd.name, link, triwulan: triwulanOfRow(report) }
}

const TOPICS = { card: cardTopic, rapat: rapatTopic, report: reportTopic } as const

/** What a notice is about: of several, the nearest. */
function aboutOf({ id, cardId, rapatId, reportId }: NoticeRow): NoticeGroup['about'] {
  if (cardId !== null) return { kind: 'card', id: cardId }
  if (reportId !== null) return { kind: 'report', id: reportId }
  return { kind: 'rapat', id: defined(rapatId, `what the notice ${id} is about`) }
}

/** What is told of a change beside its kind: a status, a judgement, a day. */
function toldOf(details: Readonly<Record<string, unknown>>): string | null {
  const to = details.to ?? details.state
  return typeof to === 'string' ? to : null
}

const placeIn = ({ details }: NoticeRow): string => {
  const said = details.remarkId ?? details.commentId
  return said === undefined ? '' : `#komentar-${said}`
}

function viewOf(row: NoticeRow, topic: Topic, names: ReadonlyMap<string, string>): NoticeView {
  const { id, kind, at, readAt, merged, details } = row
  const { change, people = [], due = null } = details
  return {
    ...{ id, kind, at, merged, due },
    isRead: readAt !== null,
    people: people.flatMap(personId => names.get(personId) ?? []),
    change: change === undefined ? null : { kind: change.kind as ActivityKind, to: toldOf(change.details) },
    link: topic.link === null ? null : topic.link + placeIn(row),
  }
}

/** Notices by what they are about, in the order in which each comes first. */
export async function grouped(
  db: Queryable,
  actor: Actor,
  rows: readonly NoticeRow[],
): Promise<NoticeGroup[]> {
  const people = await findPeople(db, [...new Set(rows.flatMap(({ details }) => details.people ?? []))])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const groups = new Map<string, NoticeGroup & { notices: NoticeView[] }>()
  for (const row of rows) {
    const about = aboutOf(row)
    const known = groups.get(about.id)
    const topic = known ?? (await TOPICS[about.kind](db, actor, about.id))
    const view = viewOf(row, topic, names)
    if (known !== undefined) known.notices.push(view)
    else groups.set(about.id, { about, ...topic, notices: [view] })
  }
  return [...groups.values()]
}
