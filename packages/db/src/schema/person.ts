import { GOLONGAN, LOCALES, ROLES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'

/** A person with an account, or one who only appears on papers (no password). */
export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email').unique(),
    /** 18 digits without spaces. */
    nip: text('nip').unique(),
    /** Null: PPPK, or no ASN. */
    golongan: text('golongan', { enum: GOLONGAN }),
    /** "+" and digits; given by the person, for the organisers of a rapat. */
    phone: text('phone'),
    role: text('role', { enum: ROLES }).notNull(),
    /** Argon2id in PHC form; null cannot sign in. */
    passwordHash: text('password_hash'),
    locale: text('locale', { enum: LOCALES }).notNull().default('id'),
    active: boolean('active').notNull().default(true),
    isExample: boolean('is_example').notNull().default(false),
    /** Grows with every change an admin makes; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    /** When what is kept about them was erased at their wish, and their number among those. */
    erasedAt: instant('erased_at'),
    erasedNumber: integer('erased_number'),
  },
  table => [
    check('person_role', sql.raw(inCodes('role', ROLES))),
    check('person_locale', sql.raw(inCodes('locale', LOCALES))),
    check('person_email', sql`email = lower(email)`),
    check('person_golongan', sql.raw(inCodes('golongan', GOLONGAN))),
    check('person_nip', sql`nip ~ '^[0-9]{18}$'`),
    check('person_phone', sql`phone ~ '^[+][0-9]{8,15}$'`),
    uniqueIndex('person_erased').on(table.erasedNumber),
    check('person_erased_number', sql`(erased_at is null) = (erased_number is null)`),
    // Nothing by which they could come in, or be reached.
    check(
      'person_erased_whole',
      sql`erased_at is null or (not active and email is null and phone is null and password_hash is null)`,
    ),
  ],
)
