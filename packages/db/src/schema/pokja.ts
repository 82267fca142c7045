import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { opd } from './opd'
import { person } from './person'

/** A working group across OPD. Never deleted: one that is dissolved becomes inactive. */
export const pokja = pgTable('pokja', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull().unique(),
  chairId: uuid('chair_id').references(() => person.id),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(true),
  /** Grows with every change; a form that knows an older one is refused. */
  revision: integer('revision').notNull().default(1),
})

/** OPD that belong to a pokja. */
export const pokjaOpd = pgTable(
  'pokja_opd',
  {
    pokjaId: uuid('pokja_id')
      .notNull()
      .references(() => pokja.id),
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
  },
  table => [primaryKey({ columns: [table.pokjaId, table.opdId] })],
)

/** People who belong to a pokja for themselves. */
export const pokjaPerson = pgTable(
  'pokja_person',
  {
    pokjaId: uuid('pokja_id')
      .notNull()
      .references(() => pokja.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
  },
  table => [primaryKey({ columns: [table.pokjaId, table.personId] })],
)
