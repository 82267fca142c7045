import {
  deleteHolidays,
  findHoliday,
  type HolidayRow,
  listHolidays,
  lockHolidays,
  putHolidays,
} from '@mufakat/db'
import { type Actor, FIXED_HOLIDAYS, type Tanggal } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import type { HolidayInput } from './inputs'

export type HolidayView = HolidayRow

/** A year of holidays, and those of a fixed day that are not among them. */
export interface HolidayYear {
  readonly year: number
  readonly holidays: readonly HolidayView[]
  readonly missing: readonly HolidayView[]
}

const fixedOf = (year: number): HolidayView[] =>
  FIXED_HOLIDAYS.map(({ day, name }) => ({ date: `${year}-${day}`, name, kind: 'nasional' }))

const daysOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** Holidays of a year, as they are edited. */
export async function holidaysOfYear(
  ctx: ServiceContext,
  actor: Actor | null,
  { year }: { year: number },
): Promise<HolidayYear> {
  authorise(actor, 'libur.edit')
  const holidays = await listHolidays(ctx.database.db, daysOf(year))
  const named = new Set(holidays.map(({ date }) => date))
  return { year, holidays, missing: fixedOf(year).filter(({ date }) => !named.has(date)) }
}

/** Holidays of some days, both within, for who plans around them. */
export async function holidaysBetween(
  ctx: ServiceContext,
  actor: Actor | null,
  days: { from: Tanggal; to: Tanggal },
): Promise<HolidayView[]> {
  authorise(actor, 'directory.read')
  return listHolidays(ctx.database.db, days)
}

type Holding = Parameters<Parameters<typeof inTransaction>[1]>[0]

/** Writes to the table that is held; what was done is kept: of which days. */
const changing = async (
  ctx: ServiceContext,
  actor: Actor | null,
  work: (tx: Holding) => Promise<{ put?: readonly Tanggal[]; removed?: readonly Tanggal[] }>,
): Promise<void> => {
  authorise(actor, 'libur.edit')
  return inTransaction(ctx, async tx => {
    await lockHolidays(tx)
    const details = await work(tx)
    if ((details.put ?? details.removed ?? []).length === 0) return
    const entry = { at: ctx.clock.now(), actorId: actor.personId, details }
    await recordAudit(tx, { ...entry, action: 'libur.edit' })
  })
}

/** Says that a day is a holiday; one that is has what is said now. */
export const putHoliday = (ctx: ServiceContext, actor: Actor | null, input: HolidayInput): Promise<void> =>
  changing(ctx, actor, async tx => {
    const before = await findHoliday(tx, input.date)
    if (before?.name === input.name && before.kind === input.kind) return {}
    await putHolidays(tx, [input])
    return { put: [input.date] }
  })

export const removeHoliday = (
  ctx: ServiceContext,
  actor: Actor | null,
  { date }: { date: Tanggal },
): Promise<void> =>
  changing(ctx, actor, async tx => {
    const removed = await deleteHolidays(tx, [date])
    if (removed.length === 0) throw new AppError('not-found', 'holiday')
    return { removed }
  })

/** Adds the holidays of a year whose day is the same each year; the others are named by decree. */
export const addFixedHolidays = (
  ctx: ServiceContext,
  actor: Actor | null,
  { year }: { year: number },
): Promise<void> =>
  changing(ctx, actor, async tx => {
    const named = new Set((await listHolidays(tx, daysOf(year))).map(({ date }) => date))
    const missing = fixedOf(year).filter(({ date }) => !named.has(date))
    await putHolidays(tx, missing)
    return { put: missing.map(({ date }) => date) }
  })
