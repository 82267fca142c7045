import { FILE_KINDS, FILE_SUBJECTS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant } from './columns'
import { indicator } from './indicator'
import { opd } from './opd'
import { person } from './person'

const bytes = (name: string) => bigint(name, { mode: 'number' })

/** A file somebody attached. Never deleted: it is removed from sight, and its bytes go after the retention. */
export const file = pgTable(
  'file',
  {
    id: uuid('id').primaryKey(),
    subjectKind: text('subject_kind', { enum: FILE_SUBJECTS }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    kind: text('kind', { enum: FILE_KINDS }).notNull(),
    /** As it was called, cleaned. */
    name: text('name').notNull(),
    /** Its random name in the store. */
    storedName: text('stored_name').notNull().unique(),
    size: bytes('size').notNull(),
    sha256: bytea('sha256').notNull(),
    /** Size of the small picture; 0 when there is none. */
    thumbnailSize: integer('thumbnail_size').notNull(),
    /** Whose share of the disk it takes; null for people without an OPD, together. */
    opdId: uuid('opd_id').references(() => opd.id),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
    removedBy: uuid('removed_by').references(() => person.id),
    removedAt: instant('removed_at'),
    /** When the bytes were thrown away. */
    purgedAt: instant('purged_at'),
  },
  table => [
    index('file_subject').on(table.subjectKind, table.subjectId, table.addedAt),
    index('file_opd').on(table.opdId),
    index('file_removed').on(table.removedAt),
    check('file_kind', sql.raw(inCodes('kind', FILE_KINDS))),
    check('file_subject_kind', sql.raw(inCodes('subject_kind', FILE_SUBJECTS))),
    check('file_removed_by', sql`(removed_at is null) = (removed_by is null)`),
    check('file_purged', sql`purged_at is null or removed_at is not null`),
  ],
)

/** A file on its way. Becomes a row of `file` under the same id, or is swept. */
export const fileUpload = pgTable(
  'file_upload',
  {
    id: uuid('id').primaryKey(),
    subjectKind: text('subject_kind', { enum: FILE_SUBJECTS }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    opdId: uuid('opd_id').references(() => opd.id),
    name: text('name').notNull(),
    /** What it shows, as its person says; empty: its name says it. */
    about: text('about').notNull().default(''),
    /** Of a report: the indicator that it proves. */
    indicatorId: uuid('indicator_id').references(() => indicator.id),
    /** What the browser knows of the file, so that the same one chosen again goes on. */
    mark: text('mark').notNull(),
    storedName: text('stored_name').notNull().unique(),
    size: bytes('size').notNull(),
    received: bytes('received').notNull(),
    createdAt: instant('created_at').notNull(),
    touchedAt: instant('touched_at').notNull(),
  },
  table => [
    index('file_upload_person').on(table.personId),
    index('file_upload_opd').on(table.opdId),
    check('file_upload_received', sql`received between 0 and size`),
    check('file_upload_subject_kind', sql.raw(inCodes('subject_kind', FILE_SUBJECTS))),
  ],
)

/** Who fetched which file when: asked for by data protection (UU 27/2022). Only ever added to. */
export const fileAccess = pgTable(
  'file_access',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => file.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
  },
  table => [index('file_access_file').on(table.fileId, table.at), index('file_access_at').on(table.at)],
)
