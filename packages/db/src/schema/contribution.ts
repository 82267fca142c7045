import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { card } from './card'
import { amount, instant } from './columns'
import { indicator } from './indicator'
import { person } from './person'
import { rapat } from './rapat'

/** That a tindak lanjut contributes to an indicator, how much, and where. */
export const cardContribution = pgTable(
  'card_contribution',
  {
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** In the unit of the indicator; null: not said. */
    quantity: amount('quantity'),
    /** Kemendagri code of a kecamatan or desa; empty: the whole kabupaten. */
    regionCode: text('region_code').notNull().default(''),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.cardId, table.indicatorId] }),
    index('card_contribution_indicator').on(table.indicatorId),
  ],
)

/** That the notula of a rapat speaks of an indicator, in which line; written by the projector. */
export const notulaIndicator = pgTable(
  'notula_indicator',
  {
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** The first line that names it. */
    lineId: text('line_id').notNull(),
    /** What it stood at when the notula was ratified; null until then. */
    figure: jsonb('figure'),
  },
  table => [
    primaryKey({ columns: [table.rapatId, table.indicatorId] }),
    index('notula_indicator_of').on(table.indicatorId),
  ],
)
