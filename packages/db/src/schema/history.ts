import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, sequence } from './columns'
import { document } from './log'
import { person } from './person'

/** A point of a document's log that stays: one that a person named, or a periodic one (without a name). */
export const documentVersion = pgTable(
  'document_version',
  {
    id: uuid('id').primaryKey(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id),
    lineage: uuid('lineage').notNull(),
    seq: sequence('seq').notNull(),
    /** Of the row at `seq`. */
    hash: bytea('hash').notNull(),
    name: text('name'),
    /** Null: the system made it. */
    madeBy: uuid('made_by').references(() => person.id),
    at: instant('at').notNull(),
    /** Yjs state, v2 encoding, once the rows that would make it were thinned out; null before. */
    state: bytea('state'),
    /** SHA-256 of what is stored (queries/snapshot.ts), where there is a state. */
    contentHash: bytea('content_hash'),
  },
  table => [index('document_version_document').on(table.documentId, table.seq)],
)

/** What a person did with a sentence that was offered back (Kalimat terselamatkan): offered until then. */
export const documentRescue = pgTable(
  'document_rescue',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id),
    /** Names the sentence within the document: who wrote it and where in the log. */
    key: text('key').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    outcome: text('outcome', { enum: ['restored', 'dismissed'] }).notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.documentId, table.key, table.personId] })],
)
