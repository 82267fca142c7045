import { LOCALES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'

/**
 * `waiting` for a worker (also between two attempts) → `sending` while one is at it → `sent`, or `failed` when nobody
 * will try again by themselves.
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** A letter that an event of the system asked for. Written in the event's own transaction. */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    /** Name of what happened; the same thing is told once. */
    event: text('event').notNull().unique(),
    template: text('template').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    recipient: text('recipient').notNull(),
    /** What the template needs, links included; null as soon as nobody needs it any more. */
    data: jsonb('data').$type<Record<string, unknown>>(),
    state: text('state', { enum: MAIL_STATES }).notNull().default('waiting'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** After it the letter is of no use to its reader. */
    expiresAt: instant('expires_at'),
    /** Fixed with the first attempt, so that every later one is the same letter to who receives it. */
    messageId: text('message_id'),
    attempts: integer('attempts').notNull().default(0),
    /** Attempts of which nobody knows whether the letter was taken: their process died, or the line did. */
    unknownOutcomes: integer('unknown_outcomes').notNull().default(0),
    attemptedAt: instant('attempted_at'),
    sentAt: instant('sent_at'),
    /** Of the last attempt, redacted. */
    lastError: text('last_error'),
  },
  table => [
    index('mail_state').on(table.state, table.createdAt),
    check('mail_state_known', sql.raw(inCodes('state', MAIL_STATES))),
    check('mail_locale', sql.raw(inCodes('locale', LOCALES))),
    // No header can be made of it, whatever a caller forgets.
    check('mail_recipient', sql`recipient ~ '^[A-Za-z0-9_.+\\x27-]+@[A-Za-z0-9.-]+$'`),
    check('mail_sent', sql`(state = 'sent') = (sent_at is not null)`),
  ],
)
