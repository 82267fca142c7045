import { HOLIDAY_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, date, pgTable, text } from 'drizzle-orm/pg-core'
import { inCodes } from './columns'

/** Days on which offices do not work, beside Sabtu and Minggu; one day is one holiday. */
export const holiday = pgTable(
  'holiday',
  {
    date: date('date', { mode: 'string' }).primaryKey(),
    name: text('name').notNull(),
    kind: text('kind', { enum: HOLIDAY_KINDS }).notNull(),
  },
  () => [
    check('holiday_name', sql`btrim(name) <> ''`),
    check('holiday_kind', sql.raw(inCodes('kind', HOLIDAY_KINDS))),
  ],
)
