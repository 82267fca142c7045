import {
  type DocumentHead,
  listLogMoments,
  listLogRows,
  listVersions,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { type Actor, busiestFirst, dayIn, stretchesOf, type Zone } from '@mufakat/domain'
import { decodeParts } from '@mufakat/protocol'
import type { ServiceContext } from '../context'
import { peopleOverTime } from '../people'
import { rapatFor } from '../rapat-access'
import { zoneOf } from '../settings/today'
import type { PersonRef } from '../views'
import { headOf } from './document-at'
import { peopleOfLeases } from './read-history'
import { type Moment, type Step, stepsOf } from './timeline-steps'
import type { Timeline, TimelineEntry } from './views'

/** Entries of a page. */
const SHOWN = 40

/** An entry before its people are known: `rows` wrote it, or `personIds` did it. */
type Drawn = { readonly seq: number; readonly at: Date; readonly id: string } & (
  | { readonly kind: 'work'; readonly fromSeq: number; readonly from: Date }
  | { readonly kind: 'named'; readonly name: string; readonly madeBy: string | null }
  | { readonly kind: 'kept' }
  | { readonly kind: 'step'; readonly step: Step }
)

/**
 * A page of what became of a notula, newest first: stretches of people's work, points that somebody named, and what was
 * done with it as a whole. Of a long log only the moments are read, and the bytes of what the page shows.
 */
export async function notulaTimeline(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { rapatId: string; before: string | null; onlyNamed: boolean },
): Promise<Timeline> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'riwayat.read', input.rapatId)
  const head = await headOf(db, rapat.documentId)
  const drawn = await drawnOf(db, rapat, head)
  const wanted = input.onlyNamed ? drawn.filter(one => one.kind === 'named') : drawn
  // What is not there (any more) begins anew at the newest.
  const begin = wanted.findIndex(one => one.id === input.before) + 1
  const page = wanted.slice(begin, begin + SHOWN)
  return {
    entries: await entriesOf(db, rapat.documentId, page, await zoneOf(ctx)),
    older: begin + SHOWN < wanted.length ? (page.at(-1)?.id ?? null) : null,
    namedCount: drawn.filter(one => one.kind === 'named').length,
    headSeq: head.seq,
  }
}

async function drawnOf(db: Queryable, rapat: RapatRow, head: DocumentHead): Promise<Drawn[]> {
  const { documentId } = rapat
  const moments: Moment[] = await listLogMoments(db, { documentId, upTo: head.seq })
  const [versions, steps] = await Promise.all([
    listVersions(db, documentId),
    stepsOf(db, rapat, { moments, headSeq: head.seq }),
  ])
  const ends = new Set([
    ...versions.flatMap(({ seq, name }) => (name === null ? [] : seq)),
    // What was brought back stands by itself, so that the point before it can be brought back in turn.
    ...steps.flatMap(({ step, seq }) =>
      step === 'dipulihkan' ? [seq - 1, seq] : step === 'gugur' ? [] : seq,
    ),
  ])
  const work = stretchesOf(
    moments.filter(one => one.hasEdits),
    ends,
  )
  const drawn: Drawn[] = [
    ...versions.map(({ id, seq, at, name, madeBy }) =>
      name === null
        ? ({ kind: 'kept', id, seq, at } as const)
        : ({ kind: 'named', id, seq, at, name, madeBy } as const),
    ),
    ...steps.map(step => ({ kind: 'step', id: step.id, seq: step.seq, at: step.at, step }) as const),
    ...work.map(
      ({ fromSeq, toSeq, from, to }) =>
        ({ kind: 'work', id: `baris-${toSeq}`, fromSeq, seq: toSeq, from, at: to }) as const,
    ),
  ]
  return drawn.sort(newestFirst)
}

/** What was done with a text stands above the work that made it. */
function newestFirst(a: Drawn, b: Drawn): number {
  if (a.seq !== b.seq) return b.seq - a.seq
  if ((a.kind === 'work') !== (b.kind === 'work')) return a.kind === 'work' ? 1 : -1
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)
}

const rowsOf = (one: Drawn): { from: number; to: number } | null => {
  if (one.kind === 'work') return { from: one.fromSeq, to: one.seq }
  return one.kind === 'step' && one.step.row !== null ? { from: one.step.row, to: one.step.row } : null
}

const doersOf = (one: Drawn): readonly string[] => {
  if (one.kind === 'named') return one.madeBy === null ? [] : [one.madeBy]
  return one.kind === 'step' ? one.step.personIds : []
}

async function entriesOf(
  db: Queryable,
  documentId: string,
  page: readonly Drawn[],
  zone: Zone,
): Promise<TimelineEntry[]> {
  const leases = await peopleOfLeases(db, documentId)
  const doers = new Map<string, readonly string[]>()
  for (const one of page) {
    const rows = rowsOf(one)
    if (rows === null) doers.set(one.id, doersOf(one))
    else {
      const written = await listLogRows(db, { documentId, after: rows.from - 1, upTo: rows.to })
      const edits = written.flatMap(({ parts }) => decodeParts(parts).map(({ lease }) => leases.get(lease)))
      doers.set(one.id, busiestFirst(edits.flatMap(id => id ?? [])))
    }
  }
  const personOn = await peopleOverTime(db, [...doers.values()].flat())
  return page.map(one => {
    const day = dayIn(zone, one.at)
    return entryOf(
      one,
      (doers.get(one.id) ?? []).flatMap(id => personOn(id, day) ?? []),
    )
  })
}

function entryOf(one: Drawn, people: readonly PersonRef[]): TimelineEntry {
  const { id, seq, at } = one
  if (one.kind === 'named') return { kind: 'named', id, seq, at, name: one.name, by: people[0] ?? null }
  if (one.kind === 'kept') return { kind: 'kept', id, seq, at }
  if (one.kind === 'work') return { kind: 'work', id, seq, at, fromSeq: one.fromSeq, from: one.from, people }
  const { step, roles, number, note, fromSeq } = one.step
  return { kind: 'step', id, seq, at, step, people, roles, number, note, fromSeq }
}
