import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'

/** Kecamatan; `code` is the Kemendagri code without the province's leading part cut off ("17.06.01"). */
export const district = pgTable('district', {
  code: text('code').primaryKey(),
  regencyCode: text('regency_code').notNull(),
  name: text('name').notNull(),
  /** Never deleted: one that is merged or split becomes inactive. */
  active: boolean('active').notNull().default(true),
})

/** Desa and kelurahan; six names occur in two kecamatan, so a name never identifies one. */
export const village = pgTable(
  'village',
  {
    code: text('code').primaryKey(),
    districtCode: text('district_code')
      .notNull()
      .references(() => district.code),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['desa', 'kelurahan'] }).notNull(),
    active: boolean('active').notNull().default(true),
  },
  table => [index('village_district').on(table.districtCode)],
)
