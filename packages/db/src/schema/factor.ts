import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './person'

/** A person's authenticator app. */
export const totpFactor = pgTable('totp_factor', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  /** Sealed by the application: a copy of this table makes no codes. */
  secret: bytea('secret').notNull(),
  createdAt: instant('created_at').notNull(),
  /** Null until its first code has shown that the app has the secret: no factor before. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the newest code that was taken; none at or before it is taken again. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
})

/** Codes for when the device is away. Long enough that a hash alone keeps them. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** SHA-256 over person and code. */
    hash: bytea('hash').notNull(),
    usedAt: instant('used_at'),
  },
  table => [primaryKey({ columns: [table.personId, table.hash] })],
)

/** A WebAuthn credential: as second factor, and on its own when it knows its person. */
export const passkey = pgTable(
  'passkey',
  {
    /** Credential id, base64url. */
    id: text('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** What its person calls it. */
    name: text('name').notNull(),
    /** COSE. */
    publicKey: bytea('public_key').notNull(),
    /** Grows with each use where the authenticator counts; 0 where it does not. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull().default(sql`'{}'`),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  table => [index('passkey_person').on(table.personId)],
)

/** Somebody whose password was right and who owes the second factor. Opens nothing. */
export const pendingSignIn = pgTable(
  'pending_sign_in',
  {
    /** SHA-256 of the token in the cookie. */
    tokenHash: bytea('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    expiresAt: instant('expires_at').notNull(),
  },
  table => [index('pending_sign_in_person').on(table.personId)],
)

/** What was taken once and is not taken again while it could still be believed: challenges of passkeys, states. */
export const spentToken = pgTable('spent_token', {
  hash: bytea('hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
})

/** Who somebody is at a provider of identities. */
export const identityLink = pgTable(
  'identity_link',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('identity_link_person').on(table.personId),
  ],
)
