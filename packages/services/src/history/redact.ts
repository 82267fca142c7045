import {
  chainHash,
  type DocumentHead,
  listLogRows,
  listVersionStates,
  lockHead,
  purgeRemovedFacts,
  type Queryable,
  replaceHistory,
  ringDocument,
  type TimedRow,
  type Tx,
} from '@mufakat/db'
import { createNotulaDoc, PassageFinder, purgeUpdate, readNotula, type Units } from '@mufakat/doc-model'
import type { Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { decodeParts, encodeParts, GENESIS_HASH } from '@mufakat/protocol'
import * as Y from 'yjs'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import type { PassageInput } from '../inputs'
import { projectNotula } from '../project-notula'
import { lockedRapatFor, rapatFor } from '../rapat-access'
import { headOf } from './document-at'
import { namesOf, peopleOfLeases } from './read-history'
import type { PassageView } from './views'

/*
 * A passage is taken out of a notula and of all its history, for good. Invariants:
 * 1. All or nothing, under the lock of the head: log, versions, snapshot, facts and the entry are one transaction.
 * 2. The document goes on as another lineage: every hash is made anew from the beginning, because one over what was
 *    could be tried against all numbers a person can have. Whoever holds a position of the old one starts anew.
 * 3. Neither the passage nor anything made of it is written down: the entry says how long it was and where it stood.
 * 4. What was done is looked at before it is committed: a passage that can still be found undoes the transaction.
 */

type Versions = Awaited<ReturnType<typeof listVersionStates>>

interface History {
  readonly rows: readonly TimedRow[]
  readonly versions: Versions
}

const historyOf = async (db: Queryable, head: DocumentHead): Promise<History> => ({
  rows: await listLogRows(db, { documentId: head.documentId, after: 0, upTo: head.seq }),
  versions: await listVersionStates(db, head.documentId),
})

/** Where a passage stands or ever stood, for somebody to see before they take it out. */
export async function findPassage(
  ctx: ServiceContext,
  actor: Actor | null,
  input: PassageInput,
): Promise<PassageView> {
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'riwayat.redact', input.rapatId)
  const head = await headOf(db, documentId)
  const history = await historyOf(db, head)
  const finders = search(history, input.passage)
  const leases = await peopleOfLeases(db, documentId)
  const moments = new Map(history.rows.map(({ seq, at }) => [seq, at]))
  const names = await namesOf(db, leases.values())
  const seen = new Map<string, PassageView['occurrences'][number]>()
  for (const finder of finders)
    for (const occurrence of finder.occurrences) {
      const authors = new Set(occurrence.units.map(unit => leases.get(unit.client) ?? ''))
      seen.set(JSON.stringify(occurrence.units), {
        item: itemTitleOf(finder.doc, occurrence.root),
        at: moments.get(occurrence.seq) ?? null,
        people: [...authors].flatMap(id => names.get(id) ?? []),
        shown: finder.isShown(occurrence),
      })
    }
  const named = history.versions.filter(version => version.name?.includes(input.passage)).length
  return { length: input.passage.length, occurrences: [...seen.values()], named }
}

/** @throws AppError `invalid-input` when the passage is nowhere */
export async function redactPassage(
  ctx: ServiceContext,
  actor: Actor | null,
  input: PassageInput,
): Promise<void> {
  const documentId = await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'riwayat.redact', input.rapatId)
    const head = defined(await lockHead(tx, row.documentId, 'update'), 'document of a rapat')
    const before = await historyOf(tx, head)
    const finders = search(before, input.passage)
    const count = finders.reduce((sum, finder) => sum + finder.occurrences.length, 0)
    const named = before.versions.some(version => version.name?.includes(input.passage))
    if (count === 0 && !named)
      throw new AppError('invalid-input', 'passage', { fields: { passage: 'field.not-in-notula' } })
    const places = finders.flatMap(finder =>
      finder.occurrences.map(({ root }) => itemIdOf(finder.doc, root) ?? ''),
    )
    await rewrite(tx, ctx.clock.now(), head, before, { finders, passage: input.passage })
    await projectAgain(tx, ctx.clock.now(), { rapatId: row.id, head, passage: input.passage })
    await recordAudit(tx, {
      at: ctx.clock.now(),
      actorId: actor?.personId ?? null,
      action: 'riwayat.redact',
      rapatId: row.id,
      details: { length: input.passage.length, count, items: [...new Set(places.filter(Boolean))] },
    })
    return head.documentId
  })
  await ringDocument(ctx.database.sql, documentId)
}

