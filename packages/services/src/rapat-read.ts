import type { Database, RapatRow } from '@mufakat/db'
import {
  countOpenRemarks,
  countsOfRapat,
  findNotulaContent,
  findRapatByDocument,
  findSeries,
  listAgendaItems,
  listAuditOfRapat,
  listInvitedOpd,
  listKeputusanRows,
  listRapatByDocuments,
  listRapatRows,
  listUnprojected,
  phonesOf,
} from '@mufakat/db'
import type { NotulaContent } from '@mufakat/doc-model'
import type { Actor, RapatSubject } from '@mufakat/domain'
import { isCode, may, nextRapatStatuses, writableItems } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from './context'
import { authorise, isRowId } from './context'
import type { RapatFilter } from './inputs'
import { headsOf, personRefs } from './people'
import { rapatFor, subjectOf, summaryOf } from './rapat-access'
import { todayOf } from './settings/today'
import type {
  GuestView,
  KeputusanView,
  PersonRef,
  PesertaList,
  RapatAllowed,
  RapatDetail,
  RapatSummary,
  RiwayatEntry,
} from './views'
import { RIWAYAT_ACTIONS } from './views'

const RIWAYAT_LIMIT = 500

/** The rapat that fit the filter and that this person may see, newest first. */
export async function listRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  filter: RapatFilter,
): Promise<RapatSummary[]> {
  authorise(actor, 'rapat.list')
  const rows = await listRapatRows(ctx.database.db, {
    year: filter.year,
    quarter: filter.quarter,
    statuses: filter.status === null ? null : [filter.status],
    text: filter.text,
  })
  return rows.filter(row => may(actor, 'rapat.read', subjectOf(row))).map(summaryOf)
}

function allowedTo(actor: Actor | null, subject: RapatSubject): RapatAllowed {
  return {
    edit: may(actor, 'rapat.edit', subject),
    setStatus: may(actor, 'rapat.set-status', subject) ? nextRapatStatuses(subject.status) : [],
    editPeserta: may(actor, 'peserta.edit', subject),
    write: may(actor, 'notula.write', subject),
    writeItems: actor === null ? null : writableItems(actor, subject),
    riwayat: may(actor, 'riwayat.read', subject),
    nameVersion: may(actor, 'riwayat.name', subject),
    bringBack: may(actor, 'riwayat.restore', subject),
    redact: may(actor, 'riwayat.redact', subject),
    manageGuests: may(actor, 'tamu.revoke', subject),
    remarks: may(actor, 'komentar.read', subject),
    undangan: may(actor, 'undangan.read', subject),
    attendance: may(actor, 'attendance.read', subject),
  }
}

