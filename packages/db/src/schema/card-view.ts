import { CARD_VIEWS, SHARINGS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { opd } from './opd'
import { person } from './person'

/** A filter of tindak lanjut, and how its view is put, that somebody has kept (domain, PV3, PV4). */
export const savedFilter = pgTable(
  'saved_filter',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    name: text('name').notNull(),
    view: text('view', { enum: CARD_VIEWS }).notNull(),
    /** As an address says it, without the mark before it. */
    query: text('query').notNull(),
    shared: text('shared', { enum: SHARINGS }).notNull(),
    /** Whose people read it; null: it is not shared with an OPD. */
    opdId: uuid('opd_id').references(() => opd.id),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    index('saved_filter_person').on(table.personId),
    index('saved_filter_shared').on(table.shared, table.opdId),
    check('saved_filter_name', sql`btrim(name) <> ''`),
    check('saved_filter_view', sql.raw(inCodes('view', CARD_VIEWS))),
    check('saved_filter_sharing', sql.raw(inCodes('shared', SHARINGS))),
    check('saved_filter_opd', sql`(shared = 'opd') = (opd_id is not null)`),
  ],
)

/** A table that somebody has pasted into the board: the same one goes in once (PV6). */
export const cardPaste = pgTable(
  'card_paste',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** SHA-256 of its rows and what its columns are, as base64url. */
    mark: text('mark').notNull(),
    added: integer('added').notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.personId, table.mark] })],
)
