import {
  type AuditFilter,
  chainHead,
  findLink,
  isAuditGuarded,
  lastSignature,
  listAuditActors,
  listAuditRapat,
  listAuditRows,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { addDays, fromWib } from '@mufakat/domain'
import { recordAudit } from './audit'
import type { ServiceContext } from './context'
import { authorise, inTransaction } from './context'
import { type AuditFilterInput, SYSTEM } from './inputs'
import { sameBytes } from './records/audit-chain'

const PAGE = 50
const CSV_PAGE = 500
/** In a list to choose from; older ones are found through their own page. */
const MOST_RAPAT = 200
const HOUR_MS = 3_600_000
/** The portal signs every few minutes: after this something keeps it from it. */
const LATE_MS = HOUR_MS

export interface AuditEntryView {
  readonly number: number
  readonly at: Date
  /** Null: the system. */
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly action: string
  readonly rapat: { readonly id: string; readonly title: string } | null
  readonly subject: { readonly id: string; readonly name: string | null } | null
  readonly details: Readonly<Record<string, unknown>>
  /** Hash of the link, in hex. */
  readonly hash: string
}

/** How the chain stands, as far as one look tells; `npm run verify-records` looks at all of it. */
export interface AuditState {
  readonly verdict: 'signed' | 'late' | 'unsigned' | 'broken'
  readonly entries: number
  readonly unsigned: number
  readonly last: { readonly at: Date; readonly number: number; readonly keyId: string } | null
  /** The apps cannot change it: false where they connect as the owner of the database. */
  readonly isGuarded: boolean
}

const filterOf = ({ actor, action, rapatId, from, until }: AuditFilterInput): AuditFilter => ({
  ...(actor !== null && { actor: actor === SYSTEM ? ('system' as const) : { personId: actor } }),
  ...(action !== null && { action }),
  ...(rapatId !== null && { rapatId }),
  ...(from !== null && { from: fromWib(from, '00:00') }),
  ...(until !== null && { until: fromWib(addDays(until, 1), '00:00') }),
})

const viewOf = (row: Awaited<ReturnType<typeof listAuditRows>>[number]): AuditEntryView => ({
  number: row.number,
  at: row.at,
  actor: row.actorId === null ? null : { id: row.actorId, name: row.actorName ?? '' },
  action: row.action,
  rapat: row.rapatId === null ? null : { id: row.rapatId, title: row.rapatTitle ?? '' },
  subject: row.subjectId === null ? null : { id: row.subjectId, name: row.subjectName },
  details: row.details,
  hash: Buffer.from(row.hash).toString('hex'),
})

/** A page of entries, newest first, from before a number on; `next` is where the page after begins. */
export async function listAudit(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { filter: AuditFilterInput; before: number | null },
): Promise<{ entries: AuditEntryView[]; next: number | null }> {
  authorise(actor, 'audit.read')
  const { before } = input
  const rows = await listAuditRows(ctx.database.db, {
    filter: filterOf(input.filter),
    before,
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  return {
    entries: shown.map(viewOf),
    next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  }
}

/** What one can filter by. */
export async function auditChoices(ctx: ServiceContext, actor: Actor | null) {
  authorise(actor, 'audit.read')
  const [people, rapat] = await Promise.all([
    listAuditActors(ctx.database.db),
    listAuditRapat(ctx.database.db, MOST_RAPAT),
  ])
  return { people, rapat }
}

export async function auditState(ctx: ServiceContext, actor: Actor | null): Promise<AuditState> {
  authorise(actor, 'audit.read')
  const { db, sql } = ctx.database
  const [head, last, isGuarded] = await Promise.all([chainHead(db), lastSignature(db), isAuditGuarded(sql)])
  const entries = head?.number ?? 0
  const unsigned = Math.max(0, entries - (last?.number ?? 0))
  const told = {
    entries,
    unsigned,
    isGuarded,
    last: last === null ? null : { at: last.at, number: last.number, keyId: last.keyId },
  }
  if (last === null) return { ...told, verdict: 'unsigned' }
  const signed = await findLink(db, last.number)
  if (signed === null || !sameBytes(signed.hash, last.hash)) return { ...told, verdict: 'broken' }
  const age = ctx.clock.now().getTime() - last.at.getTime()
  const isLate = age > (unsigned > 0 ? LATE_MS : 25 * HOUR_MS)
  return { ...told, verdict: isLate ? 'late' : 'signed' }
}

/**
 * Every entry that the filter lets through, newest first, as they are read. Taking them along leaves an entry of its
 * own, which is written before the first is read and not among them.
 */
export async function exportAudit(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AuditFilterInput,
): Promise<AsyncIterable<AuditEntryView>> {
  authorise(actor, 'audit.read')
  const until = (await chainHead(ctx.database.db))?.number ?? 0
  await inTransaction(ctx, tx =>
    recordAudit(tx, {
      at: ctx.clock.now(),
      actorId: actor.personId,
      action: 'audit.export',
      details: { filter: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) },
    }),
  )
  return entriesUntil(ctx, filterOf(input), until)
}

async function* entriesUntil(
  ctx: ServiceContext,
  filter: AuditFilter,
  until: number,
): AsyncGenerator<AuditEntryView> {
  for (let before = until + 1; ; ) {
    const rows = await listAuditRows(ctx.database.db, { filter, before, limit: CSV_PAGE })
    for (const row of rows) yield viewOf(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < CSV_PAGE) return
    before = last.number
  }
}
