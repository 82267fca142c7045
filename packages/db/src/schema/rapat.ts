import { NOTULA_STATES, RAPAT_STATUSES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  uuid,
} from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { document } from './log'
import { opd } from './opd'
import { person } from './person'
import { series } from './series'

/** A meeting of one triwulan. Never deleted: it is cancelled. */
export const rapat = pgTable(
  'rapat',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    year: integer('year').notNull(),
    quarter: integer('quarter').notNull(),
    /** Day and hour in WIB. */
    date: date('date', { mode: 'string' }),
    startTime: time('start_time', { precision: 0 }),
    plannedMinutes: integer('planned_minutes'),
    place: text('place').notNull().default(''),
    status: text('status', { enum: RAPAT_STATUSES }).notNull(),
    notulaState: text('notula_state', { enum: NOTULA_STATES }).notNull(),
    chairId: uuid('chair_id').references(() => person.id),
    notulisId: uuid('notulis_id').references(() => person.id),
    documentId: uuid('document_id')
      .notNull()
      .unique()
      .references(() => document.id),
    /** Null: a rapat by itself. */
    seriesId: uuid('series_id').references(() => series.id),
    /** The agenda item under which stands what earlier rapat of the series left to do. */
    carriedItemId: text('carried_item_id'),
    isExample: boolean('is_example').notNull().default(false),
    /** Grows with every change of this row; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  table => [
    index('rapat_triwulan').on(table.year, table.quarter, table.date),
    index('rapat_series').on(table.seriesId),
    index('rapat_status_date').on(table.status, table.date),
    check('rapat_status', sql.raw(inCodes('status', RAPAT_STATUSES))),
    check('rapat_notula_state', sql.raw(inCodes('notula_state', NOTULA_STATES))),
    check('rapat_quarter', sql`quarter between 1 and 4`),
    check('rapat_planned', sql`planned_minutes between 1 and 1440`),
    check(
      'rapat_scheduled',
      sql`status in ('draf', 'dibatalkan', 'ditunda') or (date is not null and start_time is not null)`,
    ),
  ],
)

/** OPD that are invited. */
export const rapatOpd = pgTable(
  'rapat_opd',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
  },
  table => [primaryKey({ columns: [table.rapatId, table.opdId] }), index('rapat_opd_opd').on(table.opdId)],
)

/** People invited for themselves, who see this rapat only. */
export const rapatGuest = pgTable(
  'rapat_guest',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    canWrite: boolean('can_write').notNull().default(false),
    /** Ids of the only agenda items they may write in; null: the whole notula. */
    itemIds: text('item_ids').array(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.personId] }),
    index('rapat_guest_person').on(table.personId),
  ],
)
