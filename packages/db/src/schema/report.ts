import { FINALITIES, REPORT_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { amount, inCodes, instant, sequence } from './columns'
import { file } from './file'
import { indicator } from './indicator'
import { opd } from './opd'
import { person } from './person'

/** What one OPD reports for a triwulan. `diterima` is locked: from then on a value is corrected, never written over. */
export const opdReport = pgTable(
  'opd_report',
  {
    id: uuid('id').primaryKey(),
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
    year: smallint('year').notNull(),
    quarter: smallint('quarter').notNull(),
    state: text('state', { enum: REPORT_STATES }).notNull().default('draf'),
    /** Why it was returned. */
    note: text('note').notNull().default(''),
    sentBy: uuid('sent_by').references(() => person.id),
    sentAt: instant('sent_at'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    unique('opd_report_of').on(table.opdId, table.year, table.quarter),
    index('opd_report_state').on(table.state),
    check('opd_report_quarter', sql`quarter between 1 and 4`),
    check('opd_report_state', sql.raw(inCodes('state', REPORT_STATES))),
    check('opd_report_note', sql`state <> 'dikembalikan' or btrim(note) <> ''`),
    check('opd_report_sent', sql`state = 'draf' or (sent_at is not null and sent_by is not null)`),
  ],
)

/** One cell of a report that is not accepted yet: what was typed and could be read. */
export const reportCell = pgTable(
  'report_cell',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => opdReport.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** Kemendagri code; empty: the whole kabupaten. */
    regionCode: text('region_code').notNull().default(''),
    /** Null where it is not available, or where it follows from numerator and denominator that are not both there. */
    value: amount('value'),
    numerator: amount('numerator'),
    denominator: amount('denominator'),
    /** "N/A": there is no such value; that is said, it is no number. */
    notAvailable: boolean('not_available').notNull().default(false),
    finality: text('finality', { enum: FINALITIES }).notNull().default('sementara'),
    /** The day that the value is of. */
    asOf: date('as_of', { mode: 'string' }),
    source: text('source').notNull().default(''),
    /** Grows with every change; who knows an older one is told what stands there. */
    revision: integer('revision').notNull().default(1),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.reportId, table.indicatorId, table.regionCode] }),
    check('report_cell_finality', sql.raw(inCodes('finality', FINALITIES))),
    check('report_cell_available', sql`not not_available or num_nonnulls(value, numerator, denominator) = 0`),
  ],
)

/** What an OPD says of an indicator in a triwulan, as the form of the evaluation asks. */
export const reportRemark = pgTable(
  'report_remark',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => opdReport.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    analysis: text('analysis').notNull().default(''),
    kendala: text('kendala').notNull().default(''),
    solusi: text('solusi').notNull().default(''),
    /** Rencana tindak lanjut. */
    plan: text('plan').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  table => [primaryKey({ columns: [table.reportId, table.indicatorId] })],
)

/** Bukti dukung of a report: an address, or an attached file. Taken away it stays, without being shown. */
export const reportEvidence = pgTable(
  'report_evidence',
  {
    id: uuid('id').primaryKey(),
    reportId: uuid('report_id')
      .notNull()
      .references(() => opdReport.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    title: text('title').notNull(),
    url: text('url'),
    fileId: uuid('file_id').references(() => file.id),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  table => [
    index('report_evidence_report').on(table.reportId),
    check('report_evidence_title', sql`btrim(title) <> ''`),
    check('report_evidence_place', sql`num_nonnulls(url, file_id) = 1`),
  ],
)

/**
 * A value that holds, or once held: accepted with a report, imported, or put in as a correction. One that takes its place
 * says why; the older stays, with the instant from which it no longer held.
 */
export const indicatorValue = pgTable(
  'indicator_value',
  {
    id: uuid('id').primaryKey(),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** Kemendagri code; empty: the whole kabupaten. */
    regionCode: text('region_code').notNull().default(''),
    year: smallint('year').notNull(),
    quarter: smallint('quarter').notNull(),
    /** Null where it is not available. */
    value: amount('value'),
    numerator: amount('numerator'),
    denominator: amount('denominator'),
    notAvailable: boolean('not_available').notNull().default(false),
    finality: text('finality', { enum: FINALITIES }).notNull(),
    /** The day that the value is of. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    source: text('source').notNull(),
    /** Version of the definition that it was measured by. */
    definitionVersion: integer('definition_version').notNull(),
    /** Null: it came in otherwise. */
    reportId: uuid('report_id').references(() => opdReport.id),
    /** Why it takes the place of an older one; empty for the first. */
    reason: text('reason').notNull().default(''),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    /** Who checked it, for Bappelitbangda. */
    verifiedBy: uuid('verified_by')
      .notNull()
      .references(() => person.id),
    verifiedAt: instant('verified_at').notNull(),
    /** Null: it holds. */
    supersededAt: instant('superseded_at'),
  },
  table => [
    uniqueIndex('indicator_value_holds')
      .on(table.indicatorId, table.year, table.quarter, table.regionCode)
      .where(sql`superseded_at is null`),
    index('indicator_value_past')
      .on(table.indicatorId, table.year, table.quarter, table.regionCode)
      .where(sql`superseded_at is not null`),
    index('indicator_value_of_regency')
      .on(table.indicatorId, table.year, table.quarter)
      .where(sql`superseded_at is null and region_code = ''`),
    index('indicator_value_created').on(table.createdAt),
    check('indicator_value_quarter', sql`quarter between 1 and 4`),
    check('indicator_value_finality', sql.raw(inCodes('finality', FINALITIES))),
    check('indicator_value_said', sql`not_available = (value is null)`),
    check('indicator_value_available', sql`not not_available or num_nonnulls(numerator, denominator) = 0`),
    check('indicator_value_ratio', sql`(numerator is null) = (denominator is null) and denominator > 0`),
  ],
)

/** What the pimpinan say to a triwulan, printed in its report; the newest holds. Only added to. */
export const quarterNote = pgTable(
  'quarter_note',
  {
    id: uuid('id').primaryKey(),
    year: smallint('year').notNull(),
    quarter: smallint('quarter').notNull(),
    text: text('text').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => person.id),
    writtenAt: instant('written_at').notNull(),
  },
  table => [index('quarter_note_of').on(table.year, table.quarter, table.writtenAt)],
)

/**
 * Grows with whatever pages of targets show: a trigger raises it. Who writes such things holds it first, so that the order
 * of revisions is that of commits.
 */
export const sasaranMark = pgTable('sasaran_mark', {
  id: text('id').primaryKey(),
  revision: sequence('revision').notNull(),
})
