import { dayIn, type Tanggal, type Zone } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { settingOf } from './settings'

/** The zone of the regency. */
export const zoneOf = async (ctx: ServiceContext): Promise<Zone> =>
  (await settingOf(ctx.database.db, 'calendar')).zone

/** The day that it is in the regency. */
export const todayOf = async (ctx: ServiceContext): Promise<Tanggal> =>
  dayIn(await zoneOf(ctx), ctx.clock.now())
