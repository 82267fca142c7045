import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './columns'

/**
 * A live document: the head of its log. The head is what a commit locks and compares, so that sequences are
 * dense and nobody appends to a state they had not seen.
 */
export const document = pgTable('document', {
  id: uuid('id').primaryKey(),
  /** What its content means; so far only 'notula'. */
  kind: text('kind').notNull(),
  /** 'open' takes edits; 'closed' takes none (the notula is ratified, the rapat cancelled). */
  state: text('state', { enum: ['open', 'closed'] })
    .notNull()
    .default('open'),
  /** Changes when the log is not a continuation of what clients may hold (restored backup, redaction). */
  lineage: uuid('lineage').notNull(),
  headSeq: bigint('head_seq', { mode: 'number' }).notNull(),
  headHash: bytea('head_hash').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})

/** The truth: one row per document and flush, never changed. Format: `@mufakat/protocol`, log-format. */
export const documentLog = pgTable(
  'document_log',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Of the statement that wrote it: tells whether a commit whose answer was lost took place. */
    flushId: uuid('flush_id').notNull(),
    parts: bytea('parts').notNull(),
    /** SHA-256 over the hash of the row before and `parts`. */
    hash: bytea('hash').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.documentId, table.seq] })],
)

/** A Yjs clientID of a document, for life one person's. Authorship is read from here. */
export const documentLease = pgTable(
  'document_lease',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    personId: uuid('person_id').notNull(),
    /** The session it was given to; null for edits made by the server for a person. */
    sessionId: text('session_id'),
    /**
     * Grows each time a connection takes the lease up: of two, the older one no longer holds it. 0: a spare that
     * nobody has taken up yet.
     */
    epoch: integer('epoch').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Set when a frame was refused: nothing more is taken under it. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  table => [primaryKey({ columns: [table.documentId, table.clientId] }), index().on(table.personId)],
)

/** A cache: the document at a sequence, so that opening does not read the whole log. May be deleted. */
export const documentSnapshot = pgTable('document_snapshot', {
  documentId: uuid('document_id')
    .primaryKey()
    .references(() => document.id),
  lineage: uuid('lineage').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  /** Of the row at `seq`. */
  hash: bytea('hash').notNull(),
  /** Yjs state, v2 encoding. */
  state: bytea('state').notNull(),
  stateVector: bytea('state_vector').notNull(),
  /** SHA-256 of what is stored (queries/snapshot.ts); null in snapshots from before it was kept. */
  contentHash: bytea('content_hash'),
  /** Newest logged frame of every lease, encoded as varint pairs: what rows up to `seq` would say. */
  frames: bytea('frames').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
})

/**
 * Which running nodes have a document open, so that a bell is rung only for others. Soft state: a row whose
 * `seenAt` is old means nothing; losing the table costs a poll's time.
 */
export const documentNode = pgTable(
  'document_node',
  {
    documentId: uuid('document_id').notNull(),
    nodeId: uuid('node_id').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.documentId, table.nodeId] }), index().on(table.nodeId)],
)
