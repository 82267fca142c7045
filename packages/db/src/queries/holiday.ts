import type { HolidayKind, Tanggal } from '@mufakat/domain'
import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { holiday } from '../schema/holiday'

export interface HolidayRow {
  date: Tanggal
  name: string
  kind: HolidayKind
}

/** Holidays of some days, both within. */
export const listHolidays = (
  db: Queryable,
  { from, to }: { from: Tanggal; to: Tanggal },
): Promise<HolidayRow[]> =>
  db
    .select({ date: holiday.date, name: holiday.name, kind: holiday.kind })
    .from(holiday)
    .where(and(gte(holiday.date, from), lte(holiday.date, to)))
    .orderBy(asc(holiday.date))

export const listEveryHoliday = (db: Queryable): Promise<HolidayRow[]> =>
  db
    .select({ date: holiday.date, name: holiday.name, kind: holiday.kind })
    .from(holiday)
    .orderBy(asc(holiday.date))

/** Whoever writes several of them waits for who does so already. */
export async function lockHolidays(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${holiday} in share row exclusive mode`)
}

/** Writes holidays; of days that have one already, over it. */
export async function putHolidays(tx: Tx, rows: readonly HolidayRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(holiday)
    .values([...rows])
    .onConflictDoUpdate({
      target: holiday.date,
      set: { name: sql`excluded.name`, kind: sql`excluded.kind` },
    })
}

/** @returns days that had one */
export const deleteHolidays = async (tx: Tx, dates: readonly Tanggal[]): Promise<Tanggal[]> =>
  (
    await tx
      .delete(holiday)
      .where(inArray(holiday.date, [...dates]))
      .returning({ date: holiday.date })
  ).map(({ date }) => date)

export const findHoliday = async (db: Queryable, date: Tanggal): Promise<HolidayRow | null> =>
  (
    await db
      .select({ date: holiday.date, name: holiday.name, kind: holiday.kind })
      .from(holiday)
      .where(eq(holiday.date, date))
  )[0] ?? null
