import {
  findPaper,
  insertPaperAccess,
  listOpdRows,
  listPapers,
  listSealedPapers,
  listSealedRecords,
  listTindakLanjutRows,
  type PaperRow,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { type Actor, actionOfPaper, FORMATS_OF, may, PAPER_KINDS, type PaperKind } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import type { FileContext } from '../files/context'
import { rapatFor, subjectOf } from '../rapat-access'
import { hex } from '../ratification/state'
import type { OpdRef } from '../views'
import type { KeptPaperView, PaperContent, PaperOffer, PapersView, PaperView } from './views'

/** OPD that a rapat says something to: the invited ones, and those that have work of it. */
export async function opdOfRapat(db: Queryable, rapat: RapatRow): Promise<OpdRef[]> {
  const lines = await listTindakLanjutRows(db, rapat.id)
  const ids = new Set([...rapat.invitedOpdIds, ...lines.flatMap(line => line.ownerId ?? [])])
  return (await listOpdRows(db))
    .filter(one => ids.has(one.id))
    .map(({ id, shortName, name }) => ({ id, shortName, name }))
}

export const paperView = (row: PaperRow): PaperView => {
  const { id, format, opdId, state, progress, askedAt, finishedAt, size } = row
  return { id, format, opdId, state, progress, askedAt, finishedAt, size }
}

/** The latest of each format and OPD; rows come the latest first. */
function latestOf(rows: readonly PaperRow[], kind: PaperKind): PaperView[] {
  const seen = new Set<string>()
  return rows
    .filter(row => row.kind === kind)
    .filter(({ format, opdId }) => {
      const key = `${format} ${opdId}`
      return !seen.has(key) && seen.add(key)
    })
    .map(paperView)
}

async function keptOf(db: Queryable, rapatId: string): Promise<KeptPaperView[]> {
  const records = await listSealedRecords(db, rapatId)
  if (records.length === 0) return []
  const papers = await listSealedPapers(db, rapatId)
  return records
    .map(({ number, at }) => {
      const paper = papers.find(one => one.number === number)
      const file = paper === undefined ? null : { size: paper.size, sha256: hex(paper.sha256), at: paper.at }
      return { number, ratifiedAt: at, file }
    })
    .reverse()
}

/** The papers of a rapat that this person may take along, and what became of those that were asked for. */
export async function papersOf(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<PapersView> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'rapat.read', rapatId)
  const subject = subjectOf(rapat)
  const rows = await listPapers(db, { rapatId, now: ctx.clock.now() })
  const readsNotula = may(actor, 'kertas.read', subject)
  const kept = readsNotula ? await keptOf(db, rapatId) : []
  const isRatified = rapat.notulaState === 'disahkan'
  const offers = PAPER_KINDS.filter(kind => may(actor, actionOfPaper(kind), subject))
    .filter(kind => kind !== 'berita_acara' || rapat.date !== null)
    .map(
      (kind): PaperOffer => ({
        kind,
        formats: FORMATS_OF[kind].filter(
          format => kept.length === 0 || kind !== 'notula' || format !== 'pdf',
        ),
        isDraft:
          kind === 'undangan'
            ? rapat.status === 'draf'
            : !isRatified && kind !== 'matriks' && kind !== 'daftar_hadir',
        made: latestOf(rows, kind),
      }),
    )
  const opd = readsNotula ? await opdOfRapat(db, rapat) : []
  return {
    offers,
    kept,
    opd: [...opd.filter(one => one.id === actor?.opdId), ...opd.filter(one => one.id !== actor?.opdId)],
    mayAsk: may(actor, 'kertas.ask', subject),
  }
}

/** How far a paper is, for who asked for it and waits; null: it is not there any more. */
export async function paperState(
  ctx: ServiceContext,
  actor: Actor | null,
  { rapatId, paperId }: { rapatId: string; paperId: string },
): Promise<PaperView | null> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'rapat.read', rapatId)
  const row = isRowId(paperId) ? await findPaper(db, paperId) : null
  if (row === null || row.rapatId !== rapatId || row.kind === 'laporan') return null
  return may(actor, actionOfPaper(row.kind), subjectOf(rapat)) ? paperView(row) : null
}

const KEPT = /^resmi-(\d{1,4})$/

/**
 * Opens a paper for reading, and notes who did: one that was asked for by its id, what is kept of a record by
 * `resmi-<number>`. `not-found` for what is not ready, or over.
 */
export async function fetchPaper(
  ctx: FileContext,
  actor: Actor | null,
  { rapatId, name }: { rapatId: string; name: string },
): Promise<PaperContent> {
  const { db } = ctx.database
  const now = ctx.clock.now()
  const rapat = await rapatFor(db, actor, 'rapat.read', rapatId)
  const [, digits] = KEPT.exec(name) ?? []
  const number = digits === undefined ? null : Number(digits)
  const found =
    number === null ? await askedFile(db, rapatId, name, now) : await keptFile(db, rapatId, number)
  if (found == null) throw new AppError('not-found', 'paper')
  const { kind, format, opdId, storedName } = found
  authorise(actor, actionOfPaper(kind), subjectOf(rapat))
  const personId = actor.viewedBy ?? actor.personId
  await insertPaperAccess(db, {
    ...{ id: newId(now.getTime()), at: now, rapatId, kind, format, opdId, number, personId },
  })
  const opd = opdId === null ? undefined : (await listOpdRows(db)).find(one => one.id === opdId)
  return {
    kind,
    format,
    rapatTitle: rapat.title,
    opdShortName: opd?.shortName ?? null,
    number,
    path: ctx.store.relativePathOf(storedName),
    root: ctx.store.root,
  }
}

async function askedFile(db: Queryable, rapatId: string, id: string, now: Date) {
  const row = isRowId(id) ? await findPaper(db, id) : null
  if (row === null || row.rapatId !== rapatId || row.storedName === null || row.expiresAt <= now) return null
  const { kind, format, opdId, storedName } = row
  if (kind === 'laporan') return null
  return { kind, format, opdId, storedName }
}

async function keptFile(db: Queryable, rapatId: string, number: number) {
  const row = (await listSealedPapers(db, rapatId)).find(one => one.number === number)
  return row && ({ kind: 'notula', format: 'pdf', opdId: null, storedName: row.storedName } as const)
}
