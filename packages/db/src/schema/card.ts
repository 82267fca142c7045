import {
  ACTIVITY_KINDS,
  type ActivityDetails,
  type ActivityKind,
  EVIDENCE_STATES,
  MAX_SUBTASKS,
  PRIORITIES,
  REPEATS,
  STRATEGIES,
  type Subtask,
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { amount, inCodes, instant, ranked, sequence } from './columns'
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
    /** What is to be done, in many words. */
    description: text('description').notNull().default(''),
    startDate: date('start_date', { mode: 'string' }),
    /** What hinders it. */
    kendala: text('kendala').notNull().default(''),
    /** What is to be reached, what was reached, and of what. */
    target: amount('target'),
    realisasi: amount('realisasi'),
    unit: text('unit').notNull().default(''),
    subtasks: jsonb('subtasks').$type<readonly Subtask[]>().notNull().default([]),
    /** OPD that help; they read it. */
    supporterIds: uuid('supporter_ids').array().notNull().default([]),
    /** Copies of one card that comes again have one; null: it does not. */
    repeatId: uuid('repeat_id'),
    /** Of the newest copy alone: how often the next one comes, and its day of the month. */
    repeatEvery: text('repeat_every', { enum: REPEATS }),
    repeatDay: integer('repeat_day'),
    /** First day of the month or triwulan that a copy is for. */
    repeatPeriod: date('repeat_period', { mode: 'string' }),
    /** First day of the last one in which it was told that no copy was made. */
    repeatTold: date('repeat_told', { mode: 'string' }),
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
    check('card_subtasks', sql.raw(`jsonb_array_length(subtasks) <= ${MAX_SUBTASKS}`)),
    // What keeps one open copy, whoever makes it or opens an old one again.
    uniqueIndex('card_repeat_open')
      .on(table.repeatId)
      .where(sql`removed_at is null and status in ('belum', 'berjalan', 'menunggu_verifikasi')`),
    uniqueIndex('card_repeat_next').on(table.repeatId).where(sql`repeat_every is not null`),
    check('card_repeat_every', sql.raw(inCodes('repeat_every', REPEATS))),
    check(
      'card_repeat_day',
      sql`(repeat_day is null) = (repeat_every is null) and repeat_day between 1 and 31`,
    ),
    check('card_repeat_of', sql`(repeat_id is null) = (repeat_period is null)`),
    check('card_repeat_own', sql`repeat_id is null or rapat_id is null`),
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

/** A tenggat that was given anew, or an OPD whose work it is now: with the reason, the first of them the decided. Only added to. */
export const cardPostponement = pgTable(
  'card_postponement',
  {
    id: uuid('id').primaryKey(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    /** Null: there was none. */
    from: date('from_date', { mode: 'string' }),
    to: date('to_date', { mode: 'string' }),
    fromOpdId: uuid('from_opd_id').references(() => opd.id),
    toOpdId: uuid('to_opd_id').references(() => opd.id),
    reason: text('reason').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    /** The rapat in which it was agreed; null: outside of any. */
    duringRapatId: uuid('during_rapat_id').references(() => rapat.id),
  },
  table => [
    index('card_postponement_card').on(table.cardId, table.at),
    check('card_postponement_one', sql`num_nonnulls(to_date, to_opd_id) = 1`),
    check(
      'card_postponement_other',
      sql`to_date is distinct from from_date or to_opd_id is distinct from from_opd_id`,
    ),
    check('card_postponement_reason', sql`btrim(reason) <> ''`),
  ],
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
