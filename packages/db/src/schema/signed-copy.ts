import { SRIKANDI_LENGTH } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './person'
import { sealedRecord } from './ratification'

/**
 * PDF of what is sealed, as it came back signed electronically from SRIKANDI. The newest of a record is the one that is
 * shown; earlier ones stay. Only ever added to.
 */
export const signedCopy = pgTable(
  'signed_copy',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id').notNull(),
    /** 0: of the notula; from 1: of the Koreksi of that number. */
    number: integer('number').notNull(),
    /** Its random name in the store. */
    storedName: text('stored_name').notNull().unique(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: bytea('sha256').notNull(),
    srikandiNumber: text('srikandi_number').notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  table => [
    foreignKey({
      name: 'signed_copy_record',
      columns: [table.rapatId, table.number],
      foreignColumns: [sealedRecord.rapatId, sealedRecord.number],
    }),
    index('signed_copy_rapat').on(table.rapatId, table.number, table.at),
    index('signed_copy_sha256').on(table.sha256),
    check('signed_copy_size', sql`size > 0 and length(sha256) = 32`),
    check(
      'signed_copy_srikandi_number',
      sql.raw(`length(srikandi_number) between ${SRIKANDI_LENGTH.least} and ${SRIKANDI_LENGTH.most}`),
    ),
  ],
)
