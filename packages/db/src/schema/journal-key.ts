import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './person'

/**
 * What the journal of unsent edits in a browser is encrypted with. Kept here and not there, so that another person
 * on the same device reads nothing; given to any live session of its person on that device.
 */
export const journalKey = pgTable(
  'journal_key',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Random, made by the browser profile and kept there. */
    deviceId: uuid('device_id').notNull(),
    /** AES-256-GCM. */
    key: bytea('key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.personId, table.deviceId] })],
)
