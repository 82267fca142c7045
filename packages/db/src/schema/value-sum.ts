import {
  boolean,
  date,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { indicator } from './indicator'

const sum = (name: string) => numeric(name, { mode: 'number' })

/**
 * What the values that hold come to in each kecamatan, put together anew by a trigger in the transaction that says one
 * (migration 0032): pages look at sums of 151 desa over years, and values come a few times in a triwulan. Nothing else
 * writes it.
 */
export const valueSum = pgTable(
  'value_sum',
  {
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** What was stated of kecamatan, or of desa in them. */
    level: text('level', { enum: ['kecamatan', 'desa'] }).notNull(),
    districtCode: text('district_code').notNull(),
    year: smallint('year').notNull(),
    quarter: smallint('quarter').notNull(),
    /** Null where none is there. */
    value: sum('value'),
    valueCount: integer('value_count').notNull(),
    /** Of rows with a denominator above zero. */
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    ratioCount: integer('ratio_count').notNull(),
    rowCount: integer('row_count').notNull(),
    isNowhere: boolean('is_nowhere').notNull(),
    isFinal: boolean('is_final').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    definitionVersion: integer('definition_version').notNull(),
  },
  table => [
    primaryKey({
      columns: [table.indicatorId, table.level, table.districtCode, table.year, table.quarter],
    }),
  ],
)
