import { LOCALES, ROLES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
    role: text('role', { enum: ROLES }).notNull(),
    /** Argon2id in PHC form; null cannot sign in. */
    passwordHash: text('password_hash'),
    locale: text('locale', { enum: LOCALES }).notNull().default('id'),
    active: boolean('active').notNull().default(true),
    isExample: boolean('is_example').notNull().default(false),
    /** Grows with every change an admin makes; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  () => [
    check('person_role', sql.raw(inCodes('role', ROLES))),
    check('person_locale', sql.raw(inCodes('locale', LOCALES))),
    check('person_email', sql`email = lower(email)`),
    check('person_nip', sql`nip ~ '^[0-9]{18}$'`),
  ],
)
