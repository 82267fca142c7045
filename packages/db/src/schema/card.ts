import {
  ACTIVITY_KINDS,
  type ActivityDetails,
  type ActivityKind,
  EVIDENCE_STATES,
  PRIORITIES,
  STRATEGIES,
  TINDAK_LANJUT_STATUSES,
} from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { inCodes, instant, ranked, sequence } from './columns'
import { file } from './file'
import { tindakLanjut } from './notula'
import { opd } from './opd'
import { person } from './person'
import { rapat } from './rapat'

/** How often something on a board has changed; the row is what its changes queue for. */
export const board = pgTable('board', {
  id: text('id').primaryKey(),
  revision: sequence('revision').notNull(),
})

/**
 * A tindak lanjut as it is worked on. What a rapat decided stands in `tindak_lanjut` and is frozen with the notula; what
 * holds now, and how far it is, stands here (docs/decisions/0021).
 */
export const card = pgTable(
  'card',
  {
    id: uuid('id').primaryKey(),
    /** Null: no rapat has decided it; it was added on the board. */
    rapatId: uuid('rapat_id').references(() => rapat.id),
    lineId: text('line_id'),
    title: text('title').notNull(),
    ownerOpdId: uuid('owner_opd_id').references(() => opd.id),
    jabatan: text('jabatan'),
    /** The tenggat that holds now: the decided one, until it is postponed. */
    due: date('due', { mode: 'string' }),
    priority: text('priority', { enum: PRIORITIES }),
    strategy: text('strategy', { enum: STRATEGIES }),
    status: text('status', { enum: TINDAK_LANJUT_STATUSES }).notNull().default('belum'),
    finishedAt: instant('finished_at'),
    /** In hundredths, as its OPD says. */
    progress: integer('progress').notNull().default(0),
    /** Its place among all (domain, PP1). */
    rank: ranked('rank').notNull().unique(),
    /** Of the board, when it last changed (domain, PP2). */
    revision: sequence('revision').notNull(),
    /** Its line is gone from the notula, or somebody has put it away. */
    removedAt: instant('removed_at'),
    /** Null: read out of a notula. */
    createdBy: uuid('created_by').references(() => person.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  table => [
    unique('card_line').on(table.rapatId, table.lineId),
    foreignKey({
      name: 'card_of_line',
      columns: [table.rapatId, table.lineId],
      foreignColumns: [tindakLanjut.rapatId, tindakLanjut.lineId],
    }),
    index('card_revision').on(table.revision),
    index('card_owner').on(table.ownerOpdId, table.due),
    check('card_from', sql`(rapat_id is null) = (line_id is null)`),
    check('card_by_somebody', sql`(rapat_id is null) = (created_by is not null)`),
    check('card_title', sql`rapat_id is not null or btrim(title) <> ''`),
    check('card_status', sql.raw(inCodes('status', TINDAK_LANJUT_STATUSES))),
    check('card_finished', sql`status = 'selesai' or finished_at is null`),
    check('card_priority', sql.raw(inCodes('priority', PRIORITIES))),
    check('card_strategy', sql.raw(inCodes('strategy', STRATEGIES))),
    check('card_progress', sql`progress between 0 and 100`),
  ],
)

/** Bukti dukung of a card: where it lies, who handed it in, what was said to it. Rows are added; only the judgement is written later. */
export const cardEvidence = pgTable(
  'card_evidence',
  {
    id: uuid('id').primaryKey(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    /** What it is, in words. */
    title: text('title').notNull(),
    /** Where it lies: an address, or an attached file. */
    url: text('url'),
    fileId: uuid('file_id').references(() => file.id),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
    state: text('state', { enum: EVIDENCE_STATES }).notNull().default('diajukan'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    /** Why it was sent back. */
    note: text('note').notNull().default(''),
  },
  table => [
    index('card_evidence_card').on(table.cardId, table.addedAt),
    check('card_evidence_state', sql.raw(inCodes('state', EVIDENCE_STATES))),
    check('card_evidence_title', sql`btrim(title) <> ''`),
    check('card_evidence_place', sql`num_nonnulls(url, file_id) = 1`),
    check('card_evidence_decided', sql`(state = 'diajukan') = (decided_at is null)`),
    check('card_evidence_decided_by', sql`(decided_at is null) = (decided_by is null)`),
    check('card_evidence_note', sql`state <> 'dikembalikan' or btrim(note) <> ''`),
  ],
)

/** What was done at whose command, so that one that comes twice is done once. Kept for some days. */
export const cardCommand = pgTable(
  'card_command',
  {
    /** Made by who commands. */
    id: uuid('id').primaryKey(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    /** Of the board, when it was done. */
    revision: sequence('revision').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  table => [index('card_command_at').on(table.at), index('card_command_card').on(table.cardId)],
)

/** Everything that happened to a card, by whom and why. Only added to, in the order of revisions. */
export const cardActivity = pgTable(
  'card_activity',
  {
    id: uuid('id').primaryKey(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    /** Of the board, when it happened. */
    revision: sequence('revision').notNull(),
    at: instant('at').notNull(),
    /** Null: the notula, or the clock. */
    personId: uuid('person_id').references(() => person.id),
    kind: text('kind', { enum: ACTIVITY_KINDS }).notNull(),
    /** Codes, ids, dates and numbers; never a text. */
    details: jsonb('details').$type<ActivityDetails[ActivityKind]>().notNull(),
    reason: text('reason').notNull().default(''),
  },
  table => [
    index('card_activity_revision').on(table.revision),
    index('card_activity_card').on(table.cardId, table.revision),
    index('card_activity_person').on(table.personId),
    check('card_activity_kind', sql.raw(inCodes('kind', ACTIVITY_KINDS))),
  ],
)
