import type { ProposalState } from '@mufakat/domain'
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { agendaPostponement, agendaProposal, carriedAgenda } from '../schema/agenda'
import { agendaItem } from '../schema/notula'
import { opd } from '../schema/opd'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'
import { series } from '../schema/series'

const proposalColumns = {
  id: agendaProposal.id,
  seriesId: agendaProposal.seriesId,
  seriesName: series.name,
  title: agendaProposal.title,
  reason: agendaProposal.reason,
  minutes: agendaProposal.minutes,
  opdId: opd.id,
  opdShortName: opd.shortName,
  opdName: opd.name,
  proposedBy: agendaProposal.proposedBy,
  proposedByName: person.name,
  proposedAt: agendaProposal.proposedAt,
  state: agendaProposal.state,
  note: agendaProposal.note,
  rapatId: agendaProposal.rapatId,
  itemId: agendaProposal.itemId,
  rapatStatus: rapat.status,
  rapatTitle: rapat.title,
}

/** Proposed topics of a series, of OPD or of a person, newest first. */
export const listProposalRows = (
  db: Queryable,
  filter: {
    id?: string
    seriesId?: string
    opdIds?: readonly string[]
    states?: readonly ProposalState[]
    limit?: number
  },
) =>
  db
    .select(proposalColumns)
    .from(agendaProposal)
    .innerJoin(series, eq(series.id, agendaProposal.seriesId))
    .innerJoin(opd, eq(opd.id, agendaProposal.opdId))
    .innerJoin(person, eq(person.id, agendaProposal.proposedBy))
    .leftJoin(rapat, eq(rapat.id, agendaProposal.rapatId))
    .where(
      and(
        filter.id === undefined ? undefined : eq(agendaProposal.id, filter.id),
        filter.seriesId === undefined ? undefined : eq(agendaProposal.seriesId, filter.seriesId),
        filter.opdIds === undefined ? undefined : inArray(agendaProposal.opdId, [...filter.opdIds]),
        filter.states === undefined ? undefined : inArray(agendaProposal.state, [...filter.states]),
      ),
    )
    .orderBy(desc(agendaProposal.proposedAt), desc(agendaProposal.id))
    .limit(filter.limit ?? 500)

export type ProposalRow = Awaited<ReturnType<typeof listProposalRows>>[number]

/** A proposal that nobody else decides about until the transaction ends. */
export async function lockProposal(tx: Tx, id: string): Promise<ProposalRow | null> {
  await tx
    .select({ id: agendaProposal.id })
    .from(agendaProposal)
    .where(eq(agendaProposal.id, id))
    .for('update')
  return (await listProposalRows(tx, { id }))[0] ?? null
}

export async function insertProposal(tx: Tx, row: typeof agendaProposal.$inferInsert): Promise<void> {
  await tx.insert(agendaProposal).values(row)
}

export async function updateProposal(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof agendaProposal.$inferInsert, 'id'>>,
): Promise<void> {
  await tx.update(agendaProposal).set(changes).where(eq(agendaProposal.id, id))
}

/** Into which rapat a postponed item came that was not cancelled since. */
const takenBy = sql<string | null>`(select c.rapat_id from carried_agenda c join rapat r on r.id = c.rapat_id
  where c.from_rapat_id = ${agendaPostponement.rapatId} and c.from_item_id = ${agendaPostponement.itemId}
    and r.status <> 'dibatalkan' limit 1)`

const postponementColumns = {
  rapatId: agendaPostponement.rapatId,
  itemId: agendaPostponement.itemId,
  title: agendaItem.title,
  minutes: agendaItem.minutes,
  presenter: agendaItem.presenter,
  position: agendaItem.position,
  reason: agendaPostponement.reason,
  byName: person.name,
  at: agendaPostponement.at,
  takenBy,
  rapatTitle: rapat.title,
  year: rapat.year,
  quarter: rapat.quarter,
  date: rapat.date,
}

const postponements = (db: Queryable) =>
  db
    .select(postponementColumns)
    .from(agendaPostponement)
    .innerJoin(
      agendaItem,
      and(
        eq(agendaItem.rapatId, agendaPostponement.rapatId),
        eq(agendaItem.itemId, agendaPostponement.itemId),
      ),
    )
    .innerJoin(rapat, eq(rapat.id, agendaPostponement.rapatId))
    .innerJoin(person, eq(person.id, agendaPostponement.by))

/** Items of a rapat that were left to the next one. */
export const listPostponedItems = (db: Queryable, rapatId: string) =>
  postponements(db)
    .where(eq(agendaPostponement.rapatId, rapatId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.itemId))

/** Items of a series that were left to the next rapat and are in none yet, the oldest first. */
export const listWaitingItems = (db: Queryable, seriesId: string) =>
  postponements(db)
    .where(
      and(
        eq(rapat.seriesId, seriesId),
        ne(rapat.status, 'dibatalkan'),
        isNull(agendaItem.removedAt),
        isNull(takenBy),
      ),
    )
    .orderBy(asc(rapat.year), asc(rapat.quarter), asc(rapat.date), asc(agendaItem.position))

export async function insertPostponement(tx: Tx, row: typeof agendaPostponement.$inferInsert): Promise<void> {
  await tx.insert(agendaPostponement).values(row)
}

/** Takes a postponement back, with what a cancelled rapat had of it. */
export async function deletePostponement(tx: Tx, { rapatId, itemId }: { rapatId: string; itemId: string }) {
  await tx
    .delete(carriedAgenda)
    .where(and(eq(carriedAgenda.fromRapatId, rapatId), eq(carriedAgenda.fromItemId, itemId)))
  await tx
    .delete(agendaPostponement)
    .where(and(eq(agendaPostponement.rapatId, rapatId), eq(agendaPostponement.itemId, itemId)))
}

export async function insertCarriedAgenda(
  tx: Tx,
  rows: (typeof carriedAgenda.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(carriedAgenda).values(rows)
}
