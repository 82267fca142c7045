import { PRESENCES, RSVPS } from '@mufakat/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { inCodes, instant } from './columns'
import { opd } from './opd'
import { person } from './person'
import { rapat } from './rapat'

/** `opd`: an invited OPD, by its head or a deputy; `person`: for themselves; `walk-in`: came without an account. */
export const ATTENDANCE_KINDS = ['opd', 'person', 'walk-in'] as const
export type AttendanceKind = (typeof ATTENDANCE_KINDS)[number]

/** By whose hand somebody was marked. */
export const CHECK_IN_WAYS = ['code', 'organiser'] as const
export type CheckInWay = (typeof CHECK_IN_WAYS)[number]

/**
 * Who was expected and who was there, one row each, from the first thing that is known of them. Names, NIP and jabatan
 * are those of the day: a record keeps them when people move on.
 */
export const attendance = pgTable(
  'attendance',
  {
    id: uuid('id').primaryKey(),
    rapatId: uuid('rapat_id')
      .notNull()
      .references(() => rapat.id),
    kind: text('kind', { enum: ATTENDANCE_KINDS }).notNull(),
    /** The OPD that is invited, or that somebody belongs to. */
    opdId: uuid('opd_id').references(() => opd.id),
    /** Of an OPD: its head. */
    personId: uuid('person_id').references(() => person.id),
    name: text('name').notNull(),
    nip: text('nip'),
    jabatan: text('jabatan').notNull().default(''),
    /** Whom they come from, where that is no OPD. */
    agency: text('agency').notNull().default(''),
    /** Given by who came without an account; for the organisers. */
    phone: text('phone'),
    rsvp: text('rsvp', { enum: RSVPS }),
    rsvpReason: text('rsvp_reason').notNull().default(''),
    rsvpAt: instant('rsvp_at'),
    presence: text('presence', { enum: PRESENCES }),
    /** Who stands for them: named by the answer, or as they came. */
    deputyId: uuid('deputy_id').references(() => person.id),
    deputyName: text('deputy_name'),
    deputyNip: text('deputy_nip'),
    deputyJabatan: text('deputy_jabatan').notNull().default(''),
    arrivedAt: instant('arrived_at'),
    leftAt: instant('left_at'),
    way: text('way', { enum: CHECK_IN_WAYS }),
    markedBy: uuid('marked_by').references(() => person.id),
    /** Of a walk-in: when an organiser said that they were there. Everybody else needs none. */
    confirmedAt: instant('confirmed_at'),
    /** Grows with every change; a form that knows an older one is refused. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    index('attendance_rapat').on(table.rapatId),
    index('attendance_person').on(table.personId),
    uniqueIndex('attendance_opd').on(table.rapatId, table.opdId).where(sql`kind = 'opd'`),
    uniqueIndex('attendance_own').on(table.rapatId, table.personId).where(sql`kind = 'person'`),
    // One who sends the form twice is there once.
    uniqueIndex('attendance_walk_in')
      .on(table.rapatId, sql`lower(name)`, sql`lower(agency)`)
      .where(sql`kind = 'walk-in'`),
    check('attendance_kind', sql.raw(inCodes('kind', ATTENDANCE_KINDS))),
    check('attendance_rsvp', sql.raw(inCodes('rsvp', RSVPS))),
    check('attendance_presence', sql.raw(inCodes('presence', PRESENCES))),
    check('attendance_way', sql.raw(inCodes('way', CHECK_IN_WAYS))),
    check(
      'attendance_whose',
      sql`case kind when 'opd' then opd_id is not null
      when 'person' then person_id is not null else person_id is null end`,
    ),
    check(
      'attendance_deputy',
      sql`deputy_name is not null or (presence is distinct from 'diwakilkan' and rsvp is distinct from 'diwakilkan')`,
    ),
    check('attendance_times', sql`left_at is null or (arrived_at is not null and left_at >= arrived_at)`),
    check('attendance_nip', sql`nip ~ '^[0-9]{18}$' and deputy_nip ~ '^[0-9]{18}$'`),
    check('attendance_phone', sql`phone ~ '^[+][0-9]{8,15}$'`),
    check('attendance_confirmed', sql`kind = 'walk-in' or confirmed_at is null`),
  ],
)
