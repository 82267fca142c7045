import {
  findOwnPerson,
  listErasureRequests,
  listEveryHolding,
  listOwnAttendance,
  listOwnEntries,
  listOwnFactors,
  listOwnFileAccess,
  listOwnFiles,
  listOwnLinks,
  listOwnMail,
  listOwnRapat,
  listOwnRemarks,
  listOwnSessions,
  type Queryable,
} from '@mufakat/db'
import { authoredLines } from '@mufakat/doc-model'
import { AppError } from '@mufakat/kernel'
import { documentAt, headOf } from '../history/document-at'
import { peopleOfLeases } from '../history/read-history'
import type { OwnData } from './own-data-views'
import { collectOwnWork } from './own-work'

/** What a copy holds of each list that grows with what a person does: far above that of years. */
const MOST = 20_000

const iso = (moment: Date): string => moment.toISOString()
const isoOr = (moment: Date | null): string | null => moment?.toISOString() ?? null

/** Everything that is kept about a person. Reads whole documents: for a job. */
export async function collectOwnData(db: Queryable, personId: string, now: Date): Promise<OwnData> {
  const person = await findOwnPerson(db, personId)
  if (person === null) throw new AppError('not-found', 'person')
  const rapat = await listOwnRapat(db, personId)
  const attendance = await listOwnAttendance(db, personId)
  const texts = await ownTexts(db, personId, rapat)
  const holdings = await listEveryHolding(db, { personId })
  const sessions = await listOwnSessions(db, personId)
  const factors = await listOwnFactors(db, personId)
  const links = await listOwnLinks(db, personId)
  const letters = person.email === null ? [] : await listOwnMail(db, person.email)
  const entries = await listOwnEntries(db, { personId, limit: MOST })
  const files = await listOwnFiles(db, personId)
  const fetched = await listOwnFileAccess(db, { personId, limit: MOST })
  const requests = await listErasureRequests(db, { personId, limit: MOST })
  const remarks = await listOwnRemarks(db, { personId, limit: MOST })
  const work = await collectOwnWork(db, { personId, limit: MOST })
  const lists = { entries, fetched, texts, remarks, ...work }
  return {
    madeAt: iso(now),
    person: { ...person, createdAt: iso(person.createdAt) },
    jabatan: holdings.map(({ jabatan, opdName, kind, from, until }) => ({
      ...{ jabatan, opd: opdName, kind, from, until },
    })),
    sessions: sessions.map(({ createdAt, lastSeenAt, endedAt, address, userAgent }) => ({
      ...{ createdAt: iso(createdAt), lastSeenAt: iso(lastSeenAt), endedAt: isoOr(endedAt) },
      ...{ address, userAgent },
    })),
    factors: factors.map(({ kind, name, createdAt }) => ({ kind, name, createdAt: iso(createdAt) })),
    links: links.map(({ kind, email, createdAt, usedAt }) => ({
      ...{ kind, email, createdAt: iso(createdAt), usedAt: isoOr(usedAt) },
    })),
    letters: letters.map(({ template, state, createdAt, sentAt }) => ({
      ...{ template, state, createdAt: iso(createdAt), sentAt: isoOr(sentAt) },
    })),
    entries: entries.map(entry => ({ ...entry, at: iso(entry.at) })),
    rapat: rapat.map(row => ({ title: row.title, date: row.date, parts: partsOf(row, personId) })),
    attendance: attendance.map(one => ({
      ...one,
      arrivedAt: isoOr(one.arrivedAt),
      leftAt: isoOr(one.leftAt),
    })),
    texts: texts.slice(0, MOST),
    remarks: remarks.map(one => ({ ...one, at: iso(one.at) })),
    files: files.map(file => ({ ...file, addedAt: iso(file.addedAt), removedAt: isoOr(file.removedAt) })),
    fetched: fetched.map(({ at, file }) => ({ at: iso(at), file })),
    requests: requests.map(({ state, wish, askedAt, decidedAt, reason }) => ({
      ...{ state, wish, askedAt: iso(askedAt), decidedAt: isoOr(decidedAt), reason },
    })),
    ...work,
    shortened: Object.entries(lists).flatMap(([name, list]) => (list.length >= MOST ? [name] : [])),
  }
}

type OwnRapat = Awaited<ReturnType<typeof listOwnRapat>>[number]

function partsOf(row: OwnRapat, personId: string): OwnData['rapat'][number]['parts'] {
  const has = {
    chair: row.chairId === personId,
    notulis: row.notulisId === personId,
    guest: row.isGuest,
    maker: row.createdBy === personId,
    writer: row.hasWritten,
    signer: row.isSigner,
    told: row.isTold,
  }
  return (Object.keys(has) as (keyof typeof has)[]).filter(part => has[part])
}

/** What the person wrote, as far as it stands in the notula now; one document in memory at a time. */
async function ownTexts(db: Queryable, personId: string, rapat: readonly OwnRapat[]) {
  const texts: { rapat: string; item: string; text: string }[] = []
  for (const { title, documentId, hasWritten } of rapat) {
    if (!hasWritten || texts.length >= MOST) continue
    const people = await peopleOfLeases(db, documentId)
    const clients = new Set([...people].flatMap(([client, id]) => (id === personId ? [client] : [])))
    const head = await headOf(db, documentId)
    const doc = await documentAt(db, head, head.seq)
    for (const { item, text } of authoredLines(doc, clients)) texts.push({ rapat: title, item, text })
    doc.destroy()
  }
  return texts
}
