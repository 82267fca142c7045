import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './person'

/** A signed-in browser. The token itself is only in its cookie. */
export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the token: a copy of this table opens no door. */
    tokenHash: bytea('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Absolute end, however busy the session is. */
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    /** Network the sign-in came from (IPv6 cut to /64). */
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    /** A second factor was part of this sign-in, here or at the provider that vouched for it. */
    hasSecondFactor: boolean('has_second_factor').notNull().default(false),
    /** Whom its admin looks at the portal as, and until when. Stays until the end of it has its entry. */
    viewingPersonId: uuid('viewing_person_id').references(() => person.id),
    viewingUntil: instant('viewing_until'),
  },
  table => [
    index('session_person').on(table.personId, table.createdAt),
    index('session_viewing').on(table.viewingUntil).where(sql`viewing_person_id is not null`),
    check('session_viewing', sql`(viewing_person_id is null) = (viewing_until is null)`),
  ],
)

/** Leaky buckets of failed attempts; `key` is a hash, so that the table names nobody. */
export const rateBucket = pgTable(
  'rate_bucket',
  {
    key: bytea('key').primaryKey(),
    /** Failures not yet drained, at `updatedAt`. */
    level: doublePrecision('level').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Nothing is taken before this moment. */
    blockedUntil: instant('blocked_until'),
    /** Hash of the account it counts for at one network, so that its person can be told and helped. */
    account: bytea('account'),
    /** Failures since the last success, and when the first of them was. */
    failures: integer('failures').notNull().default(0),
    since: instant('since'),
  },
  table => [
    index('rate_bucket_updated').on(table.updatedAt),
    index('rate_bucket_account').on(table.account).where(sql`account is not null`),
  ],
)
