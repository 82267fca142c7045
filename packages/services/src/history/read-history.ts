import {
  type DocumentHead,
  findLogRow,
  findPeople,
  listLeasePeople,
  listVersions,
  type Queryable,
} from '@mufakat/db'
import { compareNotula } from '@mufakat/doc-model'
import type { Actor } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import { headOf, readingAt } from './document-at'
import type { NotulaVersion, VersionComparison, WhoView } from './views'

/** Whose each clientID of a document is. */
export async function peopleOfLeases(db: Queryable, documentId: string): Promise<Map<number, string>> {
  const leases = await listLeasePeople(db, documentId)
  return new Map(leases.map(({ clientId, personId }) => [clientId, personId]))
}

export async function namesOf(db: Queryable, personIds: Iterable<string>): Promise<Map<string, WhoView>> {
  const people = await findPeople(db, [...new Set(personIds)])
  return new Map(people.map(({ id, name }) => [id, { id, name }]))
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
