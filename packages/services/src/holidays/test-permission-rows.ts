import type { Actor } from '@mufakat/domain'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const ADMIN = [IN, 'yfffff', 'yfffff'] as const
const YEAR = { year: 2031 }

/** For the table of `permissions.pg.test.ts`. */
export const holidayRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  holidaysOfYear: { call: (c, a) => services.holidaysOfYear(c, a, YEAR), answers: ADMIN },
  holidaysBetween: {
    call: (c, a) => services.holidaysBetween(c, a, { from: '2031-01-01', to: '2031-01-31' }),
    answers: [IN, 'yyyyyy', 'yyyyyy'],
  },
  putHoliday: {
    call: (c, a) => services.putHoliday(c, a, { date: '2031-01-24', name: 'Hari raya', kind: 'nasional' }),
    answers: ADMIN,
  },
  removeHoliday: {
    // There is none on that day: who may, is told so.
    call: (c, a) => services.removeHoliday(c, a, { date: '2031-02-02' }),
    answers: [IN, 'nfffff', 'nfffff'],
  },
  addFixedHolidays: { call: (c, a) => services.addFixedHolidays(c, a, YEAR), answers: ADMIN },
}
