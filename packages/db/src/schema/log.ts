import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, sequence } from './columns'

/** The head of a live document's log. */
export const document = pgTable('document', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  state: text('state', { enum: ['open', 'closed'] }).notNull(),
  lineage: uuid('lineage').notNull(),
  headSeq: sequence('head_seq').notNull(),
  headHash: bytea('head_hash').notNull(),
})
