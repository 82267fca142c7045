import { ERASURE_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant } from './columns'
import { person } from './person'

/** A copy of what is kept about a person, that they asked for. Its bytes go when its time is over. */
export const dataExport = pgTable(
  'data_export',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    /** When it was written; null: a worker is still to do it. */
    readyAt: instant('ready_at'),
    /** Nothing is fetched from then on. */
    expiresAt: instant('expires_at').notNull(),
    /** JSON, packed and sealed (services/vault.ts); null before it is ready and after its time. */
    content: bytea('content'),
  },
  table => [
    index('data_export_person').on(table.personId, table.askedAt),
    // One at a time, also when it is asked for twice in the same moment.
    uniqueIndex('data_export_waiting').on(table.personId).where(sql`ready_at is null`),
    check('data_export_content', sql`content is null or ready_at is not null`),
  ],
)

/** A person's wish that what is kept about them is erased, and what an admin has decided. */
export const erasureRequest = pgTable(
  'erasure_request',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    state: text('state', { enum: ERASURE_STATES }).notNull().default('open'),
    /** In the person's own words; empty: nothing was said. */
    wish: text('wish').notNull(),
    askedAt: instant('asked_at').notNull(),
    decidedAt: instant('decided_at'),
    /** Who decided, or took it back. */
    decidedBy: uuid('decided_by').references(() => person.id),
    /** Why it was refused; empty otherwise. */
    reason: text('reason').notNull().default(''),
  },
  table => [
    index('erasure_request_state').on(table.state, table.askedAt),
    uniqueIndex('erasure_request_open').on(table.personId).where(sql`state = 'open'`),
    check('erasure_request_state_known', sql.raw(inCodes('state', ERASURE_STATES))),
    check('erasure_request_decided', sql`(state = 'open') = (decided_at is null)`),
    check('erasure_request_decided_by', sql`(decided_at is null) = (decided_by is null)`),
  ],
)
