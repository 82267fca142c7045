import type { Queryable } from '@mufakat/db'
import { dayIn, type Tanggal, type Zone } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { settingOf } from './settings'

/** The zone of the regency. */
export const zoneOf = async (ctx: ServiceContext): Promise<Zone> =>
  (await settingOf(ctx.database.db, 'calendar')).zone

/** The day that it is in the regency. */
export const todayOf = async (ctx: ServiceContext): Promise<Tanggal> =>
  dayIn(await zoneOf(ctx), ctx.clock.now())

/** The same, within a transaction: one that waits for nobody takes no second connection. */
export const dayNow = async (db: Queryable, now: Date): Promise<Tanggal> =>
  dayIn((await settingOf(db, 'calendar')).zone, now)
