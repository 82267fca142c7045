import { NOTICE_KINDS, NOTICE_MAIL, REMINDERS, type Tanggal } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { card } from './card'
import { inCodes, instant, sequence } from './columns'
import { person } from './person'
import { rapat } from './rapat'
import { opdReport } from './report'

/** What a notice knows beside what it is about: codes, ids and days, never text. */
export interface NoticeDetails {
  /** Of `changes`: what was done last, and by whom, the latest first. */
  readonly change?: { readonly kind: string; readonly details: Readonly<Record<string, unknown>> }
  readonly people?: readonly string[]
  /** Of the board, of the last change in it. */
  readonly revision?: number
  /** Where somebody was named. */
  readonly remarkId?: string
  readonly commentId?: string
  /** Of a reminder. */
  readonly due?: Tanggal
}

/** What somebody was told (docs/decisions/0022). */
export const notice = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Name of what happened, made from its ids: it is told somebody once. */
    event: text('event').notNull(),
    kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
    cardId: uuid('card_id').references(() => card.id),
    rapatId: uuid('rapat_id').references(() => rapat.id),
    reportId: uuid('report_id').references(() => opdReport.id),
    /** Who did it last; null: the clock. */
    byId: uuid('by_id').references(() => person.id),
    details: jsonb('details').$type<NoticeDetails>().notNull().default({}),
    /** How many changes are told by it. */
    merged: integer('merged').notNull().default(1),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    /** When a letter told of it as it is now. */
    mailedAt: instant('mailed_at'),
  },
  table => [
    unique('notice_once').on(table.personId, table.event),
    uniqueIndex('notice_open_changes')
      .on(table.personId, table.cardId)
      .where(sql`kind = 'changes' and read_at is null`),
    index('notice_inbox').on(table.personId, table.at),
    index('notice_unread').on(table.personId).where(sql`read_at is null`),
    index('notice_unmailed').on(table.personId, table.at).where(sql`read_at is null and mailed_at is null`),
    index('notice_read').on(table.readAt),
    index('notice_card').on(table.cardId),
    index('notice_by').on(table.byId),
    check('notice_kind', sql.raw(inCodes('kind', NOTICE_KINDS))),
    check('notice_about', sql`num_nonnulls(card_id, rapat_id, report_id) > 0`),
    check('notice_merged', sql`merged >= 1`),
  ],
)

/** Up to which activity of cards everybody was told: one row. */
export const noticeCursor = pgTable('notice_cursor', {
  id: text('id').primaryKey(),
  revision: sequence('revision').notNull(),
  activityId: uuid('activity_id').notNull(),
})

/** What the clock has said of a card and a tenggat of it. */
export const cardReminder = pgTable(
  'card_reminder',
  {
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    due: date('due', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: REMINDERS }).notNull(),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.cardId, table.due, table.kind] }),
    check('card_reminder_kind', sql.raw(inCodes('kind', REMINDERS))),
  ],
)

/** How notices come to somebody; who has no row has said nothing. */
export const noticeSetting = pgTable(
  'notice_setting',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    mail: text('mail', { enum: NOTICE_MAIL }).notNull().default('digest'),
    /** Of the clock of the regency. */
    hour: integer('hour').notNull().default(7),
    workdaysOnly: boolean('workdays_only').notNull().default(false),
    quietFrom: integer('quiet_from').notNull().default(20),
    quietTo: integer('quiet_to').notNull().default(6),
    updatedAt: instant('updated_at').notNull(),
  },
  () => [
    check('notice_setting_mail', sql.raw(inCodes('mail', NOTICE_MAIL))),
    check(
      'notice_setting_hours',
      sql`hour between 0 and 23 and quiet_from between 0 and 23 and quiet_to between 0 and 23`,
    ),
  ],
)

/** A rapat of whose cards somebody wants to hear no more than they must. */
export const rapatMute = pgTable(
  'rapat_mute',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.personId, table.rapatId] }),
    index('rapat_mute_rapat').on(table.rapatId),
  ],
)
