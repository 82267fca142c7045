import { REMARK_KINDS, REMARK_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant, sequence } from './columns'
import { person } from './person'
import { rapat } from './rapat'

/** Somebody or an OPD that a text names with an @, by how it is written there. */
export interface StoredMention {
  readonly kind: 'person' | 'opd'
  readonly id: string
  readonly label: string
}

/** A remark or a suggested wording beside a notula. Never deleted. */
export const remark = pgTable(
  'remark',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    kind: text('kind', { enum: REMARK_KINDS }).notNull(),
    /** Which words it is about, as `doc-model` names them. */
    anchor: jsonb('anchor').$type<unknown>().notNull(),
    /** These words as they stood when it was made; empty: a line as a whole. */
    quote: text('quote').notNull(),
    body: text('body').notNull(),
    /** The other wording; null: it suggests none. */
    proposal: text('proposal'),
    mentions: jsonb('mentions').$type<readonly StoredMention[]>().notNull().default([]),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    state: text('state', { enum: REMARK_STATES }).notNull().default('terbuka'),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at'),
    note: text('note').notNull().default(''),
    /** Row of the log that a suggestion became. */
    seq: sequence('seq'),
  },
  table => [
    index('remark_rapat').on(table.rapatId, table.at),
    index('remark_author').on(table.authorId),
    check('remark_kind', sql.raw(inCodes('kind', REMARK_KINDS))),
    check('remark_state', sql.raw(inCodes('state', REMARK_STATES))),
    check('remark_proposal', sql`(kind = 'usulan') = (proposal is not null)`),
    check('remark_settled', sql`(state = 'terbuka') = (settled_at is null)`),
  ],
)

/** An answer under a remark. */
export const remarkReply = pgTable(
  'remark_reply',
  {
    id: uuid('id').primaryKey(),
    remarkId: uuid('remark_id')
      .notNull()
      .references(() => remark.id),
    body: text('body').notNull(),
    mentions: jsonb('mentions').$type<readonly StoredMention[]>().notNull().default([]),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  table => [
    index('remark_reply_remark').on(table.remarkId, table.at),
    index('remark_reply_author').on(table.authorId),
  ],
)
