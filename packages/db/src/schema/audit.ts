import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
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
    index('audit_entry_action').on(table.action, table.at),
    index('audit_entry_at').on(table.at),
  ],
)

/**
 * The place of each entry in the chain, written by a trigger when its transaction commits (docs/decisions/0010). Numbers
 * go up by one from 1; each hash covers the entry and the hash before it.
 */
export const auditLink = pgTable('audit_link', {
  number: bigint('number', { mode: 'number' }).primaryKey(),
  entryId: uuid('entry_id')
    .notNull()
    .unique()
    .references(() => auditEntry.id),
  /** SHA-256. */
  hash: bytea('hash').notNull(),
})

/** What the chain's head was at a time, signed with a key that the database does not have. */
export const auditSignature = pgTable('audit_signature', {
  /** From 1, without gaps. */
  seq: integer('seq').primaryKey(),
  number: bigint('number', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
  at: instant('at').notNull(),
  keyId: text('key_id').notNull(),
  /** Ed25519. */
  signature: bytea('signature').notNull(),
})
