import { boolean, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { card } from './card'
import { instant } from './columns'
import { person } from './person'

/** Who wants to hear of a card, or no more: the OPD whose work it is hears without a row (domain, BD2). */
export const cardFollower = pgTable(
  'card_follower',
  {
    cardId: uuid('card_id')
      .notNull()
      .references(() => card.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    muted: boolean('muted').notNull().default(false),
    since: instant('since').notNull(),
  },
  table => [
    primaryKey({ columns: [table.cardId, table.personId] }),
    index('card_follower_person').on(table.personId),
  ],
)
