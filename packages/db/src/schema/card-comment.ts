import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { card } from './card'
import { instant } from './columns'
import { person } from './person'
import type { StoredMention } from './remark'

/** A comment on a card. Its row stays when it is removed, without its text (domain, BD6). */
export const cardComment = pgTable(
  'card_comment',
  {
    id: uuid('id').primaryKey(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    body: text('body').notNull(),
    /** Of these only who may read the card. */
    mentions: jsonb('mentions').$type<readonly StoredMention[]>().notNull().default([]),
    editedAt: instant('edited_at'),
    removedAt: instant('removed_at'),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at'),
  },
  table => [
    index('card_comment_card').on(table.cardId, table.at),
    index('card_comment_author').on(table.authorId),
    index('card_comment_settler').on(table.settledBy),
    check('card_comment_body', sql`(removed_at is null) = (btrim(body) <> '')`),
    check('card_comment_settled', sql`(settled_at is null) = (settled_by is null)`),
  ],
)