/** One search per stored state, and one through the log from where it begins. */
function search({ rows, versions }: History, passage: string): PassageFinder[] {
  const stated = versions.flatMap(({ seq, state }) => {
    if (state === null) return []
    const finder = new PassageFinder(passage)
    finder.take([Y.convertUpdateFormatV2ToV1(state)], seq)
    return [{ finder }]
  })
  // Rows are thinned out up to the newest state, so that the log goes on from there.
  const through = stated.at(-1)?.finder ?? new PassageFinder(passage)
  for (const { seq, parts } of rows)
    through.take(
      decodeParts(parts).map(part => part.bytes),
      seq,
    )
  return [...stated.slice(0, -1).map(({ finder }) => finder), through]
}

async function rewrite(
  tx: Tx,
  now: Date,
  head: DocumentHead,
  { rows, versions }: History,
  { finders, passage }: { finders: readonly PassageFinder[]; passage: string },
): Promise<void> {
  const units = together(finders)
  const states = new Map(
    versions.flatMap(({ id, state }) => (state === null ? [] : [[id, purgedState(state, units)] as const])),
  )
  const base = versions.findLast(({ state }) => state !== null)
  const baseState = states.get(base?.id ?? '')
  let previous = baseState === undefined ? GENESIS_HASH : chainHash(GENESIS_HASH, baseState)
  const left = rows.map(({ seq, parts }) => {
    const purged = encodeParts(
      decodeParts(parts).map(part => ({ ...part, bytes: purgeUpdate(part.bytes, units) })),
    )
    previous = chainHash(previous, purged)
    return { seq, parts: purged, hash: previous }
  })
  const hashes = new Map(left.map(({ seq, hash }) => [seq, hash]))
  // A row without edits says that there was a redaction, and moves the head for those who watch only that.
  const parts = encodeParts([])
  const last = {
    seq: head.seq + 1,
    parts,
    hash: chainHash(previous, parts),
    flushId: newId(now.getTime()),
    at: now,
  }
  await replaceHistory(tx, {
    documentId: head.documentId,
    lineage: newId(now.getTime()),
    rows: left,
    last,
    versions: versions.map(version => {
      const state = states.get(version.id) ?? null
      const hash = hashes.get(version.seq) ?? (state === null ? null : chainHash(GENESIS_HASH, state))
      return {
        id: version.id,
        name: version.name?.replaceAll(passage, '…') ?? null,
        hash: defined(hash, 'a version is a row or has a state'),
        state,
      }
    }),
  })
}

function together(finders: readonly PassageFinder[]): Units {
  const all = new Map<number, { from: number; to: number }[]>()
  for (const finder of finders)
    for (const [client, ranges] of finder.units) all.set(client, [...(all.get(client) ?? []), ...ranges])
  for (const [client, ranges] of all) {
    const merged: { from: number; to: number }[] = []
    for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1)
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
      else merged.push({ from, to })
    }
    all.set(client, merged)
  }
  return all
}

function purgedState(state: Uint8Array, units: Units): Uint8Array {
  const doc = createNotulaDoc()
  Y.applyUpdate(doc, purgeUpdate(Y.convertUpdateFormatV2ToV1(state), units))
  const purged = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return purged
}

/** Facts of what stands now; the content is read from the new history, in which the passage must not be found. */
async function projectAgain(
  tx: Tx,
  now: Date,
  { rapatId, head, passage }: { rapatId: string; head: DocumentHead; passage: string },
): Promise<void> {
  const finders = search(await historyOf(tx, { ...head, seq: head.seq + 1 }), passage)
  const through = defined(finders.at(-1), 'the search through the log')
  if (finders.some(finder => finder.occurrences.length > 0 || isPending(finder.doc)))
    throw new AppError('unexpected', 'the passage is still there')
  await projectNotula(tx, { rapatId, seq: head.seq + 1, content: readNotula(through.doc), now })
  await purgeRemovedFacts(tx, { rapatId, passage })
}

const isPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** The item in which a root type stands; a cell stands where its table's line does. */
function itemIdOf(doc: Y.Doc, root: string | null): string | null {
  const [kind, id] = root?.split(':') ?? []
  if (id === undefined) return null
  if (kind === 'item' || kind === 'title') return id
  const home = readNotula(doc).items.find(item => item.lines.some(line => line.id === id))
  return home?.id ?? null
}

function itemTitleOf(doc: Y.Doc, root: string | null): string | null {
  const id = itemIdOf(doc, root)
  return id === null ? null : doc.getText(`title:${id}`).toString()
}
