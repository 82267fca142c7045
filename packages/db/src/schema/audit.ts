import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { person } from './person'
import { rapat } from './rapat'

/** Who changed what and when, written in the transaction of the change. Only ever added to. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    /** Null when the system itself acted. */
    actorId: uuid('actor_id').references(() => person.id),
    action: text('action').notNull(),
    rapatId: uuid('rapat_id').references(() => rapat.id),
    /** Id of the person, session or other thing, when it is not a rapat. */
    subjectId: text('subject_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  },
  table => [
    index('audit_entry_rapat').on(table.rapatId, table.at),
    index('audit_entry_actor').on(table.actorId, table.at),
  ],
)
