import { LINK_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant } from './columns'
import { person } from './person'

/** A link that was given to somebody, to be used once. The token itself is only in the link. */
export const accountLink = pgTable(
  'account_link',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** SHA-256 of the token: a copy of this table opens no door. */
    tokenHash: bytea('token_hash').notNull().unique(),
    /** The address it makes the person's own, for a change of e-mail and an objection to one. */
    email: text('email'),
    /** Null: the person asked for it, or nobody did. */
    createdBy: uuid('created_by').references(() => person.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    voidedAt: instant('voided_at'),
  },
  table => [
    index('account_link_person').on(table.personId, table.createdAt),
    // A newer one voids the older, also when two are made in the same moment.
    uniqueIndex('account_link_open')
      .on(table.personId, table.kind)
      .where(sql`used_at is null and voided_at is null`),
    check('account_link_kind', sql.raw(inCodes('kind', LINK_KINDS))),
  ],
)
