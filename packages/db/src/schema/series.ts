import { CADENCES, type StandingItem } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, time, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { jabatan } from './jabatan'
import { opd } from './opd'
import { person } from './person'

/** Rapat that repeat: what the next one starts from. Never deleted: one that has ended becomes inactive. */
export const series = pgTable(
  'series',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    cadence: text('cadence', { enum: CADENCES }).notNull(),
    /** Days of a series with dates of its own, YYYY-MM-DD. */
    dates: jsonb('dates').$type<readonly string[]>().notNull(),
    /** Title of its rapat; `[triwulan]` and `[bulan]` become those of the rapat. */
    title: text('title').notNull(),
    plannedMinutes: integer('planned_minutes'),
    startTime: time('start_time', { precision: 0 }),
    place: text('place').notNull().default(''),
    /** Standing items; as many and as long as the form allows. */
    agenda: jsonb('agenda').$type<readonly StandingItem[]>().notNull(),
    /** Who chairs: whoever exercises a jabatan on the day, or a person. */
    chairJabatanId: uuid('chair_jabatan_id').references(() => jabatan.id),
    chairId: uuid('chair_id').references(() => person.id),
    notulisJabatanId: uuid('notulis_jabatan_id').references(() => jabatan.id),
    notulisId: uuid('notulis_id').references(() => person.id),
    active: boolean('active').notNull().default(true),
    isExample: boolean('is_example').notNull().default(false),
    /** Grows with every change; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  () => [
    check('series_cadence', sql.raw(inCodes('cadence', CADENCES))),
    check('series_planned', sql`planned_minutes between 1 and 1440`),
    check('series_chair', sql`num_nonnulls(chair_jabatan_id, chair_id) <= 1`),
    check('series_notulis', sql`num_nonnulls(notulis_jabatan_id, notulis_id) <= 1`),
    check('series_agenda', sql`jsonb_typeof(agenda) = 'array' and jsonb_array_length(agenda) <= 100`),
    check('series_dates', sql`jsonb_typeof(dates) = 'array' and jsonb_array_length(dates) <= 100`),
  ],
)

/** OPD that are invited each time. */
export const seriesOpd = pgTable(
  'series_opd',
  {
    seriesId: uuid('series_id')
      .notNull()
      .references(() => series.id),
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
  },
  table => [primaryKey({ columns: [table.seriesId, table.opdId] })],
)

/** People who are guests each time. */
export const seriesPerson = pgTable(
  'series_person',
  {
    seriesId: uuid('series_id')
      .notNull()
      .references(() => series.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    canWrite: boolean('can_write').notNull().default(false),
  },
  table => [primaryKey({ columns: [table.seriesId, table.personId] })],
)