const guestViews = (row: RapatRow, people: Map<string, PersonRef>): GuestView[] =>
  row.guestIds
    .flatMap(({ personId, canWrite, byLink }) => {
      const person = people.get(personId)
      return person === undefined ? [] : [{ ...person, canWrite, byLink }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))

const peopleOf = async (ctx: ServiceContext, row: RapatRow) =>
  personRefs(
    ctx.database.db,
    [row.chairId, row.notulisId, ...row.guestIds.map(guest => guest.personId)],
    row.date ?? (await todayOf(ctx)),
  )

const refOf = (people: Map<string, PersonRef>, id: string | null): PersonRef | null =>
  id === null ? null : (people.get(id) ?? null)

/** One rapat with everything its page shows above the tabs, and what this person may do with it. */
export async function getRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<RapatDetail> {
  const { db } = ctx.database
  const row = await rapatFor(db, actor, 'rapat.read', rapatId)
  const subject = subjectOf(row)
  const [counts, people, invitedOpd, agenda, openRemarks] = await Promise.all([
    countsOfRapat(db, rapatId),
    peopleOf(ctx, row),
    listInvitedOpd(db, rapatId),
    listAgendaItems(db, rapatId),
    may(actor, 'komentar.read', subject) ? countOpenRemarks(db, rapatId) : 0,
  ])
  const series =
    row.seriesId !== null && may(actor, 'series.read') ? await findSeries(db, row.seriesId) : null
  return {
    ...summaryOf({ ...row, ...counts }),
    series: series && { id: series.id, name: series.name },
    documentId: row.documentId,
    revision: row.revision,
    chair: refOf(people, row.chairId),
    notulis: refOf(people, row.notulisId),
    invitedOpd,
    guests: guestViews(row, people),
    agenda,
    openRemarks,
    subject,
    allowed: allowedTo(actor, subject),
  }
}

/** Who takes part: chair, notulis, the invited OPD with who heads them on the day, and guests. */
export async function listPeserta(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<PesertaList> {
  const { db } = ctx.database
  const row = await rapatFor(db, actor, 'rapat.read', rapatId)
  const [people, opd] = await Promise.all([peopleOf(ctx, row), listInvitedOpd(db, rapatId)])
  const heads = await headsOf(
    db,
    opd.map(one => one.id),
    row.date ?? (await todayOf(ctx)),
  )
  const shown = [row.chairId, row.notulisId, ...row.guestIds.map(guest => guest.personId)]
  const headIds = [...heads.values()].map(head => head.id)
  const phones = may(actor, 'peserta.contact', subjectOf(row))
    ? await phonesOf(
        db,
        [...shown, ...headIds].flatMap(id => id ?? []),
      )
    : null
  return {
    phones: phones && Object.fromEntries(phones),
    chair: refOf(people, row.chairId),
    notulis: refOf(people, row.notulisId),
    opd: opd.map(one => ({ ...one, head: heads.get(one.id) ?? null })),
    guests: guestViews(row, people),
  }
}

/** The decisions of a notula in their order. */
export async function listKeputusan(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<KeputusanView[]> {
  await rapatFor(ctx.database.db, actor, 'notula.read', rapatId)
  return listKeputusanRows(ctx.database.db, rapatId)
}

/** The stored canonical content with its sequence in the log: what the page renders before any script. */
export async function notulaContent(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<{ seq: number; content: NotulaContent }> {
  await rapatFor(ctx.database.db, actor, 'notula.read', rapatId)
  const stored = await findNotulaContent(ctx.database.db, rapatId)
  if (stored === null) throw new AppError('unavailable', `no content of rapat ${rapatId}`)
  // Written by projectNotula alone, from the document model's own reading.
  return { seq: stored.seq, content: JSON.parse(stored.content) as NotulaContent }
}

/** Who changed what about the rapat, newest first. Its text has a history of its own. */
export async function riwayat(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<RiwayatEntry[]> {
  await rapatFor(ctx.database.db, actor, 'riwayat.read', rapatId)
  const rows = await listAuditOfRapat(ctx.database.db, {
    rapatId,
    actions: RIWAYAT_ACTIONS,
    limit: RIWAYAT_LIMIT,
  })
  return rows.flatMap(({ id, at, action, details, actorId, actorName }) =>
    isCode(RIWAYAT_ACTIONS, action)
      ? [{ id, at, action, details, actor: actorId === null ? null : { id: actorId, name: actorName ?? '' } }]
      : [],
  )
}

/** The rapat of a live document with what `may` needs; null when there is none. For the socket's gate. */
export async function rapatOfDocument(
  database: Database,
  documentId: string,
): Promise<{ rapatId: string; subject: RapatSubject } | null> {
  if (!isRowId(documentId)) return null
  const row = await findRapatByDocument(database.db, documentId)
  return row === null ? null : { rapatId: row.id, subject: subjectOf(row) }
}

/**
 * The same for several documents, in one statement, with whether the document itself takes edits. For the engine,
 * which asks about everyone it serves at once.
 */
export async function subjectsOfDocuments(
  database: Database,
  documentIds: readonly string[],
): Promise<Map<string, { subject: RapatSubject; isClosed: boolean }>> {
  const ids = documentIds.filter(isRowId)
  if (ids.length === 0) return new Map()
  const rows = await listRapatByDocuments(database.db, ids)
  return new Map(
    rows.map(row => [row.documentId, { subject: subjectOf(row), isClosed: row.documentState === 'closed' }]),
  )
}

/** Titles of the rapat of these documents, as far as this person may see them; the rest is left out. */
export async function rapatTitles(
  ctx: ServiceContext,
  actor: Actor | null,
  documentIds: readonly string[],
): Promise<{ documentId: string; rapatId: string; title: string }[]> {
  if (actor === null) throw new AppError('not-signed-in', 'titles')
  const asked = [...new Set(documentIds)].filter(isRowId).slice(0, MAX_TITLES)
  if (asked.length === 0) return []
  const rows = await listRapatByDocuments(ctx.database.db, asked)
  return rows
    .filter(row => may(actor, 'rapat.read', subjectOf(row)))
    .map(({ documentId, id, title }) => ({ documentId, rapatId: id, title }))
}

const MAX_TITLES = 50

/** Notula whose log went on past their rows: what the projector catches up with when it starts. */
export const listProjectable = (
  database: Database,
): Promise<{ rapatId: string; documentId: string; projectedSeq: number }[]> => listUnprojected(database.db)
