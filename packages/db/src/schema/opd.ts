import { OPD_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { inCodes } from './columns'
import { district } from './wilayah'

/** Organisasi perangkat daerah. Never deleted: one that is dissolved becomes inactive. */
export const opd = pgTable(
  'opd',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull().unique(),
    /** Other spellings that a search must find. */
    aliases: text('aliases').array().notNull().default(sql`'{}'`),
    kind: text('kind', { enum: OPD_KINDS }).notNull(),
    /** The kecamatan that an OPD of that kind governs. */
    districtCode: text('district_code').references(() => district.code),
    /** Order in lists and on papers. */
    position: integer('position').notNull(),
    active: boolean('active').notNull().default(true),
  },
  () => [check('opd_kind', sql.raw(inCodes('kind', OPD_KINDS)))],
)
