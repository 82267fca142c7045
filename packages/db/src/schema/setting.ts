import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'

/** Facts of this installation that an administrator changes: name of the regency, mark of a demo. */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  /** One more at each change: a form that was filled from an older one is a conflict. */
  revision: integer('revision').notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
})

/**
 * The link that makes the first admin, as long as there is nobody: at most one row. The token itself is only on the
 * screen of who started the system.
 */
export const setupLink = pgTable('setup_link', {
  /** SHA-256 of the token: a copy of this table opens no door. */
  tokenHash: bytea('token_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
})
