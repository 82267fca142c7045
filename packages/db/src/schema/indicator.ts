import { ACCUMULATIONS, DIRECTIONS, FREQUENCIES, LEVELS, ROLL_UPS, STRATEGIES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { amount, inCodes, instant } from './columns'
import { opd } from './opd'
import { person } from './person'

/** What is done against extreme poverty, under one of the three strategies. Never deleted: one that has ended becomes inactive. */
export const programme = pgTable(
  'programme',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    strategy: text('strategy', { enum: STRATEGIES }).notNull(),
    ownerOpdId: uuid('owner_opd_id')
      .notNull()
      .references(() => opd.id),
    description: text('description').notNull().default(''),
    /** Order in lists and on papers, within its strategy. */
    position: integer('position').notNull(),
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
    check('programme_name', sql`btrim(name) <> ''`),
    check('programme_strategy', sql.raw(inCodes('strategy', STRATEGIES))),
  ],
)

/** What is measured, as Satu Data wants it said. Its definition has versions of its own. */
export const indicator = pgTable(
  'indicator',
  {
    id: uuid('id').primaryKey(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programme.id),
    name: text('name').notNull(),
    /** Konsep, klasifikasi, ukuran of Satu Data. */
    concept: text('concept').notNull().default(''),
    classification: text('classification').notNull().default(''),
    measure: text('measure').notNull().default(''),
    unit: text('unit').notNull(),
    /** Digits behind the comma, as it is shown. */
    decimals: smallint('decimals').notNull().default(0),
    direction: text('direction', { enum: DIRECTIONS }).notNull(),
    level: text('level', { enum: LEVELS }).notNull(),
    rollUp: text('roll_up', { enum: ROLL_UPS }).notNull(),
    accumulation: text('accumulation', { enum: ACCUMULATIONS }).notNull(),
    frequency: text('frequency', { enum: FREQUENCIES }).notNull(),
    /** Of a ratio: its value is numerator / denominator times this, as 100 for percent; null: it is no ratio. */
    factor: amount('factor'),
    source: text('source').notNull(),
    ownerOpdId: uuid('owner_opd_id')
      .notNull()
      .references(() => opd.id),
    /** Data awal. */
    baseline: amount('baseline'),
    baselineDate: date('baseline_date', { mode: 'string' }),
    /** What no value may lie below or above; null: no limit. */
    lowest: amount('lowest'),
    highest: amount('highest'),
    /** Told on the public page and as open data. */
    isPublic: boolean('is_public').notNull().default(false),
    position: integer('position').notNull(),
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
  table => [
    index('indicator_programme').on(table.programmeId),
    index('indicator_owner').on(table.ownerOpdId),
    check('indicator_name', sql`btrim(name) <> ''`),
    check('indicator_decimals', sql`decimals between 0 and 4`),
    check('indicator_direction', sql.raw(inCodes('direction', DIRECTIONS))),
    check('indicator_level', sql.raw(inCodes('level', LEVELS))),
    check('indicator_roll_up', sql.raw(inCodes('roll_up', ROLL_UPS))),
    check('indicator_accumulation', sql.raw(inCodes('accumulation', ACCUMULATIONS))),
    check('indicator_frequency', sql.raw(inCodes('frequency', FREQUENCIES))),
    check('indicator_factor', sql`factor > 0 and (roll_up <> 'rasio' or factor is not null)`),
    check('indicator_limits', sql`lowest <= highest`),
  ],
)

/** What an indicator means, since when; one that breaks the series can't be compared with what was before. Only added to. */
export const indicatorDefinition = pgTable(
  'indicator_definition',
  {
    id: uuid('id').primaryKey(),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** 1, 2, … */
    version: integer('version').notNull(),
    definition: text('definition').notNull(),
    /** The first triwulan that it holds for. */
    year: smallint('year').notNull(),
    quarter: smallint('quarter').notNull(),
    breaks: boolean('breaks').notNull().default(false),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    unique('indicator_definition_version').on(table.indicatorId, table.version),
    unique('indicator_definition_since').on(table.indicatorId, table.year, table.quarter),
    check('indicator_definition_quarter', sql`quarter between 1 and 4`),
    check('indicator_definition_said', sql`btrim(definition) <> ''`),
  ],
)

/** What is to be reached by the end of a triwulan, or, without one, of the year. */
export const indicatorTarget = pgTable(
  'indicator_target',
  {
    id: uuid('id').primaryKey(),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** Kemendagri code; empty: the whole kabupaten. */
    regionCode: text('region_code').notNull().default(''),
    year: smallint('year').notNull(),
    /** 1 to 4; 0: the year. */
    quarter: smallint('quarter').notNull(),
    value: amount('value').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => person.id),
    setAt: instant('set_at').notNull(),
  },
  table => [
    unique('indicator_target_of').on(table.indicatorId, table.regionCode, table.year, table.quarter),
    check('indicator_target_quarter', sql`quarter between 0 and 4`),
  ],
)
