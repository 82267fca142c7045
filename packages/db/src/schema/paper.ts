import { MADE_KINDS, PAPER_FORMATS, PAPER_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant } from './columns'
import { opd } from './opd'
import { person } from './person'
import { rapat } from './rapat'
import { sealedRecord } from './ratification'
import { signedCopy } from './signed-copy'

const bytes = (name: string) => bigint(name, { mode: 'number' })

/** A paper is of a rapat, or is the report of a triwulan. */
const ofOne = sql`(kind = 'laporan') = (rapat_id is null) and (rapat_id is null) = (year is not null)
  and (year is null) = (quarter is null) and quarter between 1 and 4`

/** A paper somebody asked for. A worker makes it; row and bytes go when its time is over. */
export const paper = pgTable(
  'paper',
  {
    id: uuid('id').primaryKey(),
    /** Null: the report of a triwulan. */
    rapatId: uuid('rapat_id').references(() => rapat.id),
    year: smallint('year'),
    quarter: smallint('quarter'),
    kind: text('kind', { enum: MADE_KINDS }).notNull(),
    format: text('format', { enum: PAPER_FORMATS }).notNull(),
    /** Of a cuplikan: whose. */
    opdId: uuid('opd_id').references(() => opd.id),
    state: text('state', { enum: PAPER_STATES }).notNull(),
    /** In hundredths of what there is to do. */
    progress: integer('progress').notNull().default(0),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    /** Its random name in the store, and what is there; null until it is ready. */
    storedName: text('stored_name').unique(),
    size: bytes('size'),
    sha256: bytea('sha256'),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at').notNull(),
  },
  table => [
    index('paper_rapat').on(table.rapatId, table.askedAt),
    index('paper_expires').on(table.expiresAt),
    // Who asks for the same while it is under way waits for the same.
    uniqueIndex('paper_open')
      .on(
        sql`coalesce(rapat_id::text, '')`,
        sql`coalesce(year, 0)`,
        sql`coalesce(quarter, 0)`,
        table.kind,
        table.format,
        sql`coalesce(opd_id::text, '')`,
      )
      .where(sql`state in ('waiting', 'making')`),
    check('paper_kind', sql.raw(inCodes('kind', MADE_KINDS))),
    check('paper_of', ofOne),
    check('paper_format', sql.raw(inCodes('format', PAPER_FORMATS))),
    check('paper_state', sql.raw(inCodes('state', PAPER_STATES))),
    check('paper_progress', sql`progress between 0 and 100`),
    check('paper_opd', sql`(kind = 'cuplikan') = (opd_id is not null)`),
    check('paper_finished', sql`(state in ('ready', 'failed')) = (finished_at is not null)`),
    check('paper_ready', sql`(state = 'ready') = (stored_name is not null)`),
    check(
      'paper_stored',
      sql`(stored_name is null) = (size is null) and (stored_name is null) = (sha256 is null)`,
    ),
  ],
)

/** The PDF of what is sealed: made once and kept byte for byte. Only ever added to. */
export const sealedPaper = pgTable(
  'sealed_paper',
  {
    rapatId: uuid('rapat_id').notNull(),
    /** 0: the notula; from 1: the Koreksi of that number. */
    number: integer('number').notNull(),
    format: text('format', { enum: ['pdf'] }).notNull(),
    storedName: text('stored_name').notNull().unique(),
    size: bytes('size').notNull(),
    sha256: bytea('sha256').notNull(),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.number] }),
    foreignKey({
      name: 'sealed_paper_record',
      columns: [table.rapatId, table.number],
      foreignColumns: [sealedRecord.rapatId, sealedRecord.number],
    }),
    index('sealed_paper_sha256').on(table.sha256),
    check('sealed_paper_format', sql`format = 'pdf'`),
    check('sealed_paper_size', sql`size > 0 and length(sha256) = 32`),
  ],
)

/** Who fetched which paper when, as of files. Only ever added to. */
export const paperAccess = pgTable(
  'paper_access',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    /** Null: the report of a triwulan. */
    rapatId: uuid('rapat_id').references(() => rapat.id),
    year: smallint('year'),
    quarter: smallint('quarter'),
    kind: text('kind', { enum: MADE_KINDS }).notNull(),
    format: text('format', { enum: PAPER_FORMATS }).notNull(),
    opdId: uuid('opd_id').references(() => opd.id),
    /** Of what is sealed: the notula, or which Koreksi. */
    number: integer('number'),
    /** Of that, the copy that was signed. */
    signedCopyId: uuid('signed_copy_id').references(() => signedCopy.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
  },
  table => [
    index('paper_access_rapat').on(table.rapatId, table.at),
    index('paper_access_at').on(table.at),
    check('paper_access_of', ofOne),
  ],
)
