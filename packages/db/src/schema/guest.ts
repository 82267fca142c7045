import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './person'
import { rapat } from './rapat'

/**
 * Somebody who is there for one rapat only and comes in by a link. They have no e-mail, NIP or password, are chosen
 * nowhere, and their name ends with "(tamu)" where it is stored, so that no page or paper can forget it.
 */
export const guest = pgTable(
  'guest',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    /** Whom they come from: what an OPD is to others. */
    agency: text('agency').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  table => [index('guest_rapat').on(table.rapatId)],
)

/** A link of a guest, which opens as often as they like until its time. The token itself is only in the link. */
export const guestLink = pgTable(
  'guest_link',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => guest.personId),
    /** SHA-256 of the token: a copy of this table opens no door. */
    tokenHash: bytea('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    voidedAt: instant('voided_at'),
  },
  table => [
    index('guest_link_person').on(table.personId, table.createdAt),
    // A newer one voids the older, also when two are made in the same moment.
    uniqueIndex('guest_link_open').on(table.personId).where(sql`voided_at is null`),
  ],
)
