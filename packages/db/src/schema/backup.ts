import { BACKUP_FAILURES, BACKUP_KINDS, BACKUP_PLACES, BACKUP_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { person } from './person'

const bytes = (name: string) => bigint(name, { mode: 'number' })

/** A backup that was asked for, and what became of it. The archive itself is a file. */
export const backup = pgTable(
  'backup',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: BACKUP_KINDS }).notNull(),
    state: text('state', { enum: BACKUP_STATES }).notNull(),
    place: text('place', { enum: BACKUP_PLACES }).notNull(),
    /** Null: asked for by the clock, or by a command on the server. */
    requestedBy: uuid('requested_by').references(() => person.id),
    requestedAt: instant('requested_at').notNull(),
    /** The moment that the archive holds, or should have. */
    beganAt: instant('began_at'),
    endedAt: instant('ended_at'),
    /** Of all there is to take and to read again; what of it is done. */
    totalBytes: bytes('total_bytes').notNull().default(0),
    doneBytes: bytes('done_bytes').notNull().default(0),
    /** Of the file, without its folder. */
    name: text('name'),
    bytes: bytes('bytes'),
    /** SHA-256 of the manifest, which has the hash of everything else. */
    contentHash: text('content_hash'),
    /** When all of the archive was read again and compared with its manifest. */
    verifiedAt: instant('verified_at'),
    failure: text('failure', { enum: BACKUP_FAILURES }),
    /** Its file is there no more: by the retention, or by somebody on the server. */
    removedAt: instant('removed_at'),
  },
  table => [
    index('backup_ended').on(table.endedAt),
    // Never two at once, whoever asks.
    uniqueIndex('backup_open').on(sql`(ended_at is null)`).where(sql`ended_at is null`),
    check('backup_kind', sql.raw(inCodes('kind', BACKUP_KINDS))),
    check('backup_state', sql.raw(inCodes('state', BACKUP_STATES))),
    check('backup_place', sql.raw(inCodes('place', BACKUP_PLACES))),
    check('backup_failure', sql.raw(inCodes('failure', BACKUP_FAILURES))),
    check('backup_ended', sql`(state in ('done', 'failed')) = (ended_at is not null)`),
    check('backup_done', sql`(state = 'done') = (content_hash is not null and name is not null)`),
    check('backup_failed', sql`(state = 'failed') = (failure is not null)`),
  ],
)
