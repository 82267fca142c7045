import { APPROVAL_ROLES, KOREKSI_STATES, REVIEW_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant, sequence } from './columns'
import { person } from './person'
import { rapat } from './rapat'

/** What became of a notula under review: submitted, sent back, taken back. Only ever added to. */
export const notulaReview = pgTable(
  'notula_review',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    kind: text('kind', { enum: REVIEW_KINDS }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    /** Where the document stood. */
    headSeq: sequence('head_seq').notNull(),
    /** Why it was sent back. */
    note: text('note').notNull().default(''),
  },
  table => [
    index('notula_review_rapat').on(table.rapatId, table.at),
    check('notula_review_kind', sql.raw(inCodes('kind', REVIEW_KINDS))),
    check('notula_review_note', sql`kind <> 'dikembalikan' or note <> ''`),
  ],
)

/**
 * Who has approved what. Whether it still holds is computed (domain, V2); nothing here says so. Only ever added to.
 * Of a Koreksi: the head that was sealed, the hash of the correction, the hash of the record it corrects.
 */
export const notulaApproval = pgTable(
  'notula_approval',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    /** 0: the notula; from 1: the Koreksi of that number. */
    number: integer('number').notNull(),
    role: text('role', { enum: APPROVAL_ROLES }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    headSeq: sequence('head_seq').notNull(),
    contentHash: bytea('content_hash').notNull(),
    partsHash: bytea('parts_hash').notNull(),
  },
  table => [
    index('notula_approval_rapat').on(table.rapatId, table.number, table.at),
    check('notula_approval_role', sql.raw(inCodes('role', APPROVAL_ROLES))),
    check('notula_approval_number', sql`number >= 0`),
  ],
)

/**
 * What was ratified, as text; that it is here freezes what it names (docs/decisions/0017). Only ever added to.
 */
export const sealedRecord = pgTable(
  'sealed_record',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    /** 0: the notula; from 1: the Koreksi of that number. */
    number: integer('number').notNull(),
    /** JSON with sorted keys, byte for byte: services/sealing. */
    text: text('text').notNull(),
    /** SHA-256 of `text` in UTF-8. */
    hash: bytea('hash').notNull(),
    /** Made of the hash (domain, V8); opens `/periksa`. */
    code: text('code').notNull().unique(),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.number] }),
    check('sealed_record_number', sql`number >= 0`),
    check('sealed_record_code', sql`code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'`),
  ],
)

/** A correction of what is sealed, from its proposal on. */
export const koreksi = pgTable(
  'koreksi',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    number: integer('number').notNull(),
    state: text('state', { enum: KOREKSI_STATES }).notNull(),
    reason: text('reason').notNull(),
    /** Canonical JSON of the changes: the hash that is approved is over it. */
    changes: text('changes').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => person.id),
    proposedAt: instant('proposed_at').notNull(),
    /** Who sent it back or withdrew it. */
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    /** Why it was sent back. */
    note: text('note').notNull().default(''),
  },
  table => [
    // One is open at a time, so that its number is known when it is proposed.
    uniqueIndex('koreksi_open').on(table.rapatId).where(sql`state = 'diajukan'`),
    uniqueIndex('koreksi_number')
      .on(table.rapatId, table.number)
      .where(sql`state in ('diajukan', 'disahkan')`),
    index('koreksi_rapat').on(table.rapatId, table.number),
    check('koreksi_state', sql.raw(inCodes('state', KOREKSI_STATES))),
    check('koreksi_number_from_one', sql`number >= 1`),
    check('koreksi_decided', sql`(state = 'diajukan') = (decided_at is null)`),
    check('koreksi_decided_by', sql`(decided_at is null) = (decided_by is null)`),
  ],
)
