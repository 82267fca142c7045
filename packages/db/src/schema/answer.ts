import { ANSWER_KINDS, COUNTER_STATES } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, inCodes, instant } from './columns'
import { opd } from './opd'
import { person } from './person'
import { rapat } from './rapat'

/**
 * What the owner of a tindak lanjut said when it was read back: accepted as it stood, or countered. Rows are added; of a
 * counter-offer only what became of it is written later.
 */
export const tindakLanjutAnswer = pgTable(
  'tindak_lanjut_answer',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    /** The line in the document. */
    lineId: text('line_id').notNull(),
    kind: text('kind', { enum: ANSWER_KINDS }).notNull(),
    /** The OPD it was said for. */
    opdId: uuid('opd_id')
      .notNull()
      .references(() => opd.id),
    /** Who pressed. */
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Who said it, where somebody else wrote it down; empty: who pressed. */
    saidBy: text('said_by').notNull().default(''),
    /** SHA-256 of what was answered (domain, `commitmentText`). */
    hash: bytea('hash').notNull(),
    /** The wording that was answered. */
    text: text('text').notNull(),
    at: instant('at').notNull(),
    /** Of a counter-offer: what it would have instead, and why. */
    offeredText: text('offered_text'),
    offeredOpdId: uuid('offered_opd_id').references(() => opd.id),
    offeredTenggat: date('offered_tenggat', { mode: 'string' }),
    reason: text('reason').notNull().default(''),
    state: text('state', { enum: COUNTER_STATES }),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    note: text('note').notNull().default(''),
  },
  table => [
    index('tindak_lanjut_answer_line').on(table.rapatId, table.lineId, table.at),
    index('tindak_lanjut_answer_person').on(table.personId),
    check('tindak_lanjut_answer_kind', sql.raw(inCodes('kind', ANSWER_KINDS))),
    check('tindak_lanjut_answer_state', sql.raw(inCodes('state', COUNTER_STATES))),
    check('tindak_lanjut_answer_counter', sql`(kind = 'ditawar') = (state is not null)`),
    check(
      'tindak_lanjut_answer_decided',
      sql`(decided_at is not null) = (coalesce(state, 'terbuka') <> 'terbuka')`,
    ),
  ],
)
