import { PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant, sequence } from './columns'
import { opd } from './opd'
import { rapat } from './rapat'

/**
 * What the projector reads out of a notula. Rows are keyed by the ids in the document; `removedAt` is a
 * tombstone that a revived line takes away again, so a tindak lanjut keeps its state through delete and undo.
 */
const projected = {
  rapatId: uuid('rapat_id')
    .notNull()
    .references(() => rapat.id),
  /** Place within the notula, from 0. */
  position: integer('position').notNull(),
  removedAt: instant('removed_at'),
}

export const agendaItem = pgTable(
  'agenda_item',
  {
    ...projected,
    itemId: text('item_id').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes'),
    presenter: text('presenter'),
  },
  table => [primaryKey({ columns: [table.rapatId, table.itemId] })],
)

export const keputusan = pgTable(
  'keputusan',
  {
    ...projected,
    lineId: text('line_id').notNull(),
    itemId: text('item_id').notNull(),
    text: text('text').notNull(),
  },
  table => [primaryKey({ columns: [table.rapatId, table.lineId] })],
)

/** What was decided. How far it is, and what holds now, is its card's. */
export const tindakLanjut = pgTable(
  'tindak_lanjut',
  {
    ...projected,
    lineId: text('line_id').notNull(),
    itemId: text('item_id').notNull(),
    text: text('text').notNull(),
    ownerOpdId: uuid('owner_opd_id').references(() => opd.id),
    jabatan: text('jabatan'),
    /** As it was decided. */
    tenggat: date('tenggat', { mode: 'string' }),
    priority: text('priority', { enum: PRIORITIES }),
    strategy: text('strategy', { enum: STRATEGIES }),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.lineId] }),
    check('tindak_lanjut_priority', sql.raw(inCodes('priority', PRIORITIES))),
    check('tindak_lanjut_strategy', sql.raw(inCodes('strategy', STRATEGIES))),
  ],
)

/** The canonical content at a sequence: what pages read, without building a document. */
export const notulaContent = pgTable('notula_content', {
  rapatId: uuid('rapat_id')
    .primaryKey()
    .references(() => rapat.id),
  seq: sequence('seq').notNull(),
  /** Canonical JSON byte for byte (not jsonb, which reorders keys and refuses U+0000): the hash is over it. */
  content: text('content').notNull(),
  /** SHA-256 of `content` in UTF-8. */
  hash: bytea('hash').notNull(),
  projectedAt: instant('projected_at').notNull(),
})
