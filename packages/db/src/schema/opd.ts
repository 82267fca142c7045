import { OPD_KINDS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
    /** The OPD it stands under, as a UPTD under its dinas. */
    parentId: uuid('parent_id').references((): AnyPgColumn => opd.id),
    /** The OPD that took its place; what points here stays. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => opd.id),
    /** Order in lists and on papers. */
    position: integer('position').notNull(),
    active: boolean('active').notNull().default(true),
    /** Grows with every change; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
  },
  table => [
    index('opd_merged_into').on(table.mergedInto),
    check('opd_kind', sql.raw(inCodes('kind', OPD_KINDS))),
    check('opd_merged', sql`merged_into is null or (not active and merged_into <> id)`),
    check('opd_parent', sql`parent_id <> id`),
  ],
)
