import { HOLDING_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { inCodes } from './columns'
import { opd } from './opd'
import { person } from './person'

/** A post in an OPD; work is assigned to it, whoever holds it. */
export const jabatan = pgTable(
  'jabatan',
  {
    id: uuid('id').primaryKey(),
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
    name: text('name').notNull(),
    /** The head of the OPD, who speaks for it. */
    isHead: boolean('is_head').notNull().default(false),
    position: integer('position').notNull().default(0),
    active: boolean('active').notNull().default(true),
    /** Grows with every change; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
  },
  table => [index('jabatan_opd').on(table.opdId)],
)

/** Who holds a jabatan from when to when (both days included), and how. */
export const jabatanHolding = pgTable(
  'jabatan_holding',
  {
    id: uuid('id').primaryKey(),
    jabatanId: uuid('jabatan_id')
      .notNull()
      .references(() => jabatan.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: HOLDING_KINDS }).notNull(),
    from: date('from_date', { mode: 'string' }).notNull(),
    until: date('until_date', { mode: 'string' }),
  },
  table => [
    index('jabatan_holding_jabatan').on(table.jabatanId, table.from),
    index('jabatan_holding_person').on(table.personId, table.from),
    check('jabatan_holding_kind', sql.raw(inCodes('kind', HOLDING_KINDS))),
    check('jabatan_holding_dates', sql`until_date is null or until_date >= from_date`),
  ],
)
