import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { person } from './person'
import { rapat } from './rapat'

/** The letter that invites to a rapat: what it says beside the facts of the rapat, and what the invited were told last. */
export const invitation = pgTable(
  'invitation',
  {
    rapatId: uuid('rapat_id')
      .primaryKey()
      .references(() => rapat.id),
    number: text('number').notNull().default(''),
    letterDate: date('letter_date', { mode: 'string' }),
    /** Sifat, lampiran, hal, dasar, catatan and tembusan of the official form. */
    nature: text('nature').notNull().default(''),
    attachments: text('attachments').notNull().default(''),
    subject: text('subject').notNull().default(''),
    basis: text('basis').notNull().default(''),
    note: text('note').notNull().default(''),
    copies: text('copies').array().notNull().default(sql`'{}'`),
    signerId: uuid('signer_id').references(() => person.id),
    signerTitle: text('signer_title').notNull().default(''),
    /** Pangkat/golongan. */
    signerRank: text('signer_rank').notNull().default(''),
    /** Grows with every change of the letter; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    /** Of the event in calendars: set when it is first sent, and the same for good. */
    uid: text('uid'),
    /** SEQUENCE of the event in calendars: grows with every change that is told. */
    sequence: integer('sequence').notNull().default(0),
    firstSentAt: instant('first_sent_at'),
    lastToldAt: instant('last_told_at'),
    /** Standing and facts of the rapat as they were told last. */
    told: jsonb('told').$type<Record<string, unknown>>(),
  },
  () => [
    check('invitation_sent', sql`(first_sent_at is null) = (told is null)`),
    check('invitation_sent_uid', sql`(first_sent_at is null) = (uid is null)`),
    check('invitation_sequence', sql`sequence >= 0`),
  ],
)

/** Who has been told of a rapat, and still counts on it: one letter each, whatever they are invited as. */
export const invitationRecipient = pgTable(
  'invitation_recipient',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => invitation.rapatId),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** SEQUENCE of the last letter. */
    toldSequence: integer('told_sequence').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.personId] }),
    index('invitation_recipient_person').on(table.personId),
  ],
)
