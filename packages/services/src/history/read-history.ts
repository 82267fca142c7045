import {
  type DocumentHead,
  findLogRow,
  findPeople,
  listLeasePeople,
  listLogRows,
  listVersions,
  type Queryable,
  type TimedRow,
} from '@mufakat/db'
import { compareNotula } from '@mufakat/doc-model'
import { type Actor, stretchesOf, type WorkRow } from '@mufakat/domain'
import { decodeParts } from '@mufakat/protocol'
import type { ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import { headOf, readingAt } from './document-at'
import type { NotulaVersion, VersionComparison, VersionView, WhoView } from './views'

/** Whose each clientID of a document is. */
export async function peopleOfLeases(db: Queryable, documentId: string): Promise<Map<number, string>> {
  const leases = await listLeasePeople(db, documentId)
  return new Map(leases.map(({ clientId, personId }) => [clientId, personId]))
}

export async function namesOf(db: Queryable, personIds: Iterable<string>): Promise<Map<string, WhoView>> {
  const people = await findPeople(db, [...new Set(personIds)])
  return new Map(people.map(({ id, name }) => [id, { id, name }]))
}

/** Whose edits are in each row. */
export const workRows = (rows: readonly TimedRow[], leases: ReadonlyMap<number, string>): WorkRow[] =>
  rows.map(({ seq, at, parts }) => ({
    seq,
    at,
    personIds: decodeParts(parts).flatMap(part => leases.get(part.lease) ?? []),
  }))

/** The versions of a notula, newest first: stretches of people's work, and the points that somebody named. */
export async function notulaVersions(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<VersionView[]> {
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'riwayat.read', rapatId)
  const head = await headOf(db, documentId)
  const [rows, leases, versions] = await Promise.all([
    listLogRows(db, { documentId, after: 0, upTo: head.seq }),
    peopleOfLeases(db, documentId),
    listVersions(db, documentId),
  ])
  const stretches = stretchesOf(
    workRows(rows, leases),
    new Set(versions.flatMap(version => (version.name === null ? [] : version.seq))),
  )
  const names = await namesOf(
    db,
    stretches.flatMap(stretch => stretch.people.map(({ personId }) => personId)),
  )
  const work = stretches.map(({ fromSeq, toSeq, from, to, people }) => ({
    kind: 'work' as const,
    fromSeq,
    seq: toSeq,
    from,
    to,
    people: people.flatMap(({ personId }) => names.get(personId) ?? []),
  }))
  const points = versions.map(({ id, seq, name, at, madeBy, madeByName }) =>
    name === null
      ? { kind: 'kept' as const, id, seq, at }
      : {
          kind: 'named' as const,
          id,
          seq,
          name,
          at,
          by: madeBy === null ? null : { id: madeBy, name: madeByName ?? '' },
        },
  )
  // A name stands above the work it names.
  return [...points, ...work].sort((a, b) => b.seq - a.seq)
}

/** The notula as it was after a sequence of its log. */
export async function notulaVersion(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { rapatId: string; seq: number },
): Promise<NotulaVersion> {
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'riwayat.read', input.rapatId)
  return versionOf(db, await headOf(db, documentId), input.seq)
}

/** What makes one version out of another; without `to`: what was done since. */
export async function compareVersions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { rapatId: string; from: number; to: number | null },
): Promise<VersionComparison> {
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'riwayat.read', input.rapatId)
  const head = await headOf(db, documentId)
  const from = await versionOf(db, head, input.from)
  const to = await versionOf(db, head, input.to ?? head.seq)
  return { from, to, comparison: compareNotula(from.content, to.content) }
}

async function versionOf(db: Queryable, head: DocumentHead, seq: number): Promise<NotulaVersion> {
  const { documentId } = head
  const [content, row, versions] = await Promise.all([
    readingAt(db, head, seq),
    findLogRow(db, { documentId, seq }),
    listVersions(db, documentId),
  ])
  const same = versions.filter(version => version.seq === seq)
  return {
    seq,
    headSeq: head.seq,
    content,
    at: row?.at ?? same[0]?.at ?? null,
    names: same.flatMap(version => version.name ?? []),
  }
}
