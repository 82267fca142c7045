import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { person } from './person'
import { district, village } from './wilayah'

/** Who is named camat of a kecamatan, or operator of a desa, from when to when (both days included). Only ever ended. */
export const regionOfficer = pgTable(
  'region_officer',
  {
    id: uuid('id').primaryKey(),
    /** One of the two. */
    districtCode: text('district_code').references(() => district.code),
    villageCode: text('village_code').references(() => village.code),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    from: date('from_date', { mode: 'string' }).notNull(),
    until: date('until_date', { mode: 'string' }),
  },
  table => [
    index('region_officer_district').on(table.districtCode, table.from),
    index('region_officer_village').on(table.villageCode, table.from),
    index('region_officer_person').on(table.personId),
    check('region_officer_place', sql`num_nonnulls(district_code, village_code) = 1`),
    check('region_officer_dates', sql`until_date is null or until_date >= from_date`),
  ],
)
