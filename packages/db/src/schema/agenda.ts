import { PROPOSAL_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { agendaItem } from './notula'
import { opd } from './opd'
import { person } from './person'
import { rapat } from './rapat'
import { series } from './series'

/** A topic that an OPD proposes for the next rapat of a series. */
export const agendaProposal = pgTable(
  'agenda_proposal',
  {
    id: uuid('id').primaryKey(),
    seriesId: uuid('series_id')
      .notNull()
      .references(() => series.id),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    minutes: integer('minutes'),
    /** Who presents it. */
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => person.id),
    proposedAt: instant('proposed_at').notNull(),
    state: text('state', { enum: PROPOSAL_STATES }).notNull().default('open'),
    /** Why it was returned. */
    note: text('note'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    /** The item that it became. */
    rapatId: uuid('rapat_id').references(() => rapat.id),
    itemId: text('item_id'),
  },
  table => [
    index('agenda_proposal_series').on(table.seriesId, table.state),
    index('agenda_proposal_opd').on(table.opdId),
    check('agenda_proposal_state', sql.raw(inCodes('state', PROPOSAL_STATES))),
    check('agenda_proposal_minutes', sql`minutes between 1 and 1440`),
    check('agenda_proposal_note', sql`state <> 'returned' or btrim(note) <> ''`),
    check('agenda_proposal_decided', sql`(state = 'open') = (decided_at is null)`),
    check(
      'agenda_proposal_item',
      sql`(rapat_id is null) = (item_id is null) and (rapat_id is null or state = 'accepted')`,
    ),
  ],
)

/** An item of the agenda that was left to the next rapat of the series. */
export const agendaPostponement = pgTable(
  'agenda_postponement',
  {
    rapatId: uuid('rapat_id').notNull(),
    itemId: text('item_id').notNull(),
    reason: text('reason').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.itemId] }),
    foreignKey({
      name: 'agenda_postponement_item',
      columns: [table.rapatId, table.itemId],
      foreignColumns: [agendaItem.rapatId, agendaItem.itemId],
    }),
    check('agenda_postponement_reason', sql`btrim(reason) <> ''`),
  ],
)

/** Into which item of which rapat it came; on the side of the rapat that took it, since the other may be frozen. */
export const carriedAgenda = pgTable(
  'carried_agenda',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    itemId: text('item_id').notNull(),
    fromRapatId: uuid('from_rapat_id').notNull(),
    fromItemId: text('from_item_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.itemId] }),
    foreignKey({
      name: 'carried_agenda_postponement',
      columns: [table.fromRapatId, table.fromItemId],
      foreignColumns: [agendaPostponement.rapatId, agendaPostponement.itemId],
    }),
    index('carried_agenda_from').on(table.fromRapatId, table.fromItemId),
  ],
)

/**
 * The list of what earlier rapat had left to do, as it stood when this one was ratified: what is computed until then is
 * kept with the record. Only ever added.
 */
export const carriedRecord = pgTable('carried_record', {
  rapatId: uuid('rapat_id')
    .primaryKey()
    .references(() => rapat.id),
  list: jsonb('list').$type<unknown>().notNull(),
})
