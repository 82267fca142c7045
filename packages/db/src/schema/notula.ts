import { PRIORITIES, STRATEGIES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant, sequence } from './columns'
import { opd } from './opd'
import { person } from './person'
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

/** A later tenggat that was given to a tindak lanjut, with the reason. Only added to. */
export const tindakLanjutPostponement = pgTable(
  'tindak_lanjut_postponement',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id').notNull(),
    lineId: text('line_id').notNull(),
    /** Null: there was none. */
    from: date('from_date', { mode: 'string' }),
    to: date('to_date', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    /** The rapat in which it was agreed; null: outside of any. */
    duringRapatId: uuid('during_rapat_id').references(() => rapat.id),
  },
  table => [
    foreignKey({
      name: 'tindak_lanjut_postponement_of',
      columns: [table.rapatId, table.lineId],
      foreignColumns: [tindakLanjut.rapatId, tindakLanjut.lineId],
    }),
    index('tindak_lanjut_postponement_line').on(table.rapatId, table.lineId, table.at),
    check('tindak_lanjut_postponement_later', sql`from_date is null or to_date > from_date`),
    check('tindak_lanjut_postponement_reason', sql`btrim(reason) <> ''`),
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
